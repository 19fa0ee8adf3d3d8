import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import {
  bucketNode,
  bucketOf,
  changedBucket,
  type Digest,
  type StatusBuckets,
  type StatusNode,
  type StatusPair,
} from '@lianpiao/chaincode/domain';
import { openSqlite, type Sqlite } from './sqlite';

/** The newest seal whose changes the store has taken in. */
export interface KeptSeal {
  /** 0 before the first. */
  readonly number: number;
  readonly covers: number;
  /** Sequence of its entry in the ledger; -1 before the first. */
  readonly sequence: number;
}

/** What a bucket is in the tree. */
export type BucketNode = readonly [bucket: number, node: StatusNode];

/** A bucket with changes in it, not kept yet. */
export interface ChangedBucket {
  readonly bucket: number;
  readonly pairs: readonly StatusPair[];
  readonly node: StatusNode;
}

interface HeadRow {
  readonly bucket: number;
  readonly hash: string;
  readonly size: 0 | 1 | 2;
}

const HASH_BYTES = 32;
const PAIR_BYTES = 2 * HASH_BYTES;
const NO_SEAL: KeptSeal = { number: 0, covers: 0, sequence: -1 };
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS buckets (
    bucket INTEGER PRIMARY KEY, seal INTEGER NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL, pairs BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS buckets_seal ON buckets (seal);
  CREATE TABLE IF NOT EXISTS sealed (
    one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, covers INTEGER NOT NULL, sequence INTEGER NOT NULL);
`;

/**
 * The pairs of the map of statuses, by bucket: what the seals on the ledger amount to. Whoever deletes the file has it made again
 * from their records. Pairs and the number of the seal change together.
 */
export class StatusStore implements StatusBuckets {
  readonly #database: Sqlite;
  readonly #pairs: Statement;
  readonly #put: Statement;
  readonly #heads: Statement;
  readonly #sealed: Statement;
  readonly #seal: Statement;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'status.db'), 'NORMAL');
    this.#database.exec(SCHEMA);
    this.#pairs = this.#database.prepare('SELECT pairs FROM buckets WHERE bucket = ?').pluck();
    this.#put = this.#database.prepare('INSERT OR REPLACE INTO buckets VALUES (?, ?, ?, ?, ?)');
    this.#heads = this.#database.prepare('SELECT bucket, hash, size FROM buckets WHERE seal > ?');
    this.#sealed = this.#database.prepare('SELECT number, covers, sequence FROM sealed');
    this.#seal = this.#database.prepare('INSERT OR REPLACE INTO sealed VALUES (1, ?, ?, ?)');
  }

  sealed(): KeptSeal {
    return (this.#sealed.get() as KeptSeal | undefined) ?? NO_SEAL;
  }

  get(bucket: number): readonly StatusPair[] {
    return readPairs(this.#pairs.get(bucket) as Buffer | undefined);
  }

  /** Buckets that changed after a seal. */
  changedSince(number: number): BucketNode[] {
    const rows = this.#heads.all(number) as HeadRow[];
    return rows.map(({ bucket, hash, size }) => [bucket, { hash: hash as Digest, pairs: size }]);
  }

  /** Runs reads that belong together: no other process changes the map in between. */
  together<Result>(read: () => Result): Result {
    return this.#database.transaction(read)();
  }

  /** Takes in what {@link changed} gave for the seal that follows. @returns false, and takes nothing, when another process has done so. */
  apply(seal: KeptSeal, buckets: readonly ChangedBucket[]): boolean {
    const take = this.#database.transaction(() => {
      if (this.sealed().number + 1 !== seal.number) return false;
      for (const { bucket, pairs, node } of buckets) this.#put.run(bucket, seal.number, node.hash, node.pairs, writePairs(pairs));
      this.#seal.run(seal.number, seal.covers, seal.sequence);
      return true;
    });
    return take.immediate();
  }

  /** Each bucket that changes touch, as it would be with them. */
  changed(changes: readonly StatusPair[]): ChangedBucket[] {
    const byBucket = new Map<number, StatusPair[]>();
    for (const change of changes) {
      const bucket = bucketOf(change.key);
      const known = byBucket.get(bucket);
      if (known === undefined) byBucket.set(bucket, [change]);
      else known.push(change);
    }
    return [...byBucket].map(([bucket, some]) => {
      const pairs = changedBucket(this.get(bucket), some);
      return { bucket, pairs, node: bucketNode(pairs) };
    });
  }

  close(): void {
    this.#database.close();
  }
}

function readPairs(bytes: Buffer | undefined): StatusPair[] {
  const hex = bytes?.toString('hex') ?? '';
  const at = (place: number): Digest => hex.slice(place * 2, (place + HASH_BYTES) * 2) as Digest;
  return Array.from({ length: (bytes?.length ?? 0) / PAIR_BYTES }, (_, place) => ({
    key: at(place * PAIR_BYTES),
    value: at(place * PAIR_BYTES + HASH_BYTES),
  }));
}

function writePairs(pairs: readonly StatusPair[]): Buffer {
  return Buffer.from(pairs.map(({ key, value }) => key + value).join(''), 'hex');
}
