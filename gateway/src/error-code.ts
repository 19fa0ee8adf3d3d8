/** The code that Node and SQLite give their errors ("EEXIST", "SQLITE_BUSY"); undefined when there is none. */
export function errorCode(error: unknown): string | undefined {
  // By its form and not by its class: a native module's errors may come from another realm.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
