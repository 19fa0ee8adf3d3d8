import { chinaDate, formatUnits, parseDecimal, startOfChinaDay, unitsAt } from '@lianpiao/chaincode/domain';

/** Decimals of money in sums: the most that an invoice may have. */
const SCALE = 2;

/** One line of a day's books: what a seller issued in a currency. */
export interface DayTotal {
  /** Day of issuing in China, YYYY-MM-DD. */
  readonly day: string;
  readonly seller: string;
  /** ISO 4217; empty for invoices whose content was erased. */
  readonly currency: string;
  readonly test: boolean;
  readonly count: number;
  /** Sum of the gross totals, decimal text with two decimals; exact. */
  readonly gross: string;
}

/** What counts of an invoice. */
export interface CountedInvoice {
  readonly seller: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly currency: string;
  readonly gross: string;
  readonly test: boolean;
}

/** The same as a row of the index, with its place. */
export interface CountedRow extends Omit<CountedInvoice, 'test'> {
  readonly sequence: number;
  readonly test: 0 | 1;
}

/** What of the index is needed to add it up. */
export interface CountedRows {
  height(): number;
  countedRows(from: number, limit: number): readonly CountedRow[];
}

/** Adds invoices up by day, seller, currency and test mark; exact, in integers of the smallest unit. */
export class DayTotals {
  readonly #sums = new Map<string, { count: number; units: bigint }>();

  add({ seller, issuedAt, currency, gross, test }: CountedInvoice): void {
    const amount = parseDecimal(gross, SCALE);
    this.#add([chinaDate(issuedAt), seller, currency, test ? '1' : '0'], 1, amount === undefined ? 0n : unitsAt(amount, SCALE));
  }

  /** Takes in sums that were made before. */
  merge(totals: readonly DayTotal[]): void {
    for (const { day, seller, currency, test, count, gross } of totals) {
      const amount = parseDecimal(gross, SCALE) ?? wideDecimal(gross);
      this.#add([day, seller, currency, test ? '1' : '0'], count, unitsAt(amount, SCALE));
    }
  }

  /** The lines, in the order of day, seller, currency, real before test. */
  lines(): DayTotal[] {
    return [...this.#sums.entries()]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, { count, units }]) => {
        const [day = '', seller = '', currency = '', test] = key.split('\t');
        return { day, seller, currency, test: test === '1', count, gross: formatUnits(units, SCALE) };
      });
  }

  #add(key: readonly string[], count: number, units: bigint): void {
    const name = key.join('\t');
    const sum = this.#sums.get(name);
    if (sum === undefined) this.#sums.set(name, { count, units });
    else {
      sum.count += count;
      sum.units += units;
    }
  }
}

/** A sum may have more digits than one invoice's amount. */
function wideDecimal(text: string): { units: bigint; scale: number } {
  return { units: BigInt(text.replace('.', '')), scale: SCALE };
}

const PAGE = 2000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows stand in the order of the ledger; their times may be out of it by as much as an entry may be older than its block, twice. */
export const DISORDER_MS = 120_000;

/** A day's books in three cuts, each added up from the rows by itself. */
export interface DayBooks {
  readonly sellers: readonly DayTotal[];
  /** Sums over the sellers of a group; `seller` is the group. */
  readonly groups: readonly DayTotal[];
  /** Sums over everybody; `seller` is empty. */
  readonly all: readonly DayTotal[];
}

/**
 * Adds a day's rows of the index up, a page a step, so that whoever runs it can do other work between.
 * @param day YYYY-MM-DD, in China.
 * @param groups sellers by the name of a group.
 */
export function* addUpDay(
  index: CountedRows,
  day: string,
  groups: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Generator<undefined, DayBooks> {
  const start = startOfChinaDay(day);
  const sums = { sellers: new DayTotals(), groups: new DayTotals(), all: new DayTotals() };
  for (let from = firstSince(index, start - DISORDER_MS); ;) {
    const rows = index.countedRows(from, PAGE);
    for (const { test, ...row } of rows) {
      if (row.issuedAt < start || row.issuedAt >= start + DAY_MS) continue;
      const invoice = { ...row, test: test === 1 };
      sums.sellers.add(invoice);
      sums.all.add({ ...invoice, seller: '' });
      for (const [group, sellers] of groups) if (sellers.has(row.seller)) sums.groups.add({ ...invoice, seller: group });
    }
    const last = rows.at(-1);
    if (last === undefined || last.issuedAt > start + DAY_MS + DISORDER_MS) break;
    from = last.sequence + 1;
    yield undefined;
  }
  return { sellers: sums.sellers.lines(), groups: sums.groups.lines(), all: sums.all.lines() };
}

/** The sequence from which on rows are not older than a time, give or take the disorder. */
export function firstSince(index: CountedRows, time: number): number {
  let [low, high] = [0, index.height()];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = index.countedRows(middle, 1);
    if (row === undefined || row.issuedAt >= time) high = middle;
    else low = row.sequence + 1;
  }
  return low;
}
