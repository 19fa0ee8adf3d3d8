import { LedgerError } from '@lianpiao/chaincode/domain';
import { formatTime } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import { readPaymentFile } from '../books/payment-file';
import { DEFINITIONS, DEFINITIONS_VERSION } from '../books/statistics';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { readText } from '../middleware/read-text';
import type { Principal } from '../stores/access-store';
import type { StoredReport } from '../stores/books-store';
import type { DayBooks, DayTotal } from '../stores/day-totals';
import { statsQuery } from './books-schemas';
import { page } from './schemas';

export const CSV = 'text/csv';
/** The largest payment file. */
export const MAX_CSV_BYTES = 16 * 1024 * 1024;

/** Takes payment files; stands before the parts that take JSON only. */
export function paymentFileRoutes(gateway: Gateway): Router {
  const router = Router();
  router.post('/v1/books/reconciliations', async (request, response) => {
    const { organisation } = requirePrincipal(request, 'books.reconcile');
    const payments = await readPaymentFile(await readText(request, CSV, MAX_CSV_BYTES), organisation);
    response.status(201).json(reportAnswer(await gateway.bookDesk.reconcile(organisation, payments)));
  });
  return router;
}

/** Kept reports on payment files, and the statistics of a day. */
export function booksRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/books/reconciliations', (request, response) => {
    const { organisation } = requirePrincipal(request, 'books.read');
    const { after, limit } = parseWith(page, request.query);
    const rows = gateway.books.list(organisation, after === undefined ? Number.MAX_SAFE_INTEGER : Number(after), limit);
    const next = rows.length < limit ? null : String(rows.at(-1)?.place ?? 0);
    response.json({ items: rows.map(({ report }) => reportAnswer(report)), next });
  });

  router.get('/v1/books/reconciliations/:id', (request, response) => {
    const principal = requirePrincipal(request, 'books.read');
    const report = gateway.books.find(request.params.id);
    // What a caller may not see is not there.
    if (report === undefined || !maySee(principal, report)) throw new LedgerError('NOT_FOUND');
    const { after, limit } = parseWith(page, request.query);
    const from = after === undefined ? 0 : Number(after);
    const items = gateway.books.differences(report.id, from, limit);
    response.json({ ...reportAnswer(report), items, next: items.length < limit ? null : String(from + limit) });
  });

  router.get('/v1/stats', async (request, response) => {
    const principal = requirePrincipal(request, 'stats.read');
    const { date = gateway.statistics.today(gateway.clock()), after = '', limit } = parseWith(statsQuery, request.query);
    const { height, books: all } = await gateway.statistics.books(date);
    const books = visibleTo(principal, all);
    const sellers = books.sellers.filter(({ seller }) => seller > after);
    const shown = wholeSellers(sellers, limit);
    response.json({
      date,
      definitions: DEFINITIONS_VERSION,
      height,
      bureau: books.all.map(totalAnswer),
      platforms: books.groups.map((line) => ({ platform: line.seller, ...totalAnswer(line) })),
      sellers: shown.map((line) => ({ seller: line.seller, ...totalAnswer(line) })),
      next: shown.length < sellers.length ? (shown.at(-1)?.seller ?? null) : null,
    });
  });

  router.get('/v1/stats/definitions', (request, response) => {
    requirePrincipal(request, 'stats.read');
    response.json({ version: DEFINITIONS_VERSION, items: DEFINITIONS });
  });

  return router;
}

function maySee(principal: Principal, { organisation }: StoredReport): boolean {
  return isSupervisor(principal) || principal.organisation === organisation;
}

/** A seller sees its own books; a platform its own sum beside them. */
function visibleTo(principal: Principal, books: DayBooks): DayBooks {
  if (isSupervisor(principal)) return books;
  const own = ({ seller }: DayTotal): boolean => seller === principal.organisation;
  return { all: [], groups: books.groups.filter(own), sellers: books.sellers.filter(own) };
}

/** The first lines, so many that no seller is cut in two. */
function wholeSellers(lines: readonly DayTotal[], limit: number): readonly DayTotal[] {
  const last = lines[limit - 1]?.seller;
  return lines.filter(({ seller }, place) => place < limit || seller === last);
}

function totalAnswer({ currency, test, count, gross }: DayTotal): object {
  return { currency, test, count, gross };
}

function reportAnswer({ createdAt, ...report }: StoredReport): object {
  return { ...report, createdAt: formatTime(createdAt), links: { self: `/v1/books/reconciliations/${report.id}` } };
}
