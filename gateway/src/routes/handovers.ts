import { Router } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Handover } from '../stores/handovers-store';
import { page } from './schemas';

/** Invoices that people have handed to a company. */
export function handoverRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/handovers', (request, response) => {
    const { organisation } = requirePrincipal(request, 'claim.hold');
    const { after, limit } = parseWith(page, request.query);
    const rows = gateway.handovers.list(organisation, Number(after ?? Number.MAX_SAFE_INTEGER), limit);
    response.json({
      items: rows.map((row) => handoverView(gateway, row)),
      next: rows.length < limit ? null : String(rows.at(-1)?.place),
    });
  });

  return router;
}

export function handoverView({ registry }: Gateway, { number, company, handedAt }: Handover): Record<string, unknown> {
  const name = registry.party(company)?.name ?? company;
  return { invoice: number, company, name, handedAt: new Date(handedAt).toISOString() };
}
