import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import { chinaDate, formatUnits, type InvoiceIssued, type SealedRecord } from '@lianpiao/chaincode/domain';
import { projectCuts, type Cut, type CutAmount } from './project-cuts';
import { openSqlite, type Sqlite } from './sqlite';

/** A sum over some days. */
export interface CutSum {
  /** Of the cut: a region's two digits, a trade's name, a rate in percent; of a series, the day. */
  readonly key: string;
  readonly currency: string;
  readonly test: boolean;
  /** Invoices of a region or a day, lines of a trade or a rate. */
  readonly count: number;
  /** Decimal text, exact. */
  readonly net: string;
  readonly tax: string;
}

interface SumRow {
  readonly day: string;
  readonly key: string;
  readonly currency: string;
  readonly test: 0 | 1;
  readonly count: number;
  /** Hundredths as text: a sum may be larger than SQLite's integers. */
  readonly net: string;
  readonly tax: string;
}

/** Names of trades that a day keeps apart: what comes beyond is summed without a name, so that nobody can fill the disk. */
export const MAX_KEYS = 1_000;
const SCALE = 2;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sums (
    cut TEXT NOT NULL, day TEXT NOT NULL, key TEXT NOT NULL, currency TEXT NOT NULL, test INTEGER NOT NULL,
    count INTEGER NOT NULL, net TEXT NOT NULL, tax TEXT NOT NULL, PRIMARY KEY (cut, day, key, currency, test)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
`;

/** An invoice that is counted. */
export interface CountedEntry {
  readonly entry: InvoiceIssued;
  readonly record: SealedRecord | undefined;
}

/**
 * Sums of days by region, trade and rate: nothing of a single invoice, so that what is counted stays counted when contents are
 * erased. Sums and the height up to which they go change together; whoever deletes the file has the workers count anew.
 */
export class CutStore {
  readonly #database: Sqlite;
  readonly #find: Statement;
  readonly #put: Statement;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'statistics.db'), 'NORMAL');
    this.#database.exec(SCHEMA);
    this.#find = this.#database.prepare(
      'SELECT count, net, tax FROM sums WHERE cut = ? AND day = ? AND key = ? AND currency = ? AND test = ?',
    );
    this.#put = this.#database.prepare('INSERT OR REPLACE INTO sums VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  }

  /** Entries below this sequence are counted. */
  height(): number {
    return (this.#database.prepare("SELECT value FROM meta WHERE key = 'height'").pluck().get() as number | undefined) ?? 0;
  }

  /** Counts the invoices of consecutive entries up to a height; entries that another process has counted are its own. */
  count(invoices: readonly CountedEntry[], from: number, height: number): void {
    const sums = addUp(invoices);
    this.#database
      .transaction(() => {
        if (this.height() !== from) return;
        for (const sum of sums.values()) this.#add(sum);
        this.#database
          .prepare("INSERT INTO meta VALUES ('height', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
          .run(height);
      })
      .immediate();
  }

  /** Sums by key over days, both ends inside; the largest first. */
  cut(cut: Cut, from: string, to: string): CutSum[] {
    return merged(this.#rows(cut, from, to), ({ key }) => key).sort((left, right) => compareNet(right, left));
  }

  /** Sums by day over all regions, in the order of the days. */
  days(from: string, to: string): CutSum[] {
    return merged(this.#rows('region', from, to), ({ day }) => day).sort((left, right) => (left.key < right.key ? -1 : 1));
  }

  close(): void {
    this.#database.close();
  }

  #rows(cut: Cut, from: string, to: string): SumRow[] {
    return this.#database
      .prepare('SELECT day, key, currency, test, count, net, tax FROM sums WHERE cut = ? AND day BETWEEN ? AND ?')
      .all(cut, from, to) as SumRow[];
  }

  #add({ day, count, ...sum }: DaySum): void {
    const placeOf = (key: string): [string, string, string, string, number] => [
      sum.cut, day, key, sum.currency, sum.test ? 1 : 0,
    ]; // prettier-ignore
    const named = this.#find.get(...placeOf(sum.key)) as SumRow | undefined;
    const key = named === undefined && this.#isFull(sum.cut, day) ? '' : sum.key;
    const known = named ?? (this.#find.get(...placeOf(key)) as SumRow | undefined);
    this.#put.run(
      ...placeOf(key),
      (known?.count ?? 0) + count,
      String(BigInt(known?.net ?? 0) + sum.net),
      String(BigInt(known?.tax ?? 0) + sum.tax),
    );
  }

  #isFull(cut: Cut, day: string): boolean {
    const count = this.#database.prepare('SELECT count(*) FROM sums WHERE cut = ? AND day = ?').pluck().get(cut, day) as number;
    return count >= MAX_KEYS;
  }
}

interface DaySum {
  readonly cut: Cut;
  readonly day: string;
  readonly key: string;
  readonly currency: string;
  readonly test: boolean;
  count: number;
  net: bigint;
  tax: bigint;
}

function addUp(invoices: readonly CountedEntry[]): Map<string, DaySum> {
  const sums = new Map<string, DaySum>();
  let day = '';
  const add = ({ cut, key, currency, test, net, tax }: CutAmount): void => {
    const name = `${cut}\t${day}\t${currency}\t${String(test)}\t${key}`;
    const sum = sums.get(name);
    if (sum === undefined) {
      sums.set(name, { cut, day, key, currency, test, count: 1, net, tax });
      return;
    }
    sum.count += 1;
    sum.net += net;
    sum.tax += tax;
  };
  for (const { entry, record } of invoices) {
    day = chinaDate(Date.parse(entry.time));
    projectCuts(entry, record, add);
  }
  return sums;
}

function merged(rows: readonly SumRow[], keyOf: (row: SumRow) => string): CutSum[] {
  const sums = new Map<string, { row: SumRow; count: number; net: bigint; tax: bigint }>();
  for (const row of rows) {
    const name = [keyOf(row), row.currency, String(row.test)].join('\t');
    const known = sums.get(name) ?? { row, count: 0, net: 0n, tax: 0n };
    sums.set(name, {
      row,
      count: known.count + row.count,
      net: known.net + BigInt(row.net),
      tax: known.tax + BigInt(row.tax),
    });
  }
  return [...sums.values()].map(({ row, count, net, tax }) => ({
    key: keyOf(row),
    currency: row.currency,
    test: row.test === 1,
    count,
    net: formatUnits(net, SCALE),
    tax: formatUnits(tax, SCALE),
  }));
}

function compareNet(left: CutSum, right: CutSum): number {
  const [one, other] = [left, right].map(({ net }) => BigInt(net.replace('.', ''))) as [bigint, bigint];
  return one < other ? -1 : Number(one > other);
}
