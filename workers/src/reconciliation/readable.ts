/** What a database gives; undefined when SQLite cannot read it any more: which record is bad, the verification says. */
export function readable<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return undefined;
    throw error;
  }
}
