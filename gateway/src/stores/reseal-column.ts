import type { Sqlite } from './sqlite-driver';
import { resealSecret, type BoxKeys } from './secret-box';

/** Where sealed secrets stand, and what each is bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** A column that orders the rows, each value once. */
  readonly order: string;
  /** SQL of the text that a row's secret is bound to. */
  readonly place: string;
}

/** How far a step came; undefined at the end. */
export interface ResealStep {
  readonly next: string | number;
  readonly resealed: number;
}

interface Row {
  readonly next: string | number;
  readonly bound: string;
  readonly sealed: Buffer;
}

/** Before every row: SQLite orders numbers before texts. */
export const BEFORE_ALL = -1;

/**
 * Puts some secrets under the newest key, while nobody else writes.
 * @param after as the step before says, {@link BEFORE_ALL} at first.
 */
export function resealColumn(
  database: Sqlite,
  keys: BoxKeys,
  { table, column, order, place }: SealedColumn,
  after: string | number,
  limit: number,
): ResealStep | undefined {
  return database
    .transaction(() => {
      const rows = database
        .prepare(
          `SELECT ${table}.${order} AS next, ${place} AS bound, ${column} AS sealed FROM ${table}
           WHERE ${table}.${order} > ? AND ${column} IS NOT NULL ORDER BY ${table}.${order} LIMIT ?`,
        )
        .all(after, limit) as Row[];
      const put = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${order} = ?`);
      let resealed = 0;
      for (const { next, bound, sealed } of rows) {
        const again = resealSecret(keys, bound, sealed);
        if (again === undefined) continue;
        put.run(again, next);
        resealed += 1;
      }
      const last = rows.at(-1);
      return last === undefined ? undefined : { next: last.next, resealed };
    })
    .immediate();
}
