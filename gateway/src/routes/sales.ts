import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import type { Action } from '../access-policy';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { fenOf, saleView, type OpenedSale } from '../sales/sale';
import { coverageOf } from '../sales/coverage';
import { sumSales } from '../sales/sale-summary';
import type { Principal } from '../stores/access-store';
import type { StoredRefund } from '../stores/refunds-store';
import type { SaleRow } from '../stores/sales-store';
import { scopeOf } from './scope';
import { coverageQuery, dayQuery, paymentRequest, refundPage, refundRequest, salePage, saleRequest } from './sale-schemas';
import { reasonOnly } from './schemas';

/** Sales that a day's sums add up at most; beyond, the answer says that it is not complete. */
const MAX_SUMMED = 100_000;

/** Paid sales that wait for their invoice, as tills and shops see them, and their refunds. */
export function saleRoutes(gateway: Gateway): Router {
  const router = Router();
  const shown = (sale: OpenedSale): Record<string, unknown> => {
    const refunded = gateway.refunds.ofSale(sale.row.place).reduce((sum, { gross }) => sum + fenOf(gross), 0n);
    return saleView(sale, gateway.config.publicUrl, gateway.clock(), refunded);
  };
  const own = (request: Request<{ id: string }>, action: Action): { principal: Principal; row: SaleRow } => {
    const principal = requirePrincipal(request, action);
    const row = gateway.sales.byId(request.params.id);
    if (row === undefined || !sellersOf(gateway, principal).includes(row.seller)) throw new LedgerError('SALE_UNKNOWN');
    return { principal, row };
  };

  router.post('/v1/sales', (request, response) => {
    const { organisation } = requirePrincipal(request, 'sale.record');
    const { payment, expiresAt, ...invoice } = parseWith(saleRequest, request.body);
    const { sale, created } = gateway.saleDesk.record(organisation, { invoice, payment, expiresAt });
    response.status(created ? 201 : 200).json(shown(sale));
  });

  router.get('/v1/sales', (request, response) => {
    const principal = requirePrincipal(request, 'sale.read');
    const { after, ...filter } = parseWith(salePage, request.query);
    const rows = gateway.sales.list({ ...filter, sellers: sellersOf(gateway, principal), before: beforeOf(after) });
    response.json({ items: rows.map((row) => shown(gateway.saleReader.open(row))), next: nextOf(rows, filter.limit) });
  });

  router.get('/v1/sales/summary', (request, response) => {
    const principal = requirePrincipal(request, 'sale.read');
    const { day, till } = parseWith(dayQuery, request.query);
    const sellers = sellersOf(gateway, principal);
    const rows = gateway.sales.amounts({ sellers, day, till, limit: MAX_SUMMED + 1 });
    response.json({
      day,
      till: till ?? null,
      sums: sumSales(rows.slice(0, MAX_SUMMED), gateway.clock()),
      complete: rows.length <= MAX_SUMMED,
    });
  });

  router.get('/v1/sales/coverage', (request, response) => {
    const principal = requirePrincipal(request, 'coverage.read');
    const { day } = parseWith(coverageQuery, request.query);
    response.json(coverageOf(gateway, scopeOf(principal, gateway.registry), day));
  });

  router.get('/v1/sales/:id', (request, response) => {
    response.json(shown(gateway.saleReader.open(own(request, 'sale.read').row)));
  });

  router.post('/v1/sales/:id/payment', (request, response) => {
    const { row } = own(request, 'sale.record');
    response.json(shown(gateway.saleDesk.pay(row, parseWith(paymentRequest, request.body))));
  });

  router.post('/v1/sales/:id/cancel', async (request, response) => {
    const { principal, row } = own(request, 'sale.record');
    const { reason } = parseWith(reasonOnly, request.body);
    const sale = gateway.saleDesk.cancel(row);
    await recordAct(gateway, principal, 'sale.cancelled', row, reason);
    response.json(shown(sale));
  });

  router.delete('/v1/sales/:id/content', async (request, response) => {
    const { principal, row } = own(request, 'invoice.erase');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    if (row.content === null) throw new LedgerError('SALE_ERASED');
    await recordAct(gateway, principal, 'sale.erased', row, reason);
    gateway.sales.erase(row.id);
    response.json({ erased: row.id });
  });

  router.post('/v1/sales/:id/refunds', (request, response) => {
    const { row } = own(request, 'sale.record');
    const { refund, created } = gateway.saleDesk.refund(row, parseWith(refundRequest, request.body));
    response.status(created ? 201 : 200).json(refundView(refund));
  });

  router.get('/v1/sales/:id/refunds', (request, response) => {
    const { row } = own(request, 'sale.read');
    response.json({ items: gateway.refunds.ofSale(row.place).map(refundView), next: null });
  });

  router.get('/v1/refunds', (request, response) => {
    const principal = requirePrincipal(request, 'sale.read');
    const { after, ...filter } = parseWith(refundPage, request.query);
    const rows = gateway.refunds.list({ ...filter, sellers: sellersOf(gateway, principal), before: beforeOf(after) });
    response.json({ items: rows.map(refundView), next: nextOf(rows, filter.limit) });
  });

  return router;
}

/** Whose sales a caller sees: its own and those of sellers that delegate to it. */
function sellersOf({ registry }: Gateway, { organisation }: Principal): string[] {
  return [organisation, ...registry.delegatorsOf(organisation)];
}

function recordAct(gateway: Gateway, principal: Principal, act: string, { id }: SaleRow, why: string): Promise<unknown> {
  const facts = { type: 'act.recorded', act, subject: `sale-${id}` } as const;
  return gateway.acts.record(principal.organisation, facts, { keyId: principal.keyId, why });
}

function refundView({ id, sale, number, cancelledAt, day, createdAt, gross, content }: StoredRefund): Record<string, unknown> {
  return {
    id,
    sale,
    // Without an invoice there is nothing to red-letter: the sale was cancelled by it, or its invoice may still be claimed.
    state: cancelledAt === null ? 'prepared' : 'not-needed',
    invoice: number,
    day,
    createdAt: new Date(createdAt).toISOString(),
    gross,
    refundReference: content?.refundReference ?? null,
    reason: content?.reason ?? null,
    lines: content?.lines ?? null,
    totals: content?.totals ?? null,
  };
}

/** Lists are newest first: a cursor is the place before which they go on. */
function beforeOf(after: string | undefined): number {
  return Number(after ?? Number.MAX_SAFE_INTEGER);
}

function nextOf(rows: readonly { readonly place: number }[], limit: number): string | null {
  const last = rows.at(-1);
  return rows.length < limit || last === undefined ? null : String(last.place);
}
