import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import { firstSince, type CountedRow } from './day-totals';
import type { IndexedInvoice, IndexScope } from './indexed-invoice';
import { InvoiceSearch } from './invoice-search';
import type { IndexedProvenance } from './project-provenance';
import { ProvenanceIndex } from './provenance-index';
import { openSqlite, type Sqlite } from './sqlite';

export type { IndexedInvoice, IndexScope } from './indexed-invoice';

/** An entry that is no invoice, and an organisation that it concerns. */
export interface Concern {
  readonly sequence: number;
  readonly organisation: string;
}

/** What consecutive entries bring into the index. */
export interface IndexRows {
  readonly invoices?: readonly IndexedInvoice[];
  readonly concerns?: readonly Concern[];
  readonly provenance?: readonly IndexedProvenance[];
}

/** Of the tables. An index of another version is emptied when it is opened, and the workers fill it again. */
const VERSION = 2;

export const INDEX_SCHEMA = `
  CREATE TABLE IF NOT EXISTS invoices (
    sequence INTEGER PRIMARY KEY, number TEXT NOT NULL, seller TEXT NOT NULL, till TEXT NOT NULL, buyer TEXT,
    issued_at INTEGER NOT NULL, currency TEXT NOT NULL, gross TEXT NOT NULL, test INTEGER NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS invoices_number ON invoices (number);
  CREATE INDEX IF NOT EXISTS invoices_seller ON invoices (seller, sequence);
  CREATE INDEX IF NOT EXISTS invoices_buyer ON invoices (buyer, sequence) WHERE buyer IS NOT NULL;
  CREATE TABLE IF NOT EXISTS concerns (
    sequence INTEGER NOT NULL, organisation TEXT NOT NULL, PRIMARY KEY (sequence, organisation)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS concerns_organisation ON concerns (organisation, sequence);
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
`;
const COLUMNS = 'sequence, number, seller, till, buyer, issued_at AS issuedAt, currency, gross, test';

/**
 * The searchable index: disposable, since ledger and payload store can fill it again. Its height says up to which sequence
 * it is complete; rows and height change together, so what a reader finds below the height has no gaps.
 */
export class IndexStore {
  readonly provenance: ProvenanceIndex;
  readonly search: InvoiceSearch;
  readonly #database: Sqlite;
  readonly #insert: Statement;
  readonly #insertConcern: Statement;
  readonly #byNumber: Statement;
  readonly #height: Statement;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'index.db'), 'NORMAL');
    this.#database.pragma('secure_delete = ON');
    if (this.#version() !== VERSION) this.#database.transaction(() => this.#makeTables()).immediate();
    this.provenance = new ProvenanceIndex(this.#database);
    this.search = new InvoiceSearch(this.#database, (time) => firstSince(this, time));
    this.#insert = this.#database.prepare('INSERT OR REPLACE INTO invoices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertConcern = this.#database.prepare('INSERT OR REPLACE INTO concerns VALUES (?, ?)');
    this.#height = this.#database.prepare("SELECT value FROM meta WHERE key = 'height'").pluck();
    this.#byNumber = this.#database.prepare(`SELECT ${COLUMNS} FROM invoices WHERE number = ?`);
  }

  /** Entries below this sequence are all indexed. */
  height(): number {
    return (this.#height.get() as number | undefined) ?? 0;
  }

  /** Takes rows in and moves the height, together. */
  append({ invoices = [], concerns = [], provenance = [] }: IndexRows, height: number): void {
    this.#database.transaction(() => {
      for (const { sequence, organisation } of concerns) this.#insertConcern.run(sequence, organisation);
      this.provenance.append(provenance);
      for (const row of invoices) {
        this.#insert.run(
          row.sequence,
          row.number,
          row.seller,
          row.till,
          row.buyer,
          row.issuedAt,
          row.currency,
          row.gross,
          row.test,
        );
      }
      this.#database
        .prepare("INSERT INTO meta VALUES ('height', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .run(height);
    })();
  }

  byNumber(number: string): IndexedInvoice | undefined {
    return this.#byNumber.get(number) as IndexedInvoice | undefined;
  }

  /** Rows of a scope from a sequence on, in order. */
  list(scope: IndexScope, from: number, limit: number): IndexedInvoice[] {
    const { where, values } = scopeCondition(scope);
    return this.#database
      .prepare(`SELECT ${COLUMNS} FROM invoices WHERE ${where} AND sequence >= ? ORDER BY sequence LIMIT ?`)
      .all(...values, from, limit) as IndexedInvoice[];
  }

  /** Sequences, from one on, of entries other than invoices that concern an organisation, in order. */
  concerns(organisation: string, from: number, limit: number): number[] {
    return this.#database
      .prepare('SELECT sequence FROM concerns WHERE organisation = ? AND sequence >= ? ORDER BY sequence LIMIT ?')
      .pluck()
      .all(organisation, from, limit) as number[];
  }

  /** What counts in the books of the rows from a sequence on. */
  countedRows(from: number, limit: number): CountedRow[] {
    return this.#database
      .prepare('SELECT sequence, seller, issued_at AS issuedAt, currency, gross, test FROM invoices WHERE sequence >= ? LIMIT ?')
      .all(from, limit) as CountedRow[];
  }

  /** Takes an erased invoice's buyer and amount out of its row. */
  erase(sequence: number): void {
    this.#database
      .prepare("UPDATE invoices SET buyer = NULL, currency = '', gross = '', test = 0 WHERE sequence = ?")
      .run(sequence);
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Empties the index, so that it is filled again from the ledger. */
  clear(): void {
    this.#database.transaction(() => {
      this.provenance.clear();
      this.#database.exec('DELETE FROM invoices; DELETE FROM concerns; DELETE FROM meta');
    })();
  }

  close(): void {
    this.#database.close();
  }

  #version(): unknown {
    return this.#database.pragma('user_version', { simple: true });
  }

  /** Another process may have made them meanwhile. */
  #makeTables(): void {
    if (this.#version() === VERSION) return;
    const tables = ['invoices', 'concerns', 'provenance', 'provenance_links', 'meta'].map(
      (name) => `DROP TABLE IF EXISTS ${name};`,
    );
    this.#database.exec(tables.join('') + INDEX_SCHEMA);
    this.#database.pragma(`user_version = ${String(VERSION)}`);
  }
}

function scopeCondition(scope: IndexScope): { where: string; values: readonly string[] } {
  if ('all' in scope) return { where: '1', values: [] };
  if ('buyer' in scope) return { where: 'buyer = ?', values: [scope.buyer] };
  return { where: `seller IN (${scope.sellers.map(() => '?').join(', ')})`, values: scope.sellers };
}
