import type { Sqlite } from '../../../stores/sqlite';

/** Keys from `first` on, and below `end`. */
export interface KeySpan {
  readonly first: number;
  readonly end: number;
}

export const EVERY_KEY: KeySpan = { first: Number.MIN_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };

/**
 * The rows of a table in the order of an integer key, a page at a time: memory stays bounded, and a walk that breaks off
 * leaves no statement open.
 * @param select `SELECT … FROM table`, with the key among its columns under its own name.
 * @param span which keys; all of them when it is absent.
 */
export function* pagedRows<Row extends object>(
  database: Sqlite,
  select: string,
  key: keyof Row & string,
  page: number,
  span: KeySpan = EVERY_KEY,
): Generator<Row> {
  const statement = database.prepare(`${select} WHERE ${key} >= ? AND ${key} < ? ORDER BY ${key} LIMIT ?`);
  let from = span.first;
  for (;;) {
    const rows = statement.all(from, span.end, page) as Row[];
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    from = (last[key] as number) + 1;
  }
}
