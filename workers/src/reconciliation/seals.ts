import { createHash, type Hash } from 'node:crypto';
import { HASH_BYTES, TILE_WIDTH } from '@lianpiao/chaincode/domain';
import type { Sqlite } from '@lianpiao/gateway/stores';
import { spanFrom, type FolderSnapshot, type KeySpan } from '@lianpiao/gateway/verify';
import { readable } from './readable';
import { SEALED, type SealedPart, type Seals } from './stretch-table';

/** Which rows of each database belong to a stretch. */
export interface SealedRows {
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly first: number;
  readonly end: number;
}

/** One digest over the rows of a part as they lie on disk: a second look costs a read and a hash, and no decoding. */
export function sealOf(part: SealedPart, snapshot: FolderSnapshot, rows: SealedRows): string | null {
  const database = snapshot[part];
  if (database === undefined) return null;
  const hash = createHash('sha256');
  return (
    readable(() => {
      SEAL[part](database, rows, hash);
      return hash.digest('hex');
    }) ?? null
  );
}

export function sealsOf(snapshot: FolderSnapshot, rows: SealedRows): Seals {
  return Object.fromEntries(SEALED.map((part) => [part, sealOf(part, snapshot, rows)])) as Seals;
}

const SEAL: Readonly<Record<SealedPart, (database: Sqlite, rows: SealedRows, hash: Hash) => void>> = {
  ledger: (database, { firstBlock, lastBlock, first, end }, hash) => {
    const rows = database.prepare(BLOCKS).raw().iterate(firstBlock, lastBlock) as Iterable<Buffer[]>;
    for (const columns of rows) for (const column of columns) frame(hash, column);
    const span = spanFrom(first, end);
    for (const [row] of database.prepare(ACTS).raw().iterate(span.first, span.end) as Iterable<[Buffer]>) frame(hash, row);
  },
  payloads: (database, { first, end }, hash) => {
    const span = spanFrom(first, end);
    const rows = database.prepare(CHUNKS).raw().iterate(span.first, span.end) as Iterable<[Buffer, Buffer]>;
    for (const [place, data] of rows) {
      frame(hash, place);
      frame(hash, data);
    }
  },
  index: (database, { first, end }, hash) => {
    const span = spanFrom(first, end);
    frame(hash, (database.prepare(INDEX).pluck().get(span.first, span.end) as Buffer | null) ?? Buffer.alloc(0));
  },
  log: (database, { first, end }, hash) => {
    const tile = database.prepare('SELECT data FROM tiles WHERE level = ? AND place = ?').pluck();
    for (let level = 0, width = 1; width <= end; level += 1, width *= TILE_WIDTH) {
      const slots = { first: Math.floor(first / width), end: Math.floor(end / width) };
      sealSlots(hash, (place) => tile.get(level, place) as Buffer | undefined, slots);
    }
    const sizes = spanFrom(first, end);
    const notes = database.prepare(NOTES).raw().iterate(sizes.first, sizes.end) as Iterable<[Buffer]>;
    for (const [note] of notes) frame(hash, note);
  },
};

/** The hashes of a level that the entries of the stretch completed. */
function sealSlots(hash: Hash, tile: (place: number) => Buffer | undefined, { first, end }: KeySpan): void {
  for (let slot = first; slot < end;) {
    const place = Math.floor(slot / TILE_WIDTH);
    const stop = Math.min(end, (place + 1) * TILE_WIDTH);
    const start = place * TILE_WIDTH;
    frame(hash, tile(place)?.subarray((slot - start) * HASH_BYTES, (stop - start) * HASH_BYTES) ?? Buffer.alloc(0));
    slot = stop;
  }
}

const length = Buffer.alloc(4);

/** Each value after its length, so that nothing can move from one to the next. */
function frame(hash: Hash, bytes: Buffer): void {
  length.writeUInt32BE(bytes.length);
  hash.update(length);
  hash.update(bytes);
}

/** Values of a row as one text; what stands for a missing value, and between two, occurs in none that we write. */
function rowBytes(...columns: readonly string[]): string {
  return `CAST(${columns.map((column) => `ifnull(${column}, char(1))`).join(` || char(2) || `)} AS BLOB)`;
}

const BLOCKS = `SELECT ${rowBytes('number', 'first', 'count', 'hash', 'header', 'key_id', 'signature', 'transactions')},
  CAST(reference_bits AS BLOB), CAST(entries AS BLOB) FROM blocks WHERE number BETWEEN ? AND ? ORDER BY number`;
const ACTS = `SELECT ${rowBytes('sequence', 'type', 'subject', 'text')} FROM acts WHERE sequence >= ? AND sequence < ? ORDER BY sequence`;
const CHUNKS = `SELECT ${rowBytes('first', 'count')}, CAST(data AS BLOB) FROM chunks WHERE first >= ? AND first < ? ORDER BY first`;
const NOTES = `SELECT ${rowBytes('size', 'note', 'sealed_at')} FROM checkpoints WHERE size > ? AND size <= ? ORDER BY size`;
const INDEX = `SELECT CAST(group_concat(
    sequence || char(2) || number || char(2) || seller || char(2) || till || char(2) || ifnull(buyer, char(1)) || char(2) ||
    issued_at || char(2) || currency || char(2) || gross || char(2) || test, char(3)) AS BLOB)
  FROM (SELECT * FROM invoices WHERE sequence >= ? AND sequence < ? ORDER BY sequence)`;
