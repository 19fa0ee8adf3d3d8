import { LedgerError } from '@lianpiao/chaincode/domain';
import { errorCode } from '../error-code';
import type { LogSync } from './log-sync';
import type { Sqlite } from './sqlite';

const ENTER_DEADLINE_MS = 10_000;
const ENTER_PAUSE_MS = 1;

/**
 * Runs work while no other process can write to a database; all of it becomes durable, or nothing. Waits for its turn
 * without holding up what else this process does.
 * @throws LedgerError DEADLINE_EXCEEDED when the turn does not come in time.
 */
export async function exclusively<Result>(database: Sqlite, log: LogSync, work: () => Result): Promise<Result> {
  const result = await committed(database, work);
  log.sync();
  return result;
}

/** The same, but committed only: it is durable after the next sync of the log. */
export async function committed<Result>(database: Sqlite, work: () => Result): Promise<Result> {
  await enter(database);
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Begins at once or not at all: a busy database is waited for by {@link enter}, which does not block the process. By `exec`, since
 * `pragma` makes a statement each time, and what native code holds of it takes a collection of garbage 2 µs each to let go.
 */
function begin(database: Sqlite): void {
  database.exec('PRAGMA busy_timeout = 0');
  try {
    database.exec('BEGIN IMMEDIATE');
  } finally {
    database.exec(`PRAGMA busy_timeout = ${String(ENTER_DEADLINE_MS)}`);
  }
}

async function enter(database: Sqlite): Promise<void> {
  const deadline = performance.now() + ENTER_DEADLINE_MS;
  for (;;) {
    try {
      begin(database);
      return;
    } catch (error) {
      if (errorCode(error)?.startsWith('SQLITE_BUSY') !== true) throw error;
      if (performance.now() > deadline) throw new LedgerError('DEADLINE_EXCEEDED', {}, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, ENTER_PAUSE_MS));
    }
  }
}
