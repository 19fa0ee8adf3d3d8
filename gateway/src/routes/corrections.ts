import { LedgerError, lifeOf, requireCorrection } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import { listLife } from './list-life';
import { correctionAnswer, correctionRequest, correctionVoid } from './life-schemas';

type Side = 'buyer' | 'seller';

/** Red-letter confirmations: asked for, confirmed, refused, withdrawn, made void, read. */
export function correctionRoutes(gateway: Gateway): Router {
  const router = Router();
  const { corrections, reader } = gateway.life;

  router.post('/v1/corrections', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'correction.request');
    const { reason, reasonCode, correction, invoice, lines, claim } = parseWith(correctionRequest, request.body);
    const by = sellsFor(gateway, organisation, gateway.life.opener.find(invoice).seller) ? 'seller' : 'buyer';
    const asked = { correction, invoice, reason: reasonCode, lines, claim, by } as const;
    const id = await corrections.request(organisation, asked, { keyId, why: reason });
    response.status(201).json(reader.correction(id));
  });

  router.get('/v1/corrections', (request, response) => {
    const principal = requirePrincipal(request, 'correction.read');
    response.json(listLife(gateway, principal, request, 'correction'));
  });

  router.get('/v1/corrections/:id', async (request, response) => {
    const principal = requirePrincipal(request, 'correction.read');
    const { id } = request.params;
    requireSeen(gateway, principal, id);
    // Whoever looks sees to it that a confirmed one is carried out.
    await corrections.finish(id);
    response.json(reader.correction(id));
  });

  for (const word of ['confirm', 'refuse', 'withdraw'] as const) {
    router.post(`/v1/corrections/:id/${word}`, async (request, response) => {
      const principal = requirePrincipal(request, 'correction.answer');
      const { id } = request.params;
      const { reason, ...answer } = parseWith(correctionAnswer, request.body ?? {});
      const as = sideOf(gateway, principal, id);
      const claim = answer.claim ?? (as === 'buyer' ? claimHeld(gateway, principal, correctedBy(gateway, id)) : undefined);
      const event =
        word === 'withdraw' && requireCorrection(gateway.life.opener.state, id).status === '04' ? 'withdraw-confirmed' : word;
      await corrections.answer(principal.organisation, id, { event, as, claim }, { keyId: principal.keyId, why: reason });
      response.json(reader.correction(id));
    });
  }

  router.post('/v1/corrections/:id/void', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'correction.void');
    const { reason, event } = parseWith(correctionVoid, request.body ?? {});
    await corrections.answer(organisation, request.params.id, { event, as: 'bureau' }, { keyId, why: reason });
    response.json(reader.correction(request.params.id));
  });

  router.use(auditRefusals(gateway, 'life'));
  return router;
}

/** On whose side a caller stands. What is not its own is not there. */
function sideOf(gateway: Gateway, principal: Principal, id: string): Side {
  const { invoice } = requireCorrection(gateway.life.opener.state, id);
  const seller = lifeOf(gateway.life.opener.state, invoice)?.seller ?? '';
  if (sellsFor(gateway, principal.organisation, seller)) return 'seller';
  requireSeen(gateway, principal, id);
  return 'buyer';
}

/** The invoice that a correction is of. @throws LedgerError CORRECTION_UNKNOWN. */
function correctedBy({ life }: Gateway, id: string): string {
  return requireCorrection(life.opener.state, id).invoice;
}

/** By which claim a caller stands on the buyer's side of an invoice that does not name it; undefined where it needs none. */
export function claimHeld(
  { life: { opener, reimbursements }, registry }: Gateway,
  { organisation }: Principal,
  invoice: string,
): string | undefined {
  const { buyer } = opener.find(invoice);
  if (buyer !== null && buyer === registry.party(organisation)?.taxId) return undefined;
  const claims = lifeOf(opener.state, invoice)?.claims ?? [];
  return claims.find((claim) => reimbursements.holderOf(claim, 'claim.reserved') === organisation);
}

/** @throws LedgerError CORRECTION_UNKNOWN. */
function requireSeen(gateway: Gateway, principal: Principal, id: string): void {
  const { invoice } = requireCorrection(gateway.life.opener.state, id);
  if (!sees(gateway, principal, invoice)) throw new LedgerError('CORRECTION_UNKNOWN', { found: id });
}

/** Seller, named buyer, holders of claims on the invoice, and supervisors. @throws LedgerError INVOICE_UNKNOWN. */
export function sees(gateway: Gateway, principal: Principal, invoice: string): boolean {
  const { opener, reimbursements } = gateway.life;
  const row = opener.find(invoice);
  return (
    isSupervisor(principal) ||
    sellsFor(gateway, principal.organisation, row.seller) ||
    (row.buyer !== null && row.buyer === gateway.registry.party(principal.organisation)?.taxId) ||
    (lifeOf(opener.state, invoice)?.claims ?? []).some(
      (claim) => reimbursements.holderOf(claim, 'claim.reserved') === principal.organisation,
    )
  );
}

export function sellsFor({ registry }: Gateway, organisation: string, seller: string): boolean {
  return seller === organisation || registry.isDelegated(seller, organisation);
}
