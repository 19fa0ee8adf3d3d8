import { errorCode } from '@lianpiao/gateway/stores';

/** What a database gives; undefined when SQLite cannot read it any more: which record is bad, the verification says. */
export function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_') === true) return undefined;
    throw error;
  }
}
