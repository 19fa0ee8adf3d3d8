import { join } from 'node:path';
import { HASH_BYTES, type TileSource } from '@lianpiao/chaincode/domain';
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
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tiles (level INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (level, place));
  CREATE TABLE IF NOT EXISTS checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL, sealed_at INTEGER NOT NULL);
`;
const CACHED_TILES = 4096;

/**
 * The transparency log's hash tiles and checkpoints. Tiles and the checkpoint that covers them become durable in one
 * commit, before anybody sees the checkpoint. Entry bundles are not stored: a leaf is a function of its ledger entry.
 */
export class LogStore implements TileSource {
  readonly #database: Sqlite;
  readonly #putTile: Statement;
  readonly #getTile: Statement;
  readonly #putCheckpoint: Statement;
  readonly #latest: Statement;
  readonly #fullTiles = new Map<string, Buffer>();

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'log.db'), 'FULL');
    this.#database.exec(SCHEMA);
    this.#putTile = this.#database.prepare('INSERT OR REPLACE INTO tiles VALUES (?, ?, ?)');
    this.#getTile = this.#database.prepare('SELECT data FROM tiles WHERE level = ? AND place = ?').pluck();
    this.#putCheckpoint = this.#database.prepare('INSERT INTO checkpoints VALUES (?, ?, ?)');
    this.#latest = this.#database.prepare('SELECT size, note, sealed_at AS sealedAt FROM checkpoints ORDER BY size DESC LIMIT 1');
  }

  /**
   * Makes tiles and the checkpoint over them durable at once.
   * @param from size of the checkpoint that these follow.
   * @throws Error when the log has moved on since: another process has sealed, and nothing is written.
   */
  append(from: number, tiles: readonly StoredTile[], checkpoint: StoredCheckpoint): void {
    this.#database
      .transaction(() => {
        const size = this.latest()?.size ?? 0;
        if (size !== from) throw new Error(`the log has ${String(size)} entries, not ${String(from)}: somebody else seals`);
        for (const { level, index, data } of tiles) this.#putTile.run(level, index, data);
        this.#putCheckpoint.run(checkpoint.size, checkpoint.note, checkpoint.sealedAt);
      })
      .immediate();
  }

  latest(): StoredCheckpoint | undefined {
    return this.#latest.get() as StoredCheckpoint | undefined;
  }

  /** The checkpoint of exactly this size, when one was served. */
  checkpoint(size: number): StoredCheckpoint | undefined {
    return this.checkpoints(size + 1, 1).find((stored) => stored.size === size);
  }

  /** The smallest checkpoint that was served and covers an entry. */
  firstOver(sequence: number): StoredCheckpoint | undefined {
    return this.#database
      .prepare('SELECT size, note, sealed_at AS sealedAt FROM checkpoints WHERE size > ? ORDER BY size LIMIT 1')
      .get(sequence) as StoredCheckpoint | undefined;
  }

  /** Checkpoints that were served, newest first. */
  checkpoints(before: number, limit: number): StoredCheckpoint[] {
    return this.#database
      .prepare('SELECT size, note, sealed_at AS sealedAt FROM checkpoints WHERE size < ? ORDER BY size DESC LIMIT ?')
      .all(before, limit) as StoredCheckpoint[];
  }

  /** @throws Error when the tile is not there or narrower than asked for. */
  tile(level: number, index: number, width: number): Uint8Array {
    const data = this.findTile(level, index);
    if (data === undefined || data.length < width * HASH_BYTES) {
      throw new Error(`tile ${String(level)}/${String(index)} has fewer than ${String(width)} hashes`);
    }
    return data.length === width * HASH_BYTES ? data : data.subarray(0, width * HASH_BYTES);
  }

  /** The widest version of a tile, or undefined. Full tiles never change, so they are remembered. */
  findTile(level: number, index: number): Buffer | undefined {
    const key = `${String(level)}/${String(index)}`;
    const known = this.#fullTiles.get(key);
    if (known !== undefined) return known;
    const data = this.#getTile.get(level, index) as Buffer | undefined;
    if (data?.length === 256 * HASH_BYTES) {
      if (this.#fullTiles.size >= CACHED_TILES) this.#fullTiles.clear();
      this.#fullTiles.set(key, data);
    }
    return data;
  }

  close(): void {
    this.#database.close();
  }
}
