import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { unlock } from './database-key';
import { SqliteDatabase, type Sqlite } from './sqlite-driver';

export type { Sqlite } from './sqlite-driver';

const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens a database in WAL mode. `FULL` syncs the log at every commit, so that what was committed survives the machine;
 * `NORMAL` is for what can be made again, and for stores that sync by themselves ({@link LogSync}).
 */
export function openSqlite(path: string, synchronous: 'FULL' | 'NORMAL', options: { readonly readonly?: boolean } = {}): Sqlite {
  if (options.readonly !== true) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS, readonly: options.readonly ?? false });
  unlock(database, path);
  if (options.readonly !== true) {
    database.pragma('page_size = 8192');
    database.pragma('journal_mode = WAL');
    database.pragma('wal_autocheckpoint = 2000');
  }
  database.pragma(`synchronous = ${synchronous}`);
  database.pragma('temp_store = MEMORY');
  return database;
}
