import { join } from 'node:path';
import { openSqlite, type Sqlite } from './sqlite';

/** What is listed: each begins with one entry of the ledger. */
export type LifeKind = 'claim' | 'correction' | 'pledge';

/** One of them, and who may see it: organisations as `org:<id>`, taxpayers as `tax:<keyed fingerprint>`. */
export interface LifeRow {
  readonly sequence: number;
  readonly kind: LifeKind;
  readonly id: string;
  readonly parties: readonly string[];
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS rows (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS rows_kind ON rows (kind, sequence);
  CREATE TABLE IF NOT EXISTS parties (
    kind TEXT NOT NULL, party TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (kind, party, sequence)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS seen (kind TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Whose claims, corrections and pledges there are. Derived from ledger and records: it may be deleted and fills itself again. */
export class LifeStore {
  readonly #database: Sqlite;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'life.db'), 'NORMAL');
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(SCHEMA);
  }

  /** The last sequence of a kind that was taken in; -1 at first. */
  seen(kind: LifeKind): number {
    const last = this.#database.prepare('SELECT sequence FROM seen WHERE kind = ?').pluck().get(kind) as number | undefined;
    return last ?? -1;
  }

  /** Takes rows in, and notes how far the ledger was read. Rows that are there already stay. */
  add(kind: LifeKind, rows: readonly LifeRow[], seen: number): void {
    this.#database
      .transaction(() => {
        const row = this.#database.prepare('INSERT OR IGNORE INTO rows VALUES (?, ?, ?)');
        const party = this.#database.prepare('INSERT OR IGNORE INTO parties VALUES (?, ?, ?)');
        for (const { sequence, id, parties } of rows) {
          row.run(sequence, kind, id);
          for (const name of parties) party.run(kind, name, sequence);
        }
        this.#database
          .prepare('INSERT INTO seen VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET sequence = max(sequence, excluded.sequence)')
          .run(kind, seen);
      })
      .immediate();
  }

  /** Newest first, before a sequence: of any of these parties, or all where none is named. */
  list(
    kind: LifeKind,
    parties: readonly string[] | undefined,
    before: number,
    limit: number,
  ): Pick<LifeRow, 'id' | 'sequence'>[] {
    const mine =
      parties === undefined
        ? ''
        : `AND sequence IN (SELECT sequence FROM parties WHERE kind = ? AND party IN (${marks(parties)}))`;
    return this.#database
      .prepare(`SELECT sequence, id FROM rows WHERE kind = ? AND sequence < ? ${mine} ORDER BY sequence DESC LIMIT ?`)
      .all(kind, before, ...(parties === undefined ? [] : [kind, ...parties]), limit) as Pick<LifeRow, 'id' | 'sequence'>[];
  }

  close(): void {
    this.#database.close();
  }
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
