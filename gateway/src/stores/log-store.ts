import { join } from 'node:path';
import {
  forgetInnerHashes,
  HASH_BYTES,
  innerBytes,
  innerHashes,
  TILE_WIDTH,
  withSignatures,
  type NoteSignature,
  type TileSource,
} from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { openSqlite, type Sqlite } from './sqlite';

/** A checkpoint as it was signed and served. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly sealedAt: number;
}

/** One tile as stored: the widest version so far. */
export interface StoredTile {
  readonly level: number;
  readonly index: number;
  readonly data: Uint8Array;
  /** Of a full tile of level 0: its inner hashes. */
  readonly inner?: Uint8Array;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tiles (level INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (level, place));
  CREATE TABLE IF NOT EXISTS inner_hashes (place INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL, sealed_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS witnessed (size INTEGER PRIMARY KEY, note TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS witnesses (name TEXT PRIMARY KEY, size INTEGER NOT NULL, answered_at INTEGER NOT NULL, trouble TEXT);
`;
const CHECKPOINTS = `SELECT size, coalesce(witnessed.note, checkpoints.note) AS note, sealed_at AS sealedAt
  FROM checkpoints LEFT JOIN witnessed USING (size)`;
const CACHED_TILES = 4096;

/** What became of the last request to a witness. */
export interface WitnessState {
  readonly name: string;
  /** Size that it cosigned last, as far as we know. */
  readonly size: number;
  /** Milliseconds since 1970; of the last answer, whatever it said. */
  readonly answeredAt: number;
  /** Null when all is well; otherwise what is not, for an operator to read. */
  readonly trouble: string | null;
}

/**
 * The transparency log's hash tiles and checkpoints. Tiles and the checkpoint that covers them become durable in one
 * commit, before anybody sees the checkpoint. Entry bundles are not stored: a leaf is a function of its ledger entry. The
 * inner hashes of full tiles of level 0 are a cache of what the tiles say: a log without them works, and is slower.
 */
export class LogStore implements TileSource {
  readonly #database: Sqlite;
  readonly #putTile: Statement;
  readonly #getTile: Statement;
  readonly #putInner: Statement;
  readonly #getInner: Statement;
  readonly #putCheckpoint: Statement;
  readonly #latest: Statement;
  readonly #latestWitnessed: Statement;
  /** What a tile holds never changes: a narrower version is the beginning of a wider one. */
  readonly #known = new Map<string, Buffer>();

  /** @param witnessed whether a checkpoint is shown only once enough witnesses have cosigned it. */
  constructor(
    folder: string,
    readonly witnessed = false,
  ) {
    this.#database = openSqlite(join(folder, 'log.db'), 'FULL');
    this.#database.exec(SCHEMA);
    this.#putTile = this.#database.prepare('INSERT OR REPLACE INTO tiles VALUES (?, ?, ?)');
    this.#getTile = this.#database.prepare('SELECT data FROM tiles WHERE level = ? AND place = ?').pluck();
    this.#putInner = this.#database.prepare('INSERT OR REPLACE INTO inner_hashes VALUES (?, ?)');
    this.#getInner = this.#database.prepare('SELECT data FROM inner_hashes WHERE place = ?').pluck();
    this.#putCheckpoint = this.#database.prepare('INSERT INTO checkpoints VALUES (?, ?, ?)');
    this.#latest = this.#database.prepare(`${CHECKPOINTS} ORDER BY size DESC LIMIT 1`);
    this.#latestWitnessed = this.#database.prepare(
      'SELECT size, witnessed.note, sealed_at AS sealedAt FROM witnessed JOIN checkpoints USING (size) ORDER BY size DESC LIMIT 1',
    );
  }

  /**
   * Makes tiles and the checkpoint over them durable at once.
   * @param from size of the checkpoint that these follow.
   * @param sign makes the checkpoint while nobody else can write: a log that is closed signs no other after its last one.
   * @throws Error when the log has moved on since: another process has sealed, and nothing is written.
   */
  append(from: number, tiles: readonly StoredTile[], sign: () => StoredCheckpoint): void {
    this.#database
      .transaction(() => {
        const checkpoint = sign();
        const size = this.latest()?.size ?? 0;
        if (size !== from) throw new Error(`the log has ${String(size)} entries, not ${String(from)}: somebody else seals`);
        for (const { level, index, data, inner } of tiles) {
          this.#putTile.run(level, index, data);
          if (inner !== undefined) this.#putInner.run(index, inner);
        }
        this.#putCheckpoint.run(checkpoint.size, checkpoint.note, checkpoint.sealedAt);
      })
      .immediate();
  }

  /** Does something while nobody can seal. @param work gets the newest checkpoint that was sealed. */
  whileUnsealed<Result>(work: (latest: StoredCheckpoint | undefined) => Result): Result {
    return this.#database.transaction(() => work(this.latest())).immediate();
  }

  /** Puts tiles and checkpoints of a log in that was sealed elsewhere; `ledger verify` says whether they are right. */
  restore(tiles: readonly StoredTile[], checkpoints: readonly StoredCheckpoint[]): void {
    this.#database
      .transaction(() => {
        for (const { level, index, data } of tiles) this.#putTile.run(level, index, data);
        const put = this.#database.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)');
        for (const { size, note, sealedAt } of checkpoints) put.run(size, note, sealedAt);
      })
      .immediate();
  }

  /** The newest checkpoint that was sealed, cosigned or not. */
  latest(): StoredCheckpoint | undefined {
    return this.#latest.get() as StoredCheckpoint | undefined;
  }

  /** The newest checkpoint for everybody to see: with witnesses, the newest that enough of them have cosigned. */
  published(): StoredCheckpoint | undefined {
    return this.witnessed ? (this.#latestWitnessed.get() as StoredCheckpoint | undefined) : this.latest();
  }

  /** The checkpoint of exactly this size when one was sealed; with the cosignatures it has. */
  checkpoint(size: number): StoredCheckpoint | undefined {
    return this.checkpoints(size + 1, 1).find((stored) => stored.size === size);
  }

  /** The smallest checkpoint that was shown and covers an entry. */
  firstOver(sequence: number): StoredCheckpoint | undefined {
    const only = this.witnessed ? 'AND witnessed.note IS NOT NULL' : '';
    return this.#database.prepare(`${CHECKPOINTS} WHERE size > ? ${only} ORDER BY size LIMIT 1`).get(sequence) as
      StoredCheckpoint | undefined;
  }

  /** Checkpoints that were sealed, newest first. */
  checkpoints(before: number, limit: number): StoredCheckpoint[] {
    return this.#database
      .prepare(`${CHECKPOINTS} WHERE size < ? ORDER BY size DESC LIMIT ?`)
      .all(before, limit) as StoredCheckpoint[];
  }

  /** Adds signatures of the log itself to a checkpoint, with and without cosignatures; those it has stay. */
  addSignatures(size: number, more: readonly NoteSignature[]): void {
    this.#database
      .transaction(() => {
        for (const table of ['checkpoints', 'witnessed']) {
          const note = this.#database.prepare(`SELECT note FROM ${table} WHERE size = ?`).pluck().get(size) as string | undefined;
          if (note === undefined) continue;
          this.#database.prepare(`UPDATE ${table} SET note = ? WHERE size = ?`).run(withSignatures(note, more), size);
        }
      })
      .immediate();
  }

  /** Keeps a sealed checkpoint with the cosignatures of enough witnesses: from now on everybody may see it. */
  addWitnessed(size: number, note: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO witnessed VALUES (?, ?)').run(size, note);
  }

  /** What is known of the witnesses, by name. */
  witnesses(): WitnessState[] {
    return this.#database
      .prepare('SELECT name, size, answered_at AS answeredAt, trouble FROM witnesses ORDER BY name')
      .all() as WitnessState[];
  }

  noteWitness({ name, size, answeredAt, trouble }: WitnessState): void {
    this.#database.prepare('INSERT OR REPLACE INTO witnesses VALUES (?, ?, ?, ?)').run(name, size, answeredAt, trouble);
  }

  /** @throws Error when the tile is not there or narrower than asked for. */
  tile(level: number, index: number, width: number): Uint8Array {
    const key = `${String(level)}/${String(index)}`;
    let data = this.#known.get(key);
    if (data === undefined || data.length < width * HASH_BYTES) {
      data = this.findTile(level, index);
      if (data === undefined || data.length < width * HASH_BYTES) {
        throw new Error(`tile ${key} has fewer than ${String(width)} hashes`);
      }
      if (this.#known.size >= CACHED_TILES) this.#known.clear();
      this.#known.set(key, data);
    }
    return data.length === width * HASH_BYTES ? data : data.subarray(0, width * HASH_BYTES);
  }

  /** The widest version of a tile, or undefined. */
  findTile(level: number, index: number): Buffer | undefined {
    return this.#getTile.get(level, index) as Buffer | undefined;
  }

  /** The inner hashes of a full tile of level 0, when they are stored; above, tiles are so few that memory keeps them. */
  inner(level: number, index: number, width: number): Uint8Array | undefined {
    if (level !== 0 || width !== TILE_WIDTH) return undefined;
    const data = this.#getInner.get(index) as Buffer | undefined;
    return data?.length === innerBytes(level) ? data : undefined;
  }

  /**
   * Stores the inner hashes of full tiles of level 0 that have none, as of a log that an earlier version wrote.
   * @returns the place after the last tile that was looked at.
   */
  fillInner(from: number, tiles: number): number {
    const end = Math.min(from + tiles, Math.floor((this.latest()?.size ?? 0) / TILE_WIDTH));
    if (from >= end) return from;
    const lacking = this.#database
      .prepare(
        `SELECT place FROM tiles WHERE level = 0 AND place >= ? AND place < ? AND place NOT IN
         (SELECT place FROM inner_hashes WHERE place >= ? AND place < ?)`,
      )
      .pluck()
      .all(from, end, from, end) as number[];
    if (lacking.length > 0) this.#database.transaction(() => lacking.forEach((place) => this.#makeInner(place))).immediate();
    return end;
  }

  /** Makes the inner hashes at an entry again from the tile itself: those that are remembered or stored proved nothing. */
  renewInner(sequence: number): void {
    this.#known.clear();
    forgetInnerHashes(this);
    this.#makeInner(Math.floor(sequence / TILE_WIDTH));
  }

  #makeInner(place: number): void {
    const tile = this.findTile(0, place);
    if (tile?.length === TILE_WIDTH * HASH_BYTES) this.#putInner.run(place, innerHashes(tile, 0));
  }

  close(): void {
    this.#database.close();
  }
}
