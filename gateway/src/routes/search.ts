import { startOfChinaDay, stateKeys } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { z } from 'zod';
import type { Gateway } from '../gateway';
import { summaryOf } from '../issuing/invoice-reader';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { IndexedInvoice } from '../stores/index-store';
import { scopeOf } from './scope';
import { invoiceSearch } from './search-schemas';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Search over all that the caller may see; stands before the route that reads an invoice by its number. */
export function searchRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/invoices/search', (request, response) => {
    const principal = requirePrincipal(request, 'invoice.read');
    const asked = parseWith(invoiceSearch, request.query);
    const before = asked.after === undefined ? Number.MAX_SAFE_INTEGER : Number(asked.after);
    const filter = { scope: scopeOf(principal, gateway.registry), ...filterOf(gateway, asked) };
    const { rows, next } = gateway.index.search.find(filter, before, asked.limit);
    const reached = next === undefined ? undefined : gateway.index.countedRows(next, 1)[0]?.issuedAt;
    response.json({
      items: rows.map((row) => listed(gateway, row)),
      next: next === undefined ? null : String(next),
      reached: reached === undefined ? null : new Date(reached).toISOString(),
    });
  });

  return router;
}

type Asked = z.output<typeof invoiceSearch>;
type Filter = Omit<Parameters<Gateway['index']['search']['find']>[0], 'scope'>;

function filterOf(gateway: Gateway, { from, to, number, least, most, buyerTaxId, ...asked }: Asked): Filter {
  const sellers = sellersOf(gateway, asked);
  return {
    ...(sellers === undefined ? {} : { sellers }),
    ...(buyerTaxId === undefined ? {} : { buyer: buyerTaxId }),
    ...(from === undefined ? {} : { since: startOfChinaDay(from) }),
    ...(to === undefined ? {} : { until: startOfChinaDay(to) + DAY_MS }),
    ...(number === undefined ? {} : { prefix: number }),
    ...(least === undefined ? {} : { least: Number(least) }),
    ...(most === undefined ? {} : { most: Number(most) }),
  };
}

/** The sellers asked for by id and by taxpayer id: a taxpayer may be registered for real and in the sandbox. */
function sellersOf(gateway: Gateway, { seller, sellerTaxId }: Pick<Asked, 'seller' | 'sellerTaxId'>): string[] | undefined {
  if (sellerTaxId === undefined) return seller === undefined ? undefined : [seller];
  const known = gateway.registrations
    .fingerprintsOf(sellerTaxId)
    .flatMap((fingerprint) => (gateway.ledger.state(stateKeys.taxpayer(fingerprint)) as string | undefined) ?? []);
  return seller === undefined ? known : known.filter((id) => id === seller);
}

function listed(gateway: Gateway, row: IndexedInvoice): object {
  return { ...summaryOf(row), sellerName: gateway.registry.party(row.seller)?.name ?? null, buyerTaxId: row.buyer };
}
