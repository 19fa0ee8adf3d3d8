import { ROLES, type Role } from '@lianpiao/chaincode/domain';
import { operations } from '../../gateway/src/openapi';
import { rolesOf } from '../../gateway/src/openapi/operation';
import { startSystem, services, type TestSystem } from '../support/system';
import { rawRequest } from '../support/raw-request';
import { sale, TAX_IDS } from '../support/sales';

const PARTIES: Readonly<Record<Exclude<Role, 'bureau'>, object>> = {
  merchant: { name: 'merchant', taxId: TAX_IDS.seller },
  platform: { name: 'platform', taxId: TAX_IDS.platform },
  company: { name: 'company', taxId: TAX_IDS.buyer },
  provider: { name: 'provider' },
  consumer: { name: 'consumer' },
  auditor: { name: 'auditor' },
};

/** Changes of an invoice's life, and of what is shared. */
const AUDITED: readonly string[] = ['corrections', 'dataspace', 'reimbursement', 'sharing'];
/** Ask something and change nothing. */
const QUESTIONS = ['/v1/claims/{id}/accounting', '/v1/claims/{id}/accounting/xbrl', '/v1/figures', '/v1/data/{grant}/runs'];

describe('who may do what', () => {
  let system: TestSystem;
  const keys = {} as Record<Role, string>;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    keys.bureau = system.bureauKey;
    for (const [role, party] of Object.entries(PARTIES)) {
      keys[role as Role] = (
        await services.registerOrganisation(system.url, system.bureauKey, { organisation: `the-${role}`, role, party })
      ).apiKey;
    }
    await system.call('POST', '/v1/tills', system.bureauKey, { till: 'the-till', seller: 'the-merchant', reason: 'test' });
    const request = sale('the-till', { buyer: { name: 'company', taxId: TAX_IDS.buyer } });
    const issued = await system.call<{ number: string }>('POST', '/v1/invoices', keys.merchant, request);
    number = issued.body.number;
    await services.until(
      async () => (await system.call('GET', `/v1/invoices/${number}`, keys.company)).status === 200,
      'the index',
    );
  });
  afterAll(async () => {
    await system.stop();
  });

  const guarded = operations.filter(({ access, id }) => rolesOf(access) !== undefined && id !== 'streamChanges');
  it.each(guarded.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s',
    async (_name, operation) => {
      const allowed = rolesOf(operation.access)!;
      for (const role of ROLES) {
        // An empty body never does anything: whoever may is told what is missing, whoever may not that it may not.
        const answer = await rawRequest(system.url, {
          method: operation.method.toUpperCase(),
          path: operation.path.replace(/\{\w+\}/g, 'x'),
          headers: {
            authorization: `Bearer ${keys[role]}`,
            ...(operation.body === undefined ? {} : { 'content-type': operation.body.type ?? 'application/json' }),
          },
        });
        // Organisations are read by everybody, others' by supervisors only: that is a second question.
        if (operation.id !== 'readOrganisation')
          expect({ role, forbidden: answer.problem['code'] === 'ACTION_FORBIDDEN' }).toEqual({
            role,
            forbidden: !allowed.includes(role),
          });
        expect(answer.status).toBeLessThan(500);
      }
      const nobody = await rawRequest(system.url, {
        method: operation.method.toUpperCase(),
        path: operation.path.replace(/\{\w+\}/g, 'x'),
      });
      // Open entries are listed for anyone, and there are none here.
      if (operation.id === 'searchEntries') expect(JSON.parse(nobody.text)).toEqual({ items: [], next: null });
      else expect(nobody.problem['code']).toBe('CREDENTIALS_MISSING');
    },
  );

  /** The newest entry: the log begins with the oldest. */
  async function lastAudited(): Promise<object | undefined> {
    let [newest, after]: [object | undefined, string] = [undefined, ''];
    for (;;) {
      const { body } = await system.call<{ items: { entry: object }[]; next: string | null }>(
        'GET',
        `/v1/audit?limit=500${after}`,
        keys.bureau,
      );
      newest = body.items.at(-1)?.entry ?? newest;
      if (body.next === null) return newest;
      after = `&after=${body.next}`;
    }
  }
  const changing = guarded.filter(
    ({ method, tag, path }) => method === 'post' && AUDITED.includes(tag) && !QUESTIONS.includes(path),
  );
  const openToSome = changing.filter(({ access }) => rolesOf(access)!.length < ROLES.length);
  it.each(openToSome.map((operation) => [operation.path, operation] as const))(
    'a refused change leaves an entry of the audit log: %s',
    async (path, { access, body }) => {
      const role = ROLES.find((candidate) => !rolesOf(access)!.includes(candidate))!;
      const { problem } = await rawRequest(system.url, {
        method: 'POST',
        path: path.replace(/\{\w+\}/g, 'x'),
        headers: {
          authorization: `Bearer ${keys[role]}`,
          ...(body === undefined ? {} : { 'content-type': body.type ?? 'application/json' }),
        },
      });
      expect(problem['code']).toBe('ACTION_FORBIDDEN');
      const words = path.split('/').filter((step) => step !== '' && step !== 'v1' && !step.startsWith('{'));
      const organisation = role === 'bureau' ? 'bureau' : `the-${role}`;
      const expected = { outcome: 'refused', change: words.join('/'), code: 'ACTION_FORBIDDEN', organisation };
      expect(await lastAudited()).toMatchObject(expected);
    },
  );

  it('a refused change leaves its entry whatever it says, half a character too', async () => {
    const { problem } = await rawRequest(system.url, {
      method: 'POST',
      path: '/v1/claims',
      headers: { authorization: `Bearer ${keys.auditor}`, 'content-type': 'application/json' },
      body: '{"reason":"half \\ud800"}',
    });
    expect(problem['code']).toBe('ACTION_FORBIDDEN');
    expect(await lastAudited()).toMatchObject({ change: 'claims', code: 'ACTION_FORBIDDEN', organisation: 'the-auditor' });
  });

  it('shows an invoice to its parties and supervisors, and tells nobody else that it is there', async () => {
    const missing = `${number.slice(0, -6)}999999`;
    const paths = ['', '/receipt', '/events', '/proof'];
    for (const role of ['bureau', 'auditor', 'merchant', 'company'] as const) {
      for (const path of paths)
        expect([role, path, (await system.call('GET', `/v1/invoices/${number}${path}`, keys[role])).status]).toEqual([
          role,
          path,
          200,
        ]);
    }
    for (const path of paths) {
      const [there, notThere] = await Promise.all(
        [number, missing].map((wanted) =>
          system.call<Record<string, unknown>>('GET', `/v1/invoices/${wanted}${path}`, keys.platform),
        ),
      );
      expect({ ...there!.body, requestId: '' }).toEqual({ ...notThere!.body, requestId: '' });
      expect(there!.body['code']).toBe('INVOICE_UNKNOWN');
    }
    const erase = await system.call<{ code: string }>('DELETE', `/v1/invoices/${number}/content`, keys.platform, {
      reason: 'mischief',
    });
    expect(erase.body.code).toBe('INVOICE_UNKNOWN');
    const lists = await Promise.all(
      ROLES.slice(0, 4).map((role) => system.call<{ items: unknown[] }>('GET', '/v1/invoices', keys[role])),
    );
    expect(lists.map(({ body }) => body.items.length)).toEqual([1, 1, 0, 1]);
  });

  it('shows an organisation to itself and to supervisors', async () => {
    for (const role of ROLES) {
      const answer = await system.call('GET', '/v1/organisations/the-merchant', keys[role]);
      expect([role, answer.status]).toEqual([role, ['bureau', 'auditor', 'merchant'].includes(role) ? 200 : 403]);
    }
  });

  it('forgets buyer and amounts of an erased invoice, and calls its paper unknown, not a fake', async () => {
    const before = await system.call<{ items: { gross: string }[] }>('GET', '/v1/invoices', keys.merchant);
    expect(before.body.items[0]!.gross).toBe('109.00');
    const proof = await system.call('GET', `/v1/invoices/${number}/proof`, keys.merchant);
    expect((await system.call('DELETE', `/v1/invoices/${number}/content`, keys.merchant, { reason: 'asked for' })).status).toBe(
      200,
    );
    const after = await system.call<{ items: { gross: string }[] }>('GET', '/v1/invoices', keys.merchant);
    expect(after.body.items[0]!.gross).toBe('');
    expect((await system.call('GET', `/v1/invoices/${number}/proof`, keys.merchant)).status).toBe(410);
    const paper = { number, date: '2026-01-31', total: '109.00' };
    const check = await system.call<{ items: { result: string; reason?: string }[] }>('POST', '/v1/verifications', undefined, {
      items: [paper, { bundle: proof.body }],
    });
    expect(check.body.items.map(({ result, reason }) => [result, reason])).toEqual([
      ['unknown', 'INVOICE_ERASED'],
      ['genuine', undefined],
    ]);
  });
});
