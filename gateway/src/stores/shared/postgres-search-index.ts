import { startOfChinaDay } from '@lianpiao/chaincode/domain';
import { DayTotals, type DayBooks, type DayTotal } from '../day-totals';
import type { IndexedInvoice, IndexScope } from '../index-store';
import type { IndexedProvenance } from '../project-provenance';
import type { LineageLink, LineageQuery } from '../provenance-index';
import { heightOf, moveHeight } from './height';
import { Partitions } from './partitions';
import { postgresLineage } from './postgres-lineage';
import type { IndexPage, SearchIndex } from './search-index';
import type { Run, SharedDatabase } from './shared-database';

const COLUMNS = 'sequence, number, seller, till, buyer, issued_at AS "issuedAt", currency, gross, test';
const DAY_MS = 24 * 60 * 60 * 1000;

/** The index in a PostgreSQL that several gateways on several machines share. Its owner closes the database. */
export class PostgresSearchIndex implements SearchIndex {
  readonly #database: SharedDatabase;
  readonly #partitions = new Partitions('invoices');

  constructor(database: SharedDatabase) {
    this.#database = database;
  }

  height(): Promise<number> {
    return heightOf(this.#database, 'index');
  }

  append(page: IndexPage, from: number, to: number): Promise<boolean> {
    return this.#database.transaction(async (run) => {
      if (!(await moveHeight(run, 'index', from, to))) return false;
      await this.#partitions.ensure(run, from, to - 1);
      await insertInvoices(run, page.invoices ?? []);
      await insertConcerns(run, page.concerns ?? []);
      await insertProvenance(run, page.provenance ?? []);
      for (const number of page.erased ?? []) await this.#erase(run, number);
      return true;
    });
  }

  async byNumber(number: string): Promise<IndexedInvoice | undefined> {
    const text = `SELECT ${COLUMNS} FROM invoices WHERE sequence = (SELECT sequence FROM numbers WHERE number = $1)`;
    return (await this.#database.rows<IndexedInvoice>(text, [number]))[0];
  }

  list(scope: IndexScope, from: number, limit: number): Promise<readonly IndexedInvoice[]> {
    const { where, values } = scopeCondition(scope);
    return this.#database.rows<IndexedInvoice>(
      `SELECT ${COLUMNS} FROM invoices WHERE sequence >= $1 AND ${where} ORDER BY sequence LIMIT $2`,
      [from, limit, ...values],
    );
  }

  async concerns(organisation: string, from: number, limit: number): Promise<readonly number[]> {
    const rows = await this.#database.rows<{ sequence: number }>(
      'SELECT sequence FROM concerns WHERE organisation = $1 AND sequence >= $2 ORDER BY sequence LIMIT $3',
      [organisation, from, limit],
    );
    return rows.map(({ sequence }) => sequence);
  }

  lineage(query: LineageQuery): Promise<readonly LineageLink[]> {
    return postgresLineage(this.#database, query);
  }

  /** The database adds up by seller; groups and the whole are sums of that. */
  async books(day: string, groups: ReadonlyMap<string, ReadonlySet<string>>): Promise<DayBooks> {
    const start = startOfChinaDay(day);
    const rows = await this.#database.rows<Omit<DayTotal, 'day'>>(
      `SELECT seller, currency, test = 1 AS test, count(*) AS count,
         round(coalesce(sum(nullif(gross, '')::numeric), 0), 2)::text AS gross
       FROM invoices WHERE issued_at >= $1 AND issued_at < $2 GROUP BY seller, currency, test`,
      [start, start + DAY_MS],
    );
    const lines = rows.map((row) => ({ ...row, day }));
    const named = (name: string, wanted: (seller: string) => boolean): DayTotal[] =>
      lines.flatMap((line) => (wanted(line.seller) ? [{ ...line, seller: name }] : []));
    return {
      sellers: added(lines),
      groups: added([...groups].flatMap(([name, sellers]) => named(name, (seller) => sellers.has(seller)))),
      all: added(named('', () => true)),
    };
  }

  clear(): Promise<void> {
    return this.#database.transaction(async (run) => {
      await run('TRUNCATE invoices, numbers, concerns, provenance, provenance_links');
      await run("UPDATE heights SET value = 0 WHERE name = 'index'");
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #erase(run: Run, number: string): Promise<void> {
    const rows = await run<{ sequence: number }>(
      `UPDATE invoices SET buyer = NULL, currency = '', gross = '', test = 0
       WHERE sequence = (SELECT sequence FROM numbers WHERE number = $1) RETURNING sequence`,
      [number],
    );
    for (const { sequence } of rows) await this.#partitions.askScrub(run, sequence);
  }
}

function added(lines: readonly DayTotal[]): DayTotal[] {
  const totals = new DayTotals();
  totals.merge(lines);
  return totals.lines();
}

function scopeCondition(scope: IndexScope): { where: string; values: readonly unknown[] } {
  if ('all' in scope) return { where: 'true', values: [] };
  if ('buyer' in scope) return { where: 'buyer = $3', values: [scope.buyer] };
  return { where: 'seller = ANY ($3)', values: [scope.sellers] };
}

/** Columns travel as arrays: one statement and one round trip, however many rows. */
async function insertInvoices(run: Run, rows: readonly IndexedInvoice[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <Name extends keyof IndexedInvoice>(name: Name): IndexedInvoice[Name][] => rows.map((row) => row[name]);
  await run(
    `INSERT INTO invoices SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
       $7::text[], $8::text[], $9::smallint[])`,
    [
      column('sequence'),
      column('number'),
      column('seller'),
      column('till'),
      column('buyer'),
      column('issuedAt'),
      column('currency'),
      column('gross'),
      column('test'),
    ],
  );
  await run('INSERT INTO numbers SELECT * FROM unnest($1::text[], $2::bigint[])', [column('number'), column('sequence')]);
}

async function insertConcerns(run: Run, rows: readonly { sequence: number; organisation: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await run('INSERT INTO concerns SELECT DISTINCT * FROM unnest($1::text[], $2::bigint[])', [
    rows.map(({ organisation }) => organisation),
    rows.map(({ sequence }) => sequence),
  ]);
}

async function insertProvenance(run: Run, rows: readonly IndexedProvenance[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    'INSERT INTO provenance SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])',
    [
      rows.map(({ sequence }) => sequence),
      rows.map(({ digest }) => digest),
      rows.map(({ event }) => event),
      rows.map(({ organisation }) => organisation),
      rows.map(({ other }) => other),
      rows.map(({ kind }) => kind),
    ],
  );
  const links = rows.flatMap(({ sequence, digest, parents }) =>
    parents.map((parent, place) => ({ sequence, place, child: digest, parent })),
  );
  await run('INSERT INTO provenance_links SELECT * FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[])', [
    links.map(({ sequence }) => sequence),
    links.map(({ place }) => place),
    links.map(({ child }) => child),
    links.map(({ parent }) => parent),
  ]);
}
