import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import { openSqlite, type Sqlite } from '../stores/sqlite';

/** The newest state of a log that the witness has cosigned. */
export interface WitnessedLog {
  readonly size: number;
  readonly root: Digest;
  /** The checkpoint with the log's signature and ours: evidence, should the log deny it one day. */
  readonly note: string;
}

/** What a witness remembers, a row a log, durable (`synchronous=FULL`) before it answers. */
export class WitnessStore {
  readonly #database: Sqlite;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'witness.db'), 'FULL');
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS logs (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root TEXT NOT NULL, note TEXT NOT NULL)',
    );
  }

  find(origin: string): WitnessedLog | undefined {
    return this.#database.prepare('SELECT size, root, note FROM logs WHERE origin = ?').get(origin) as WitnessedLog | undefined;
  }

  /**
   * Moves a log on, if it still is at the size that the new state was checked against: looking and writing are one step, also
   * among processes.
   * @returns false when it is not, and nothing is written.
   */
  advance(origin: string, from: number, { size, root, note }: WitnessedLog): boolean {
    return this.#database
      .transaction(() => {
        if ((this.find(origin)?.size ?? 0) !== from) return false;
        this.#database.prepare('INSERT OR REPLACE INTO logs VALUES (?, ?, ?, ?)').run(origin, size, root, note);
        return true;
      })
      .immediate();
  }

  close(): void {
    this.#database.close();
  }
}
