import { z } from 'zod';
import { DIFFERENCE_KINDS } from '../books/compare-payments';
import { cutQuery, findingsQuery, reportId, statsQuery } from '../routes/books-schemas';
import { identifier, page, reasonOnly } from '../routes/schemas';
import { instant, number } from './entries';
import type { Operation } from './operation';

const sum = z
  .string()
  .regex(/^-?[0-9]+\.[0-9]{2}$/)
  .meta({ description: 'Exact decimal text' });
const amount = z.string().regex(/^-?[0-9]{1,18}(?:\.[0-9]{1,2})?$/);
const currency = z.string().regex(/^(?:[A-Z]{3})?$/);
const next = z.string().nullable();
const count = z.int().min(0);
const text = z.object({ en: z.string(), zh: z.string() }).strict();

const reportFields = {
  id: reportId,
  organisation: identifier,
  days: z.array(z.iso.date()),
  rows: count.meta({ description: 'Rows of the file' }),
  createdAt: instant,
  sums: z.array(
    z
      .strictObject({ currency, payments: count, paid: sum, invoices: count, invoiced: sum, difference: sum })
      .meta({ id: 'CurrencySum' }),
  ),
  counts: z.record(z.string(), count).meta({ description: 'How many differences there are of each kind' }),
  links: z.strictObject({ self: z.string() }),
};
const report = z.strictObject(reportFields).meta({ id: 'BooksReport' });
const difference = z
  .strictObject({
    kind: z.enum(DIFFERENCE_KINDS),
    seller: identifier,
    line: z.int().min(2).optional(),
    orderReference: z.string().optional(),
    paymentReference: z.string().optional(),
    paid: sum.optional(),
    number: number.optional(),
    invoiced: amount.optional(),
    currency: currency.optional(),
  })
  .meta({ id: 'BooksDifference' });

const totals = { currency, test: z.boolean(), count, gross: sum };
const stats = z
  .strictObject({
    date: z.iso.date(),
    definitions: z.string().meta({ description: 'Version of the definitions of these figures' }),
    height: count.meta({ description: 'Entries of the ledger that the figures are made of' }),
    bureau: z.array(z.strictObject(totals)).meta({ description: 'Empty for sellers' }),
    platforms: z.array(z.strictObject({ platform: identifier, ...totals })),
    sellers: z.array(z.strictObject({ seller: identifier, ...totals })),
    next,
  })
  .meta({ id: 'DayStatistics' });

const cuts = z
  .strictObject({
    by: cutQuery.shape.by,
    from: z.iso.date(),
    to: z.iso.date(),
    height: count.meta({ description: 'Entries of the ledger that were counted' }),
    items: z.array(
      z.strictObject({
        key: z
          .string()
          .meta({ description: "A region's two digits, a trade's name, a rate in percent, or a day; empty: unnamed" }),
        currency,
        test: z.boolean(),
        count: count.meta({ description: 'Invoices of a region or a day, lines of a trade or a rate' }),
        net: sum,
        tax: sum,
      }),
    ),
    rest: count.meta({ description: 'Sums beyond the limit' }),
  })
  .meta({ id: 'CutStatistics' });

const place = z.record(z.string(), z.union([z.string(), z.number()]));
const finding = z
  .strictObject({
    id: count,
    code: z.string().meta({ description: 'Stable word for what is wrong' }),
    part: z.string(),
    place,
    cause: z.string().meta({ description: 'Class of the cause' }),
    detail: z.string().optional(),
    repair: text,
    soundAt: instant,
    detectedAt: instant,
    seenAt: instant,
    resolvedAt: instant.nullable(),
    timeToDetectSeconds: z.number(),
  })
  .meta({ id: 'Finding' });
const repair = z
  .strictObject({
    id: count,
    part: z.string(),
    place,
    what: z.string(),
    before: z.string(),
    after: z.string(),
    repairedAt: instant,
  })
  .meta({ id: 'Repair' });
const pass = z
  .strictObject({
    id: count,
    requestedBy: z.string(),
    requestedAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    result: z.string().nullable(),
    report: z.looseObject({}).nullable(),
  })
  .meta({ id: 'FullPass' });
