import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { unlock } from '../../../stores/database-key';
import { SqliteDatabase } from '../../../stores/sqlite-driver';
import type { Sqlite } from '../../../stores/sqlite';

const BUSY_TIMEOUT_MS = 10_000;

/**
 * The databases of a data folder, each read as it stood at one moment, while gateway and workers may go on. The order of
 * these moments makes what is compared comparable: the derived data first, so that none of it is ahead of the ledger; then
 * the records, of which only those of entries that existed before are judged; the ledger last, so that it holds the act
 * of every erasure that the records show.
 */
export interface FolderSnapshot {
  readonly ledger: Sqlite;
  readonly payloads: Sqlite | undefined;
  readonly index: Sqlite | undefined;
  readonly log: Sqlite | undefined;
  /** Entries whose records must have been stored when the records were read. */
  readonly settled: number;
  /** True for the mirror of a Fabric channel. */
  readonly mirrored: boolean;
  close(): void;
}

/** @throws LedgerError NOT_FOUND when there is no ledger. */
export function openSnapshot(folder: string): FolderSnapshot {
  const opened: Sqlite[] = [];
  const open = (name: string): Sqlite | undefined => {
    const path = join(folder, name);
    if (!existsSync(path)) return undefined;
    const database = new SqliteDatabase(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    unlock(database, path);
    opened.push(database);
    return database;
  };
  const ledger = open('ledger.db');
  if (ledger === undefined) throw new LedgerError('NOT_FOUND', { found: `no ledger.db in ${folder}` });
  const freeze = (database: Sqlite | undefined): Sqlite | undefined => {
    database?.exec('BEGIN');
    // The moment is that of the first read. A file that is no database says so when its part is checked.
    quietly(() => database?.prepare('SELECT count(*) FROM sqlite_schema').get());
    return database;
  };
  const [index, log] = [freeze(open('index.db')), freeze(open('log.db'))];
  const settled = quietly(() => lengthOf(ledger)) ?? 0;
  const payloads = freeze(open('payloads.db'));
  freeze(ledger);
  return {
    ledger,
    payloads,
    index,
    log,
    settled,
    mirrored: quietly(() => isMirror(ledger)) ?? false,
    close: () => {
      for (const database of opened) database.close();
    },
  };
}

/** How many entries the table of blocks says there are. */
export function lengthOf(ledger: Sqlite): number {
  const length = ledger.prepare('SELECT first + count FROM blocks ORDER BY number DESC LIMIT 1').pluck().get();
  return (length as number | undefined) ?? 0;
}

/** True when the tables of a ledger were filled from the blocks of a Fabric channel. */
function isMirror(ledger: Sqlite): boolean {
  return ledger.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fabric_checkpoint'").get() !== undefined;
}

function quietly<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
