import { pino } from 'pino';
import type { Express } from 'express';
import { checkCn, checkEn16931, ERROR_CODES, parseInvoiceRequest, ROLES, type ErrorCode } from '@lianpiao/chaincode/domain';
import { CN_INVOICE, EN16931_INVOICE } from '../../../gateway/src/openapi/examples';
import { requireAction, type Action } from '../../../gateway/src/access-policy';
import type { Gateway } from '../../../gateway/src/gateway';
import { openApiDocument, operations } from '../../../gateway/src/openapi';
import { rolesOf } from '../../../gateway/src/openapi/operation';
import { createApp } from '../../../gateway/src/server';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** What browsers are sent: pages and their files are no part of the API. */
const PAGES = [
  'get /',
  'get /verify',
  'get /verify-figures',
  'get /c/{code}',
  'get /verify-offline.html',
  'get /assets/{name}',
  'get /auth/provider',
  'get /queues/sign-in',
  'post /queues/session',
];

/** Every route of the server, as `METHOD /path/{parameter}`. */
function routesOf(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => [
    ...(route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)),
    ...routesOf(handle?.stack ?? []),
  ]);
}

function server(): Express {
  // Only the routes are looked at: nothing is called.
  const nothing = { logger: pino({ level: 'silent' }), config: {}, sharing: { directory: {} }, life: {} } as unknown as Gateway;
  return createApp(nothing, { identify: () => undefined, count: () => Promise.resolve() });
}

describe('the OpenAPI document', () => {
  const document = openApiDocument();

  it('describes every route that is there, and no other', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`).filter((route) => !route.includes('/log/tile/'));
    const routes = routesOf((server() as unknown as { router: { stack: Layer[] } }).router.stack);
    const served = routes.filter((route) => !PAGES.includes(route));
    expect(routes).toEqual(expect.arrayContaining(PAGES));
    expect(served.filter((route) => !route.includes('/log/tile/')).sort()).toEqual(described.sort());
    expect(served).toContain('get /log/tile/*path');
  });

  it('has examples that its own schemas take', () => {
    let examples = 0;
    for (const { id, body } of operations) {
      for (const { value } of Object.values(body?.examples ?? {})) {
        examples += 1;
        expect({ id, error: body?.schema.safeParse(value).error }).toEqual({ id, error: undefined });
      }
    }
    expect(examples).toBeGreaterThan(10);
  });

  it("has invoices for examples that the ledger's rules take", () => {
    checkCn(parseInvoiceRequest(CN_INVOICE), '2026-01-31');
    checkEn16931(parseInvoiceRequest(EN16931_INVOICE));
  });

  it('names codes of the table, each under its status', () => {
    const text = JSON.stringify(document.paths);
    for (const path of Object.values(document.paths ?? {})) {
      for (const operation of Object.values(
        path as Record<
          string,
          {
            responses: Record<
              string,
              { content: Record<string, { schema: { allOf?: { properties?: { code: { enum: ErrorCode[] } } }[] } }> }
            >;
          }
        >,
      )) {
        for (const [status, { content }] of Object.entries(operation.responses)) {
          const codes = content['application/problem+json']?.schema.allOf?.[1]?.properties?.code.enum ?? [];
          for (const code of codes) expect([code, String(ERROR_CODES[code].status)]).toEqual([code, status]);
        }
      }
    }
    expect(text).toContain('INVOICE_CONFLICT');
  });

  it('says which roles may, as the policy does', () => {
    for (const { access } of operations) {
      const roles = rolesOf(access);
      if (roles === undefined) continue;
      for (const role of ROLES) {
        const ask = (): void => requireAction({ role, organisation: 'x', keyId: 'x' }, access as Action);
        if (roles.includes(role)) expect(ask).not.toThrow();
        else expect(ask).toThrow('ACTION_FORBIDDEN');
      }
    }
  });
});