const state = z.strictObject({
  height: count.meta({ description: 'Entries that were compared' }),
  ledger: count.meta({ description: 'Entries of the ledger' }),
  lookedAt: instant.nullable(),
  openFindings: count,
  lastTimeToDetectSeconds: z.number().nullable(),
  lastFullPass: pass.nullable(),
  waitingPass: pass.nullable(),
});

const FILE_EXAMPLE = 'date,orderReference,amount,currency\n2026-01-31,ORDER-1,109.00,CNY\n';

/** Books of merchants and platforms, statistics, and what reconciliation found. */
export const booksOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/books/reconciliations',
    id: 'reconcileBooks',
    tag: 'books',
    summary: 'Compare a file of payments with the invoices of its days; the report is kept',
    access: 'books.reconcile',
    body: { schema: z.string(), type: 'text/csv', examples: { file: { value: FILE_EXAMPLE } } },
    answers: { 201: { description: 'The report; its differences stand behind its link', schema: report } },
    codes: ['CSV_MALFORMED', 'CSV_HEADER_INVALID', 'CSV_TOO_LONG', 'MONEY_MALFORMED', 'CURRENCY_INVALID', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/books/reconciliations',
    id: 'listBooksReports',
    tag: 'books',
    summary: 'Reports of the own organisation, newest first',
    access: 'books.read',
    query: page,
    answers: { 200: { description: 'A page', schema: z.strictObject({ items: z.array(report), next }) } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/books/reconciliations/{id}',
    id: 'readBooksReport',
    tag: 'books',
    summary: 'A report with a page of its differences',
    access: 'books.read',
    params: z.object({ id: reportId }),
    query: page,
    answers: { 200: { description: 'A page', schema: z.strictObject({ ...reportFields, items: z.array(difference), next }) } },
    codes: ['NOT_FOUND', 'CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/stats',
    id: 'readStatistics',
    tag: 'books',
    summary: 'Totals of a day: by seller, by platform, and of all; a seller sees its own',
    access: 'stats.read',
    query: statsQuery,
    answers: { 200: { description: 'The totals, a page of sellers', schema: stats } },
    codes: ['TIME_MALFORMED', 'DATABASE_UNAVAILABLE'],
  },
  {
    method: 'get',
    path: '/v1/stats/cuts',
    id: 'readCuts',
    tag: 'books',
    summary: 'Sums over some days by region, trade, rate or day; the largest first, days in their order',
    access: 'stats.cut',
    query: cutQuery,
    answers: { 200: { description: 'The sums', schema: cuts } },
    codes: ['FIELD_MISSING', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/stats/definitions',
    id: 'readDefinitions',
    tag: 'books',
    summary: 'What each figure is, with the version that answers name',
    access: 'stats.read',
    answers: {
      200: {
        description: 'The definitions',
        schema: z.strictObject({ version: z.string(), items: z.array(z.strictObject({ name: z.string(), ...text.shape })) }),
      },
    },
  },
  {
    method: 'get',
    path: '/v1/reconciliation',
    id: 'readReconciliation',
    tag: 'reconciliation',
    summary: 'How far ledger, payloads, index and log were compared, and how much is wrong',
    access: 'reconciliation.read',
    answers: { 200: { description: 'The state', schema: state } },
  },
  {
    method: 'get',
    path: '/v1/reconciliation/findings',
    id: 'listFindings',
    tag: 'reconciliation',
    summary: 'Bad records, newest first: where, what kind of cause, how to repair',
    access: 'reconciliation.read',
    query: findingsQuery,
    answers: { 200: { description: 'A page', schema: z.strictObject({ items: z.array(finding), next }) } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/reconciliation/repairs',
    id: 'listRepairs',
    tag: 'reconciliation',
    summary: 'Derived data that was written anew, newest first',
    access: 'reconciliation.read',
    query: page,
    answers: { 200: { description: 'A page', schema: z.strictObject({ items: z.array(repair), next }) } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'post',
    path: '/v1/reconciliation/runs',
    id: 'requestFullPass',
    tag: 'reconciliation',
    summary: 'Ask for a full pass from the first entry on; one that waits already serves everybody',
    access: 'reconciliation.run',
    body: { schema: reasonOnly },
    answers: { 202: { description: 'The pass that waits', schema: pass } },
  },
];
