import type { JsonValue } from '@lianpiao/chaincode/domain';
import type { DayTotal, Sqlite } from '@lianpiao/gateway/stores';
import { CHAIN_START, type StretchEdge } from '@lianpiao/gateway/verify';

/** The parts of a stretch that have a seal of their own, one a database. */
export const SEALED = ['ledger', 'payloads', 'index', 'log'] as const;
export type SealedPart = (typeof SEALED)[number];

/** SHA-256 over the rows of each part as they were when they were found right; null while they are not. */
export type Seals = Readonly<Record<SealedPart, string | null>>;

/** A run of blocks that was compared down to the values. */
export interface Stretch {
  readonly firstBlock: number;
  readonly first: number;
  readonly end: StretchEdge;
  /** Sizes of the checkpoints from behind the first entry to the end. */
  readonly checkpoints: readonly number[];
  readonly seals: Seals;
  /** The books of the stretch, from its records. */
  readonly totals: readonly DayTotal[];
  /** Milliseconds since 1970. */
  readonly verifiedAt: number;
}

interface Row {
  readonly first_block: number;
  readonly first: number;
  readonly end: string;
  readonly checkpoints: string;
  readonly seals: string;
  readonly totals: string;
  readonly verified_at: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS stretches (
    first_block INTEGER PRIMARY KEY, first INTEGER NOT NULL, end TEXT NOT NULL, checkpoints TEXT NOT NULL, seals TEXT NOT NULL,
    totals TEXT NOT NULL, verified_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS stretches_first ON stretches (first);
  CREATE TABLE IF NOT EXISTS replayed (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
export const START: StretchEdge = { ...CHAIN_START, subtrees: [] };

/** The worker's checkpoint: what was compared so far, stretch by stretch, and the state that its replay gave. */
export class StretchTable {
  readonly #database: Sqlite;

  constructor(database: Sqlite) {
    this.#database = database;
    database.exec(SCHEMA);
  }

  /** Where the next stretch begins. */
  edge(): StretchEdge {
    return this.last()?.end ?? START;
  }

  last(): Stretch | undefined {
    return this.#one('ORDER BY first_block DESC LIMIT 1', 0);
  }

  /** The first stretch from a block on. */
  from(block: number): Stretch | undefined {
    return this.#one('WHERE first_block >= ? ORDER BY first_block LIMIT 1', block);
  }

  /** The stretch that holds an entry. */
  holding(sequence: number): Stretch | undefined {
    const stretch = this.#one('WHERE first <= ? ORDER BY first DESC LIMIT 1', sequence);
    return stretch !== undefined && sequence < stretch.end.length ? stretch : undefined;
  }

  /** Where a stretch begins. */
  startOf(stretch: Stretch): StretchEdge {
    return this.#one('WHERE first_block < ? ORDER BY first_block DESC LIMIT 1', stretch.firstBlock)?.end ?? START;
  }

  /** The last stretches, newest first. */
  tail(limit: number): Stretch[] {
    const rows = this.#database.prepare('SELECT * FROM stretches ORDER BY first_block DESC LIMIT ?').all(limit) as Row[];
    return rows.map(toStretch);
  }

  /** All of them in order, one at a time. */
  *all(): Generator<Stretch> {
    for (let next = this.from(1); next !== undefined; next = this.from(next.end.number + 1)) yield next;
  }

  /** Values that the replay gave, by key. */
  state(): Iterable<{ readonly key: string; readonly value: string }> {
    return this.#database.prepare('SELECT key, value FROM replayed').all() as { key: string; value: string }[];
  }

  /**
   * Adds a stretch with the values that its replay wrote, durable together.
   * @throws Error when the table has moved on since: another process reconciles too, and nothing is written.
   */
  append(stretch: Stretch, written: ReadonlyMap<string, JsonValue>): void {
    const work = this.#database.transaction(() => {
      if (this.edge().length !== stretch.first) throw new Error('another process has reconciled meanwhile');
      this.#insert(stretch);
      const put = this.#database.prepare('INSERT OR REPLACE INTO replayed VALUES (?, ?)');
      for (const [key, value] of written) put.run(key, JSON.stringify(value));
    });
    work.immediate();
  }

  #insert(stretch: Stretch): void {
    const { firstBlock, first, end, checkpoints, seals, totals, verifiedAt } = stretch;
    const texts = [end, checkpoints, seals, totals].map((value) => JSON.stringify(value));
    this.#database.prepare('INSERT INTO stretches VALUES (?, ?, ?, ?, ?, ?, ?)').run(firstBlock, first, ...texts, verifiedAt);
  }

  /** Stores what a second look found; nothing, when the stretch was joined with others meanwhile. */
  renew({ firstBlock, end, checkpoints, seals, totals, verifiedAt }: Stretch): void {
    const texts = [checkpoints, seals, totals].map((value) => JSON.stringify(value));
    this.#database
      .prepare('UPDATE stretches SET checkpoints = ?, seals = ?, totals = ?, verified_at = ? WHERE first_block = ? AND end = ?')
      .run(...texts, verifiedAt, firstBlock, JSON.stringify(end));
  }

  /** Puts one stretch in the place of several neighbours, when all of them are still there. */
  replace(parts: readonly Stretch[], whole: Stretch): void {
    const drop = this.#database.prepare('DELETE FROM stretches WHERE first_block = ? AND end = ?');
    const work = this.#database.transaction(() => {
      const dropped = parts.filter(({ firstBlock, end }) => drop.run(firstBlock, JSON.stringify(end)).changes === 1);
      if (dropped.length < parts.length) throw new Error('another process has joined stretches meanwhile');
      this.#insert(whole);
    });
    work.immediate();
  }

  #one(where: string, value: number): Stretch | undefined {
    const parameters = where.includes('?') ? [value] : [];
    const row = this.#database.prepare(`SELECT * FROM stretches ${where}`).get(...parameters) as Row | undefined;
    return row === undefined ? undefined : toStretch(row);
  }
}

function toStretch(row: Row): Stretch {
  return {
    firstBlock: row.first_block,
    first: row.first,
    end: JSON.parse(row.end) as StretchEdge,
    checkpoints: JSON.parse(row.checkpoints) as number[],
    seals: JSON.parse(row.seals) as Seals,
    totals: JSON.parse(row.totals) as DayTotal[],
    verifiedAt: row.verified_at,
  };
}
