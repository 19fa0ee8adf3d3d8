import { isIdentifier, LedgerError, stateKeys, type Digest, type EntryFacts, type TillState } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import { bookOf } from '../till/book-desk';
import { answerLines } from './batch';
import { reasonOnly } from './schemas';
import { outage, tillKey } from './till-schemas';

/** Reports of tills: NDJSON in and out, before bodies are read as JSON. */
export function tillReportRoutes(gateway: Gateway): Router {
  const router = Router();
  router.post('/v1/tills/:till/reports', async (request, response) => {
    const { organisation } = requirePrincipal(request, 'invoice.issue');
    const till = tillOf(request);
    await answerLines(gateway, request, response, (lines) => gateway.desk.report(organisation, till, lines));
  });
  return router;
}

/** Tills that issue by themselves: their keys, what they have to know, and the end of an outage. */
export function tillRoutes(gateway: Gateway): Router {
  const router = Router();

  /** Open: whoever holds a slip checks it against this key. */
  router.get('/v1/tills/:till/key', (request, response) => {
    const { device } = stateOf(gateway, tillOf(request));
    if (device === undefined) throw new LedgerError('TILL_KEY_MISSING', { path: '/till' });
    const { id, key, former = null } = device;
    response.json({ till: tillOf(request), id, key, former });
  });

  router.post('/v1/tills/:till/key', async (request, response) => {
    const principal = requirePrincipal(request, 'till.hold-key');
    const { key, reason } = parseWith(tillKey, request.body);
    const facts = { type: 'till.key-registered', till: tillOf(request), key } as const;
    response.status(201).json(await record(principal, facts, reason));
  });

  router.delete('/v1/tills/:till/key', async (request, response) => {
    const principal = requirePrincipal(request, 'till.hold-key');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    response.json(await record(principal, { type: 'till.key-revoked', till: tillOf(request) }, reason));
  });

  router.get('/v1/tills/:till/book', (request, response) => {
    const { organisation } = requirePrincipal(request, 'till.hold-key');
    const till = tillOf(request);
    const { seller } = stateOf(gateway, till);
    if (seller !== organisation && !gateway.registry.isDelegated(seller, organisation))
      throw new LedgerError('TILL_NOT_YOURS', { path: '/till' });
    response.json(bookOf(gateway.ledger, gateway.registry, till, gateway.clock()));
  });

  router.post('/v1/tills/:till/outages', async (request, response) => {
    const principal = requirePrincipal(request, 'till.hold-key');
    const { reason, first, last, ...facts } = parseWith(outage, request.body);
    const closed = {
      type: 'outage.closed',
      till: tillOf(request),
      ...facts,
      first: first as Digest,
      last: last as Digest,
    } as const;
    response.status(201).json(await record(principal, closed, reason));
  });

  const record = async ({ organisation, keyId }: Principal, facts: EntryFacts, why: string): Promise<object> => {
    const { sequence, entry } = await gateway.acts.record(organisation, facts, { keyId, why });
    return { sequence, ...entry };
  };

  return router;
}

/** Not by the registry, which remembers tills: a key changes. @throws LedgerError TILL_UNKNOWN. */
function stateOf({ ledger }: Gateway, till: string): TillState {
  const state = ledger.state(stateKeys.till(till)) as TillState | undefined;
  if (state === undefined) throw new LedgerError('TILL_UNKNOWN', { path: '/till' });
  return state;
}

function tillOf({ params }: Pick<Request, 'params'>): string {
  const { till } = params;
  if (!isIdentifier(till)) throw new LedgerError('TILL_UNKNOWN', { path: '/till' });
  return till;
}
