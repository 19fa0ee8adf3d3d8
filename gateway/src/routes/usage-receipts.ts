import { isIdentifier, LedgerError, type ReceiptEntry } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { copySample, halvesPage, receiptAnswer, usagePage } from './usage-schemas';

const ANSWERS = {
  acknowledge: 'receipt.acknowledged',
  dispute: 'receipt.disputed',
} as const satisfies Record<string, ReceiptEntry['type']>;

/** Who used what, signed by both sides; what is missing of it; and what its provider should look at. */
export function usageReceiptRoutes(gateway: Gateway): Router {
  const router = Router();
  const { usage, alerts, grantReader, copies, inspections } = gateway.sharing;

  router.get('/v1/usage-receipts', async (request, response) => {
    const principal = requirePrincipal(request, 'usage.read');
    const { grant, reason, after, limit } = parseWith(usagePage, request.query);
    if (grant !== undefined) grantReader.find(principal, grant);
    if (isSupervisor(principal)) await inspections.note(principal, grant, reason);
    const whose = isSupervisor(principal) ? {} : { party: principal.organisation };
    const from = after === undefined ? 0 : Number(after);
    const shown = usage.page({ ...whose, ...(grant === undefined ? {} : { grant }), from, limit });
    const last = shown.items.length < limit ? undefined : shown.items.at(-1);
    response.json({ ...shown, next: last === undefined ? null : String(last.receipt.sequence + 1) });
  });

  router.get('/v1/usage-receipts/halves', (request, response) => {
    const principal = requirePrincipal(request, 'usage.read');
    const { after, limit } = parseWith(halvesPage, request.query);
    const items = usage.halves(isSupervisor(principal) ? undefined : principal.organisation, after ?? '', limit);
    response.json({ items, next: items.length < limit ? null : (items.at(-1)?.grant ?? null) });
  });

  router.get('/v1/usage-receipts/alerts', (request, response) => {
    const principal = requirePrincipal(request, 'usage.read');
    response.json({ items: alerts.list(isSupervisor(principal) ? undefined : principal.organisation) });
  });

  for (const [word, type] of Object.entries(ANSWERS)) {
    router.post(`/v1/usage-receipts/:grant/${word}`, async (request, response) => {
      const principal = requirePrincipal(request, 'usage.answer');
      const { reason, ...batch } = parseWith(receiptAnswer, request.body);
      const { grant } = grantReader.find(principal, grantOf(request));
      const facts = { type, grant, ...batch, root: batch.root as ReceiptEntry['root'] };
      const { organisation, keyId } = principal;
      const { sequence, entry } = await gateway.acts.record(organisation, facts, { keyId, why: reason });
      response.json({ sequence, ...entry });
    });
  }

  router.post('/v1/catalogue/:resource/copies', (request, response) => {
    const { organisation } = requirePrincipal(request, 'copy.trace');
    const { rows } = parseWith(copySample, request.body);
    response.json({ items: copies.trace(organisation, request.params.resource, rows) });
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}

function grantOf(request: Request): string {
  const { grant } = request.params;
  if (!isIdentifier(grant)) throw new LedgerError('FIELD_INVALID', { path: '/grant' });
  return grant;
}
