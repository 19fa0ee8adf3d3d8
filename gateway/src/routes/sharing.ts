import { LedgerError, type EntryFacts, type GrantConditions } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import type { Action } from '../access-policy';
import { madeId } from '../access/sharing-desk';
import type { SharingKind } from '../access/sharing-lists';
import type { Gateway } from '../gateway';
import type { PlacedEntry } from '../ledger/ledger';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import { reasonOnly } from './schemas';
import {
  accessAnswer,
  accessRequest,
  consentRequest,
  crossingRequest,
  deletionRequest,
  drawRequest,
  reviewRequest,
  sharingPages,
  standingRequest,
} from './sharing-schemas';

const shown = ({ sequence, entry }: PlacedEntry): object => ({ sequence, ...entry });

/** Consents, approvals of use abroad, requests, standing grants, and the ends of grants that both sides sign. */
export function sharingRoutes(gateway: Gateway): Router {
  const router = Router();
  const desk = (): Gateway['sharing']['sharingDesk'] => gateway.sharing.sharingDesk;

  /** Those that concern the caller, newest first. */
  const list = (path: string, kind: SharingKind): void => {
    router.get(path, (request, response) => {
      const principal = requirePrincipal(request, 'grant.read');
      const { after, limit, ...only } = parseWith(sharingPages[kind], request.query);
      const before = after === undefined ? undefined : Number(after);
      response.json(gateway.sharing.sharingLists.list(principal, kind, { before, limit, only }));
    });
  };

  router.post('/v1/consents', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'consent.record');
    const { reason, purpose, consent = madeId('consent'), ...facts } = parseWith(consentRequest, request.body);
    const entry = { type: 'consent.given', consent, ...facts } as EntryFacts;
    response.status(201).json(shown(await desk().record(organisation, entry, { keyId, why: reason }, { purpose })));
  });

  list('/v1/consents', 'consent');
  list('/v1/crossings', 'crossing');
  list('/v1/requests', 'request');
  list('/v1/standing-grants', 'standing');

  router.get('/v1/consents/:consent', (request, response) => {
    const principal = requirePrincipal(request, 'grant.read');
    response.json({ consent: request.params.consent, ...desk().consent(principal, request.params.consent) });
  });

  router.post('/v1/crossings', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'crossing.approve');
    const { reason, legalBasis, approval = madeId('approval'), ...facts } = parseWith(crossingRequest, request.body);
    const entry = { type: 'crossing.approved', approval, ...facts } as const;
    response.status(201).json(shown(await desk().record(organisation, entry, { keyId, why: reason }, { legalBasis })));
  });

  router.post('/v1/requests', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'request.make');
    const { reason, purpose, fields, request: id = madeId('request'), resource, basis } = parseWith(accessRequest, request.body);
    const entry = { type: 'request.made', request: id, resource, consumer: organisation, basis } as const;
    response.status(201).json(shown(await desk().record(organisation, entry, { keyId, why: reason }, { purpose, fields })));
  });

  router.get('/v1/requests/:request', (request, response) => {
    const principal = requirePrincipal(request, 'grant.read');
    response.json({ request: request.params.request, ...desk().request(principal, request.params.request) });
  });

  router.post('/v1/requests/:request/answer', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'request.answer');
    const { reason, grant } = parseWith(accessAnswer, request.body);
    const answer = {
      type: 'request.answered',
      request: request.params.request,
      ...(grant === undefined ? {} : { grant }),
    } as const;
    response.json(shown(await desk().record(organisation, answer, { keyId, why: reason })));
  });

  router.post('/v1/standing-grants', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'offer.publish');
    const { reason, purpose, fields, rows, liability, handling, conditions, standing, ...facts } = parseWith(
      standingRequest,
      request.body,
    );
    const { keepDays, ...recorded } = conditions;
    const terms = { purpose, fields, rows, liability, handling, conditions: recorded as GrantConditions };
    const wanted = { ...facts, standing, keepDays, terms };
    response.status(201).json(shown(await desk().openStanding(organisation, wanted, { keyId, why: reason })));
  });

  router.post('/v1/standing-grants/:standing/draw', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'request.make');
    const { reason, grant } = parseWith(drawRequest, request.body);
    response.status(201).json(shown(await desk().draw(organisation, request.params.standing, grant, { keyId, why: reason })));
  });

  /** A step that says no more than what it is about. */
  const step = (path: string, action: Action, factsOf: (id: string) => EntryFacts): void => {
    router.post(path, async (request, response) => {
      const about = request.path.startsWith('/v1/grants/')
        ? ownGrant(gateway, request, action)
        : requirePrincipal(request, action);
      const { organisation, keyId } = about;
      const { reason } = parseWith(reasonOnly, request.body);
      response.json(shown(await desk().record(organisation, factsOf(idIn(request)), { keyId, why: reason })));
    });
  };
  step('/v1/consents/:id/withdraw', 'consent.record', (consent) => ({ type: 'consent.withdrawn', consent }));
  step('/v1/crossings/:id/withdraw', 'crossing.approve', (approval) => ({ type: 'crossing.withdrawn', approval }));
  step('/v1/requests/:id/escalate', 'request.make', (request) => ({ type: 'request.escalated', request }));
  step('/v1/standing-grants/:id/close', 'offer.publish', (standing) => ({ type: 'standing.closed', standing }));
  step('/v1/grants/:id/propose-revocation', 'grant.change', (grant) => ({ type: 'grant.revocation-proposed', grant }));
  step('/v1/grants/:id/countersign-revocation', 'grant.change', (grant) => ({ type: 'grant.revocation-countersigned', grant }));

  router.post('/v1/grants/:id/attest-deletion', async (request, response) => {
    const { organisation, keyId } = ownGrant(gateway, request, 'grant.change');
    const { reason, statement } = parseWith(deletionRequest, request.body);
    const entry = { type: 'grant.deletion-attested', grant: idIn(request) } as const;
    response.json(shown(await desk().record(organisation, entry, { keyId, why: reason }, { statement })));
  });

  router.post('/v1/grants/:id/review', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'crossing.approve');
    const { reason, upheld } = parseWith(reviewRequest, request.body);
    const entry = { type: 'grant.reviewed', grant: idIn(request), upheld } as const;
    response.json(shown(await desk().record(organisation, entry, { keyId, why: reason })));
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}

function idIn(request: Request): string {
  return String(request.params['id']);
}

/** Of others' grants one does not even learn that they are there. @throws LedgerError GRANT_UNKNOWN. */
function ownGrant(gateway: Gateway, request: Request, action: Action): Principal {
  const principal = requirePrincipal(request, action);
  const id = request.params['id'];
  if (typeof id !== 'string') throw new LedgerError('GRANT_UNKNOWN');
  gateway.sharing.grantReader.find(principal, id);
  return principal;
}
