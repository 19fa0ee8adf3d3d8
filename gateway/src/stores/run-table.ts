import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import { deriveKey } from '../crypto/derived-key';
import type { SealedColumn } from './reseal-column';
import { openSecret, sealSecret, type BoxKeys } from './secret-box';
import { openSqlite, type Sqlite } from './sqlite';
import { StorageKeys } from './storage-keys';

/** A run of a query template, with what only its parties may see. */
export interface StoredRun {
  readonly run: string;
  readonly grant: string;
  readonly consumer: string;
  readonly resource: string;
  /** `template@version`. */
  readonly template: string;
  /** Digests of what was asked and of the result's text. */
  readonly input: Digest;
  readonly result: Digest;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** JSON text: what was selected, and what was found. Encrypted at rest. */
  readonly secret: string;
}

/** What of a run is not sealed, with its place in the table; `opened` is the whole of it. */
export type RunHead = Omit<StoredRun, 'secret' | 'time'> & { readonly id: number; readonly opened: () => StoredRun };

/** Runs whose selections are compared with a new one's. */
const COMPARED = 50;
/** How long a run is kept. */
const KEPT_MS = 30 * 24 * 3600_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL UNIQUE, grant_id TEXT NOT NULL, consumer TEXT NOT NULL,
    resource TEXT NOT NULL, template TEXT NOT NULL, input TEXT NOT NULL, result TEXT NOT NULL, time INTEGER NOT NULL,
    sealed BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS runs_consumer ON runs (consumer, resource, id);
  CREATE INDEX IF NOT EXISTS runs_grant ON runs (grant_id, template, time);
  CREATE INDEX IF NOT EXISTS runs_time ON runs (time);
`;

/** Runs in `audit.db`, for a rotation of their keys. */
export const SEALED_RUNS: readonly SealedColumn[] = [{ table: 'runs', column: 'sealed', order: 'id', place: 'run' }];

/** The keys of runs. Earlier versions had no file: what they stored is under a key derived from that of the API keys. */
function runKeys(folder: string): StorageKeys {
  return new StorageKeys({ folder, stem: 'runs', make: true, needed: false, former: deriveKey(folder, 'template-runs') });
}

/** Opens the runs apart from the log around them, to put them under another key. */
export function openRuns(folder: string): { readonly database: Sqlite; readonly keys: StorageKeys } {
  const keys = runKeys(folder);
  const database = openSqlite(join(folder, 'audit.db'), 'FULL');
  // Ciphertext under a key that was in other hands is overwritten, not only unlinked.
  database.pragma('secure_delete = ON');
  database.exec(SCHEMA);
  return { database, keys };
}

type Row = Omit<StoredRun, 'grant' | 'secret'> & { readonly id: number; readonly grant_id: string; readonly sealed: Buffer };

/** Runs of query templates, in the audit log's database. */
export class RunTable {
  readonly #database: Sqlite;
  readonly #keys: BoxKeys;

  constructor(database: Sqlite, folder: string) {
    this.#database = database;
    this.#keys = runKeys(folder);
    database.exec(SCHEMA);
  }

  /** The run of this name under a grant. */
  find(grant: string, run: string): StoredRun | undefined {
    const row = this.#database.prepare('SELECT * FROM runs WHERE run = ? AND grant_id = ?').get(run, grant);
    return row === undefined ? undefined : this.#opened(row as Row);
  }

  /** Runs of a grant, or of all, newest first, from before a place on. */
  heads(grant: string | undefined, before = Number.MAX_SAFE_INTEGER, limit: number): RunHead[] {
    const [only, named] = grant === undefined ? ['', []] : ['AND grant_id = ?', [grant]];
    const statement = this.#database.prepare(`SELECT * FROM runs WHERE id < ? ${only} ORDER BY id DESC LIMIT ?`);
    return (statement.all(before, ...named, limit) as Row[]).map((row) => {
      const { grant_id, sealed: _, time: __, ...head } = row;
      return { ...head, grant: grant_id, opened: () => this.#opened(row) };
    });
  }

  /** What a consumer asked of a resource, newest first. */
  earlier(consumer: string, resource: string): StoredRun[] {
    const statement = this.#database.prepare('SELECT * FROM runs WHERE consumer = ? AND resource = ? ORDER BY id DESC LIMIT ?');
    return (statement.all(consumer, resource, COMPARED) as Row[]).map((row) => this.#opened(row));
  }

  /** Changes with every run of a consumer on a resource. */
  mark(consumer: string, resource: string): number {
    const statement = this.#database.prepare('SELECT max(id) FROM runs WHERE consumer = ? AND resource = ?').pluck();
    return (statement.get(consumer, resource) as number | null) ?? 0;
  }

  /** The run of the same question under a grant since a time. */
  same(grant: string, input: Digest, since: number): StoredRun | undefined {
    const statement = this.#database.prepare(
      'SELECT * FROM runs WHERE grant_id = ? AND input = ? AND time >= ? ORDER BY id LIMIT 1',
    );
    const row = statement.get(grant, input, since);
    return row === undefined ? undefined : this.#opened(row as Row);
  }

  /** How many different questions were answered under a grant since a time. */
  count(grant: string, template: string, since: number): number {
    return this.#database
      .prepare('SELECT count(*) FROM runs WHERE grant_id = ? AND template = ? AND time >= ?')
      .pluck()
      .get(grant, template, since) as number;
  }

  /** Keeps a run, unless the same consumer had another one meanwhile. @param mark from before it was decided. */
  keep(run: StoredRun, mark: number): boolean {
    return this.#database
      .transaction(() => {
        if (this.mark(run.consumer, run.resource) !== mark) return false;
        this.#database.prepare('DELETE FROM runs WHERE time < ?').run(run.time - KEPT_MS);
        this.#database
          .prepare(
            `INSERT INTO runs (run, grant_id, consumer, resource, template, input, result, time, sealed)
             VALUES (@run, @grant, @consumer, @resource, @template, @input, @result, @time, @sealed)`,
          )
          .run({ ...run, sealed: sealSecret(this.#keys, run.run, run.secret) });
        return true;
      })
      .immediate();
  }

  #opened({ grant_id: grant, sealed, id: _, ...rest }: Row): StoredRun {
    return { ...rest, grant, secret: openSecret(this.#keys, rest.run, sealed) };
  }
}
