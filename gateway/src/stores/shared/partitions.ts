import type { Run, SharedDatabase } from './shared-database';

/** Sequences of a partition. */
const SPAN = 2 ** 20;

type Partitioned = 'invoices' | 'chunks';

/**
 * Why partitions: PostgreSQL leaves the bytes of what was changed or deleted in the table's file, also after a plain
 * VACUUM, until something else is written over them. Writing a table anew (VACUUM FULL) leaves none, but locks it and takes
 * as long as the table is large. So what may have to be erased lies in partitions of about a million sequences, and an
 * erasure has its own one written anew: seconds, whatever the size of the whole.
 */
export class Partitions {
  readonly #table: Partitioned;

  constructor(table: Partitioned) {
    this.#table = table;
  }

  /** Makes the partitions of sequences that are to be written, within the transaction that writes: it writes alone. */
  async ensure(run: Run, first: number, last: number): Promise<void> {
    for (let place = placeOf(first); place <= placeOf(last); place += 1) {
      const [found] = await run<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [this.#name(place)]);
      if (found?.there === true) continue;
      const [from, to] = [String(place * SPAN), String((place + 1) * SPAN)];
      await run(`CREATE TABLE ${this.#name(place)} PARTITION OF ${this.#table} FOR VALUES FROM (${from}) TO (${to})`);
    }
  }

  /** Notes, within the erasing transaction, that old bytes of a sequence's row are to go. */
  async askScrub(run: Run, sequence: number): Promise<void> {
    const values = [this.#name(placeOf(sequence))];
    await run('INSERT INTO scrubs VALUES ($1) ON CONFLICT (partition) DO UPDATE SET asked = scrubs.asked + 1', values);
  }

  #name(place: number): string {
    return `${this.#table}_${String(place)}`;
  }
}

function placeOf(sequence: number): number {
  return Math.floor(sequence / SPAN);
}

/**
 * Writes the partitions anew in which something was erased since they last were: after it, no byte of what was erased is in
 * their files. The server's write-ahead log keeps such bytes until it reuses its segments, and backups as long as they live.
 * @returns how many partitions were written.
 */
export async function scrub(database: SharedDatabase): Promise<number> {
  const asked = await database.rows<{ partition: string; asked: number }>(
    'SELECT partition, asked FROM scrubs ORDER BY partition',
  );
  for (const { partition, asked: times } of asked) {
    // The name was put there by `askScrub`; it is checked because it cannot be a parameter.
    if (!/^(?:invoices|chunks)_\d+$/.test(partition)) throw new Error(`no partition of ours: ${partition}`);
    await database.maintain(`VACUUM (FULL) ${partition}`);
    // Erased again meanwhile: the next time.
    await database.rows('DELETE FROM scrubs WHERE partition = $1 AND asked = $2', [partition, times]);
  }
  return asked.length;
}
