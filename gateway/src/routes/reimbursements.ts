import type { IncomingMessage } from 'node:http';
import { LedgerError, requireClaim, requirePledge } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import { listLife } from './list-life';
import { claimEnd, claimRenewal, pledgeRelease, pledgeRequest, reservationRequest } from './life-schemas';

/** Reimbursement: amounts reserved, renewed, released, settled; receivables pledged and released. */
export function reimbursementRoutes(gateway: Gateway): Router {
  const router = Router();
  const { reimbursements, reader } = gateway.life;

  router.post('/v1/claims', async (request, response) => {
    response.status(201).json(await reserveClaim(gateway, request, request.body));
  });

  router.get('/v1/claims', (request, response) => {
    const principal = requirePrincipal(request, 'claim.read');
    response.json(listLife(gateway, principal, request, 'claim'));
  });

  router.get('/v1/claims/:id', (request, response) => {
    const principal = requirePrincipal(request, 'claim.read');
    requireHeld(gateway, principal, request.params.id);
    response.json(reader.claim(request.params.id));
  });

  for (const event of ['settle', 'release', 'renew'] as const) {
    router.post(`/v1/claims/:id/${event}`, async (request, response) => {
      const { organisation, keyId } = requirePrincipal(request, 'claim.hold');
      const { id } = request.params;
      const { reason, ...rest } = parseWith(event === 'renew' ? claimRenewal : claimEnd, request.body);
      await reimbursements.change(organisation, id, { event, ...rest }, { keyId, why: reason });
      response.json(reader.claim(id));
    });
  }

  router.post('/v1/pledges', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'pledge.make');
    const { reason, ...pledge } = parseWith(pledgeRequest, request.body);
    const id = await reimbursements.pledge(organisation, pledge, { keyId, why: reason });
    response.status(201).json(reader.pledge(id));
  });

  router.get('/v1/pledges', (request, response) => {
    const principal = requirePrincipal(request, 'pledge.read');
    response.json(listLife(gateway, principal, request, 'pledge'));
  });

  router.get('/v1/pledges/:id', (request, response) => {
    const principal = requirePrincipal(request, 'pledge.read');
    requirePledgeSeen(gateway, principal, request.params.id);
    response.json(reader.pledge(request.params.id));
  });

  router.post('/v1/pledges/:id/release', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'pledge.release');
    const { reason, as } = parseWith(pledgeRelease, request.body ?? {});
    await reimbursements.releasePledge(organisation, request.params.id, as, { keyId, why: reason });
    response.json(reader.pledge(request.params.id));
  });

  router.use(auditRefusals(gateway, 'life'));
  return router;
}

/** Reserves what a body asks for. @returns the claim. @throws LedgerError for what the form or the rules refuse. */
export async function reserveClaim({ life }: Gateway, request: IncomingMessage, body: unknown): Promise<Record<string, unknown>> {
  const { organisation, keyId } = requirePrincipal(request, 'claim.hold');
  const { reason, ...reservation } = parseWith(reservationRequest, body);
  const id = await life.reimbursements.reserve(organisation, reservation, { keyId, why: reason });
  return life.reader.claim(id);
}

/** Others' claims are not there. @throws LedgerError CLAIM_UNKNOWN. */
export function requireHeld({ life }: Gateway, principal: Principal, id: string): void {
  requireClaim(life.opener.state, id);
  if (isSupervisor(principal) || life.reimbursements.holderOf(id, 'claim.reserved') === principal.organisation) return;
  throw new LedgerError('CLAIM_UNKNOWN', { found: id });
}

/** @throws LedgerError PLEDGE_UNKNOWN. */
function requirePledgeSeen({ life }: Gateway, principal: Principal, id: string): void {
  const { invoice } = requirePledge(life.opener.state, id);
  const parties = [life.opener.find(invoice).seller, life.reimbursements.holderOf(id, 'pledge.made')];
  if (isSupervisor(principal) || parties.includes(principal.organisation)) return;
  throw new LedgerError('PLEDGE_UNKNOWN', { found: id });
}
