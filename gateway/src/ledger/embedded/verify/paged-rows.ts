import type { Sqlite } from '../../../stores/sqlite';

/**
 * The rows of a table in the order of an integer key, a page at a time: memory stays bounded, and a walk that breaks off
 * leaves no statement open.
 * @param select `SELECT … FROM table`, with the key among its columns under its own name.
 */
export function* pagedRows<Row extends object>(
  database: Sqlite,
  select: string,
  key: keyof Row & string,
  page: number,
): Generator<Row> {
  const statement = database.prepare(`${select} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`);
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = statement.all(after, page) as Row[];
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last[key] as number;
  }
}
