import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { errorCode } from '../error-code';
import { INDEX_SCHEMA, type IndexedInvoice } from './index-store';
import { openSqlite, type Sqlite } from './sqlite';

/** Rows from one sequence on and below another. */
interface Span {
  readonly first: number;
  readonly end: number;
}

/** SHA-256 of rows before and after they were written anew. */
export interface Rewritten {
  readonly before: string;
  readonly after: string;
}

/**
 * Writes derived rows anew, for repairs: each change is one transaction that says what the rows were before and after. It has
 * no part in ledger or payloads.
 */
export class DerivedRows {
  readonly #index: Sqlite;
  readonly #log: Sqlite;

  constructor(folder: string) {
    this.#index = openSqlite(join(folder, 'index.db'), 'NORMAL');
    this.#index.pragma('secure_delete = ON');
    this.#log = openSqlite(join(folder, 'log.db'), 'FULL');
  }

  /**
   * Puts rows in the place of whatever stands in a span of the index. Where SQLite's own indexes are no longer those of the
   * table, they are made again first.
   */
  replaceInvoices(span: Span, rows: readonly IndexedInvoice[]): Rewritten {
    try {
      return this.#replaceInvoices(span, rows);
    } catch (error) {
      if (errorCode(error)?.startsWith('SQLITE_') !== true) throw error;
      return this.#index
        .transaction(() => {
          this.#index.exec('DROP INDEX invoices_number');
          const done = this.#replaceInvoices(span, rows);
          this.#index.exec(`REINDEX; ${INDEX_SCHEMA}`);
          return done;
        })
        .immediate();
    }
  }

  #replaceInvoices({ first, end }: Span, rows: readonly IndexedInvoice[]): Rewritten {
    const select = 'SELECT * FROM invoices WHERE sequence >= ? AND sequence < ? ORDER BY sequence';
    return rewrite(
      this.#index,
      () => this.#index.prepare(select).raw().all(first, end),
      () => {
        this.#index.prepare('DELETE FROM invoices WHERE sequence >= ? AND sequence < ?').run(first, end);
        const insert = this.#index.prepare('INSERT OR REPLACE INTO invoices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
        for (const { sequence, number, seller, till, buyer, issuedAt, currency, gross, test } of rows) {
          insert.run(sequence, number, seller, till, buyer, issuedAt, currency, gross, test);
        }
      },
    );
  }

  /** Sets the index back, so that it is filled again from there. */
  lowerIndexHeight(height: number): Rewritten {
    const current = this.#index.prepare("SELECT value FROM meta WHERE key = 'height'").pluck();
    return rewrite(
      this.#index,
      () => [current.get()],
      () => {
        this.#index.prepare("UPDATE meta SET value = ? WHERE key = 'height'").run(height);
      },
    );
  }

  /** Writes a tile, or removes it when there is to be none. */
  putTile(level: number, place: number, data: Uint8Array | undefined): Rewritten {
    const current = this.#log.prepare('SELECT data FROM tiles WHERE level = ? AND place = ?').pluck();
    return rewrite(
      this.#log,
      () => [current.get(level, place)],
      () => {
        if (data === undefined) this.#log.prepare('DELETE FROM tiles WHERE level = ? AND place = ?').run(level, place);
        else this.#log.prepare('INSERT OR REPLACE INTO tiles VALUES (?, ?, ?)').run(level, place, data);
      },
    );
  }

  tile(level: number, place: number): Buffer | undefined {
    return this.#log.prepare('SELECT data FROM tiles WHERE level = ? AND place = ?').pluck().get(level, place) as
      Buffer | undefined;
  }

  checkpoint(size: number): string | undefined {
    return this.#log.prepare('SELECT note FROM checkpoints WHERE size = ?').pluck().get(size) as string | undefined;
  }

  logSize(): number {
    return (this.#log.prepare('SELECT max(size) FROM checkpoints').pluck().get() as number | null) ?? 0;
  }

  /** Writes a checkpoint's note, or removes the row when there is to be none. */
  putCheckpoint(size: number, note: string | undefined, sealedAt: number): Rewritten {
    return rewrite(
      this.#log,
      () => [this.checkpoint(size)],
      () => {
        if (note === undefined) this.#log.prepare('DELETE FROM checkpoints WHERE size = ?').run(size);
        else
          this.#log
            .prepare('INSERT INTO checkpoints VALUES (?, ?, ?) ON CONFLICT (size) DO UPDATE SET note = excluded.note')
            .run(size, note, sealedAt);
      },
    );
  }

  close(): void {
    this.#index.close();
    this.#log.close();
  }
}

function rewrite(database: Sqlite, read: () => readonly unknown[], write: () => void): Rewritten {
  return database
    .transaction(() => {
      const before = digest(read());
      write();
      return { before, after: digest(read()) };
    })
    .immediate();
}

function digest(rows: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(Buffer.isBuffer(row) ? row : `${JSON.stringify(row ?? null)}\n`);
  return `sha256:${hash.digest('hex')}`;
}
