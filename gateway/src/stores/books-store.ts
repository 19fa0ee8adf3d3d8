import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CurrencySum, Difference } from '../books/compare-payments';
import { openSqlite, type Sqlite } from './sqlite';

/** Reports kept for an organisation: the oldest gives way. */
const KEPT_REPORTS = 1000;

/** A comparison of a payment file, as it is kept. */
export interface NewReport {
  readonly organisation: string;
  readonly days: readonly string[];
  /** Rows of the file. */
  readonly rows: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly sums: readonly CurrencySum[];
  readonly differences: readonly Difference[];
}

export interface StoredReport extends Omit<NewReport, 'differences'> {
  /** 16 hexadecimal characters. */
  readonly id: string;
  /** How many differences there are of each kind. */
  readonly counts: Readonly<Record<string, number>>;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS reports (
    place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, organisation TEXT NOT NULL, report TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS reports_organisation ON reports (organisation, place);
  CREATE TABLE IF NOT EXISTS differences (
    report TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (report, position)) WITHOUT ROWID;
`;

/** Reports on payment files, with their differences. */
export class BooksStore {
  readonly #database: Sqlite;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'books.db'), 'FULL');
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(SCHEMA);
  }

  keep({ differences, ...summary }: NewReport): StoredReport {
    const counts: Record<string, number> = {};
    for (const { kind } of differences) counts[kind] = (counts[kind] ?? 0) + 1;
    const report: StoredReport = { id: randomBytes(8).toString('hex'), ...summary, counts };
    this.#database
      .transaction(() => {
        this.#database
          .prepare('INSERT INTO reports (id, organisation, report) VALUES (?, ?, ?)')
          .run(report.id, report.organisation, JSON.stringify(report));
        const insert = this.#database.prepare('INSERT INTO differences VALUES (?, ?, ?)');
        differences.forEach((difference, position) => insert.run(report.id, position, JSON.stringify(difference)));
        this.#dropOldest(report.organisation);
      })
      .immediate();
    return report;
  }

  #dropOldest(organisation: string): void {
    const old = this.#database
      .prepare('SELECT id FROM reports WHERE organisation = ? ORDER BY place DESC LIMIT -1 OFFSET ?')
      .pluck()
      .all(organisation, KEPT_REPORTS) as string[];
    for (const id of old) {
      this.#database.prepare('DELETE FROM differences WHERE report = ?').run(id);
      this.#database.prepare('DELETE FROM reports WHERE id = ?').run(id);
    }
  }

  find(id: string): StoredReport | undefined {
    const text = this.#database.prepare('SELECT report FROM reports WHERE id = ?').pluck().get(id) as string | undefined;
    return text === undefined ? undefined : (JSON.parse(text) as StoredReport);
  }

  /** Differences of a report from a position on, in the order of the file, unpaid invoices behind. */
  differences(id: string, from: number, limit: number): Difference[] {
    const texts = this.#database
      .prepare('SELECT text FROM differences WHERE report = ? AND position >= ? ORDER BY position LIMIT ?')
      .pluck()
      .all(id, from, limit) as string[];
    return texts.map((text) => JSON.parse(text) as Difference);
  }

  /** Reports of an organisation, newest first, with their places; before a place. */
  list(organisation: string, before: number, limit: number): { readonly place: number; readonly report: StoredReport }[] {
    const rows = this.#database
      .prepare('SELECT place, report FROM reports WHERE organisation = ? AND place < ? ORDER BY place DESC LIMIT ?')
      .all(organisation, before, limit) as { place: number; report: string }[];
    return rows.map(({ place, report }) => ({ place, report: JSON.parse(report) as StoredReport }));
  }

  close(): void {
    this.#database.close();
  }
}
