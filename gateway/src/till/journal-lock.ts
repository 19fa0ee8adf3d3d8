import { LedgerError } from '@lianpiao/chaincode/domain';
import { errorCode } from '../error-code';
import { SqliteDatabase } from '../stores/sqlite-driver';

/**
 * Holds a file for this process alone, until it is released or the process ends, however it ends: the lock is the operating
 * system's, as SQLite takes it.
 * @returns releases it.
 * @throws LedgerError JOURNAL_IN_USE
 */
export function lockFile(path: string): () => void {
  const database = new SqliteDatabase(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (errorCode(cause)?.startsWith('SQLITE_BUSY') === true) throw new LedgerError('JOURNAL_IN_USE', {}, { cause });
    throw cause;
  }
  return () => void database.close();
}
