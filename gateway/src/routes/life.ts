import { canonicalJson, hasher, LedgerError, RULE_SETS, type JsonValue } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { claimHeld } from './corrections';
import { readable } from './invoices';
import { bookingChange, cnRulesPublication, rulesPublication, useChange } from './life-schemas';

const AXES = {
  use: { type: 'use.changed', schema: useChange },
  booking: { type: 'booking.changed', schema: bookingChange },
} as const;

const RULE_SCHEMAS = { life: rulesPublication, cn: cnRulesPublication } as const;

/** Where an invoice stands, its use and booking by the buyer, and the rules of all that. */
export function lifeRoutes(gateway: Gateway): Router {
  const router = Router();
  const { reader, recorder, opener, corrections } = gateway.life;

  router.get('/v1/invoices/:number/status', (request, response) => {
    const { row } = readable(gateway, request);
    response.json(reader.status(row.number));
  });

  for (const [axis, { type, schema }] of Object.entries(AXES)) {
    router.post(`/v1/invoices/:number/${axis}`, async (request, response) => {
      const principal = requirePrincipal(request, 'invoice.use');
      const { number } = request.params;
      if (!/^\d{20}$/.test(number)) throw new LedgerError('NUMBER_MALFORMED', { path: '/number' });
      const { event, claim = claimHeld(gateway, principal, number), reason } = parseWith(schema, request.body ?? {});
      await recorder.record({
        caller: principal.organisation,
        facts: { type, invoice: number, event },
        asked: corrections.claimed(claim),
        open: () => [opener.open(number)],
        actor: { keyId: principal.keyId, why: reason },
      });
      response.json(reader.status(number));
    });
  }

  for (const set of RULE_SETS) {
    router.get(`/v1/rules/${set}`, (_request, response) => {
      response.json(reader.rules(set));
    });

    router.post(`/v1/rules/${set}`, async (request, response) => {
      const { organisation, keyId } = requirePrincipal(request, 'rules.publish');
      const { version, reason, ...values } = parseWith(RULE_SCHEMAS[set], request.body);
      const text = canonicalJson(JSON.parse(JSON.stringify(values)) as JsonValue);
      await recorder.record({
        caller: organisation,
        facts: { type: 'rules.published', set, version, digest: hasher().sha256(text), text },
        actor: { keyId, why: reason },
      });
      response.status(201).json(reader.rules(set));
    });
  }

  router.use(auditRefusals(gateway, 'life'));
  return router;
}
