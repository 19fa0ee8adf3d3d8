import { DISORDER_MS } from './day-totals';
import type { IndexedInvoice, IndexScope } from './indexed-invoice';
import type { Sqlite } from './sqlite';

/** What is searched for; every member narrows. */
export interface InvoiceFilter {
  readonly scope: IndexScope;
  /** Ids of organisations; none of them means that nothing is found. */
  readonly sellers?: readonly string[];
  /** Taxpayer id. */
  readonly buyer?: string;
  /** Milliseconds since 1970; `until` itself is outside. */
  readonly since?: number;
  readonly until?: number;
  /** The first digits of the number. */
  readonly prefix?: string;
  /** Total with tax, both ends inside. */
  readonly least?: number;
  readonly most?: number;
}

export interface FoundInvoices {
  readonly rows: readonly IndexedInvoice[];
  /** Where the next page begins: below this sequence. Undefined when all was searched. */
  readonly next: number | undefined;
}

interface Condition {
  readonly where: string;
  readonly values: readonly (number | string)[];
}

/** Sequences from `end` on and below `below`. */
interface Span {
  readonly end: number;
  readonly below: number;
  readonly limit: number;
}

/** Rows that one page looks at, at most: it bounds the time of a page whose filter matches next to nothing. */
export const LOOKED_AT = 50_000;
/** Up to so many numbers of a prefix are fetched by their index and sorted. */
const FEW_NUMBERS = 2_000;
const NUMBER_DIGITS = 20;
/** Amounts have two decimals; a thousandth keeps both ends inside, whatever a sum of binary fractions makes of them. */
const A_THOUSANDTH = 0.001;
const COLUMNS = 'sequence, number, seller, till, buyer, issued_at AS issuedAt, currency, gross, test';

/**
 * Searches the index, newest first. A page costs a bounded number of rows, not a bounded number of matches: one that matches
 * little comes back short, with the place to go on from, and its reader sees how far the search has come.
 */
export class InvoiceSearch {
  readonly #database: Sqlite;
  readonly #firstSince: (time: number) => number;

  /** @param firstSince the sequence from which on rows may be as young as a time. */
  constructor(database: Sqlite, firstSince: (time: number) => number) {
    this.#database = database;
    this.#firstSince = firstSince;
  }

  /** @param before sequences below this one. */
  find(filter: InvoiceFilter, before: number, limit: number): FoundInvoices {
    if (filter.sellers?.length === 0) return { rows: [], next: undefined };
    const first = filter.since === undefined ? 0 : this.#firstSince(filter.since - 2 * DISORDER_MS);
    const below = filter.until === undefined ? before : Math.min(before, this.#firstSince(filter.until + 2 * DISORDER_MS));
    const isFew = this.#isFew(filter.prefix);
    const end = isFew ? first : Math.max(first, this.#endOfLook(filter, below));
    const rows = this.#rows(conditionsOf(filter, isFew), isFew, { end, below, limit: limit + 1 });
    if (rows.length > limit) return { rows: rows.slice(0, limit), next: rows[limit - 1]?.sequence };
    return { rows, next: end > first ? end : undefined };
  }

  #rows(conditions: readonly Condition[], byNumber: boolean, span: Span): IndexedInvoice[] {
    const where = ['sequence < ? AND sequence >= ?', ...conditions.map((condition) => condition.where)].join(' AND ');
    const from = byNumber ? 'invoices INDEXED BY invoices_number' : 'invoices';
    return this.#database
      .prepare(`SELECT ${COLUMNS} FROM ${from} WHERE ${where} ORDER BY sequence DESC LIMIT ?`)
      .all(span.below, span.end, ...conditions.flatMap(({ values }) => values), span.limit) as IndexedInvoice[];
  }

  #isFew(prefix: string | undefined): boolean {
    if (prefix === undefined) return false;
    const { where, values } = numbersOf(prefix);
    const some = `SELECT count(*) FROM (SELECT 1 FROM invoices WHERE ${where} LIMIT ?)`;
    const count = this.#database.prepare(some).pluck().get(...values, FEW_NUMBERS + 1) as number; // prettier-ignore
    return count <= FEW_NUMBERS;
  }

  /** Where the rows that one page looks at end: those of the seller or the buyer, where there is one. */
  #endOfLook(filter: InvoiceFilter, below: number): number {
    const key = keyOf(filter);
    if (key === undefined) return Math.max(0, Math.min(below, this.#height()) - LOOKED_AT);
    const end = this.#database
      .prepare(`SELECT sequence FROM invoices WHERE ${key.where} AND sequence < ? ORDER BY sequence DESC LIMIT 1 OFFSET ?`)
      .pluck()
      .get(...key.values, below, LOOKED_AT) as number | undefined;
    return end ?? 0;
  }

  #height(): number {
    return ((this.#database.prepare('SELECT max(sequence) FROM invoices').pluck().get() as number | null) ?? -1) + 1;
  }
}

/**
 * The conditions of a filter. SQLite's planner guesses from averages which index to take, and a wrong guess sorts a million
 * rows: the columns of all conditions but the one whose index is meant are written so that no index serves them.
 */
function conditionsOf(filter: InvoiceFilter, byNumber: boolean): Condition[] {
  const { scope, sellers, buyer, since, until, prefix, least, most } = filter;
  const meant = byNumber ? numbersOf(prefix ?? '') : keyOf(filter);
  const optional: (Condition | undefined)[] = [
    scopeCondition(scope),
    sellers && among('seller', sellers),
    buyer === undefined ? undefined : { where: 'buyer = ?', values: [buyer] },
    since === undefined ? undefined : { where: 'issued_at >= ?', values: [since] },
    until === undefined ? undefined : { where: 'issued_at < ?', values: [until] },
    prefix === undefined ? undefined : numbersOf(prefix),
    least === undefined ? undefined : { where: "gross <> '' AND CAST(gross AS REAL) >= ?", values: [least - A_THOUSANDTH] },
    most === undefined ? undefined : { where: "gross <> '' AND CAST(gross AS REAL) <= ?", values: [most + A_THOUSANDTH] },
  ];
  return optional
    .filter((condition) => condition !== undefined)
    .map(({ where, values }) => ({ where: where === meant?.where ? where : `+${where}`, values }));
}

function scopeCondition(scope: IndexScope): Condition | undefined {
  if ('all' in scope) return undefined;
  return 'buyer' in scope ? { where: 'buyer = ?', values: [scope.buyer] } : among('seller', scope.sellers);
}

/** The one seller or buyer whose own rows are few enough to be walked alone. */
function keyOf({ scope, sellers, buyer }: InvoiceFilter): Condition | undefined {
  if (buyer !== undefined) return { where: 'buyer = ?', values: [buyer] };
  if (sellers?.length === 1) return among('seller', sellers);
  const own = scopeCondition(scope);
  return own?.values.length === 1 ? own : undefined;
}

function among(column: 'seller', values: readonly string[]): Condition {
  if (values.length === 1) return { where: `${column} = ?`, values };
  return { where: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

function numbersOf(prefix: string): Condition {
  return { where: 'number BETWEEN ? AND ?', values: [prefix.padEnd(NUMBER_DIGITS, '0'), prefix.padEnd(NUMBER_DIGITS, '9')] };
}
