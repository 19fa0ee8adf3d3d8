import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { SYNCED_DATABASES } from './log-sync';
import { openSqlite, type Sqlite } from './sqlite';

const EVERY_MS = 1000;
/** Pages of 8 KiB. Beside steady sales a log is rarely brought in to its end; when it is longer than this, its writers wait for the rest. */
const LONG_LOG = 2000;

/** What SQLite says of a checkpoint: pages in the log, and how many of them the database has now. */
interface Outcome {
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * Brings the write-ahead logs of busy databases into these, in a process that serves nobody. SQLite does it within a commit
 * as soon as a log is long: then all sales of that process wait while megabytes are written and synced.
 */
export class Checkpointer {
  readonly #databases = new Map<string, Sqlite>();
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;

  constructor(folder: string, logger: Logger) {
    this.#logger = logger;
    this.#timer = setInterval(() => SYNCED_DATABASES.forEach((name) => this.#bringIn(join(folder, name))), EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const database of this.#databases.values()) database.close();
  }

  #bringIn(path: string): void {
    try {
      const database = this.#databases.get(path) ?? this.#open(path);
      if (database === undefined) return;
      const { log, checkpointed } = checkpoint(database, 'PASSIVE');
      // When all of it is there the next writer begins the log anew.
      if (log > LONG_LOG && checkpointed < log) checkpoint(database, 'RESTART');
    } catch (error) {
      this.#logger.error({ err: error, path }, 'a write-ahead log was not brought into its database');
    }
  }

  /** Whoever serves makes the databases. */
  #open(path: string): Sqlite | undefined {
    if (!existsSync(path)) return undefined;
    const database = openSqlite(path, 'NORMAL');
    this.#databases.set(path, database);
    return database;
  }
}

function checkpoint(database: Sqlite, mode: 'PASSIVE' | 'RESTART'): Outcome {
  return (database.pragma(`wal_checkpoint(${mode})`) as Outcome[])[0] as Outcome;
}
