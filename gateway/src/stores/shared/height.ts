import type { Run, SharedDatabase } from './shared-database';

type HeightName = 'index' | 'records';

/** How far the ledger has been taken in. */
export async function heightOf(database: SharedDatabase, name: HeightName): Promise<number> {
  const [row] = await database.rows<{ value: number }>('SELECT value FROM heights WHERE name = $1', [name]);
  return row?.value ?? 0;
}

/**
 * Moves a height within the transaction that takes the rows in: whoever comes second waits for the first, and then finds
 * the height elsewhere.
 * @returns false when it does not stand at `from`; then the transaction writes nothing.
 */
export async function moveHeight(run: Run, name: HeightName, from: number, to: number): Promise<boolean> {
  const moved = await run('UPDATE heights SET value = $3 WHERE name = $1 AND value = $2 RETURNING name', [name, from, to]);
  return moved.length === 1;
}
