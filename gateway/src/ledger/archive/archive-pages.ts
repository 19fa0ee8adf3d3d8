import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { HASH_BYTES, type SealedRecord } from '@lianpiao/chaincode/domain';
import type { StoredCheckpoint, StoredTile } from '../../stores/log-store';
import { open, seal } from './archive-key';
import { broken, type Frame } from './archive-frames';

/** What the header frame says: what the archive holds, and by whose keys it can be checked. */
export interface ArchiveHeader {
  /** Of the log; empty when none was sealed. */
  readonly origin: string;
  /** The operator's public key (SPKI, base64), and the log's verifier keys with a space between; empty when the folder had none. */
  readonly operatorKey: string;
  readonly logKey: string;
  readonly entries: number;
  readonly blocks: number;
  /** Hash of the last block. */
  readonly lastBlock: string;
  /** Entries under the last checkpoint. */
  readonly sealed: number;
  /** RFC 3339. */
  readonly exportedAt: string;
}

/** A block as it travels: its parts as exact texts. */
export interface ArchivedBlock {
  readonly header: string;
  readonly keyId: string;
  readonly signature: string;
  readonly transactions: string;
  /** One text a line. */
  readonly entries: string;
}

/** Counts of the whole archive, in its last frame. */
export interface ArchiveEnd {
  readonly entries: number;
  readonly blocks: number;
  readonly tiles: number;
  readonly checkpoints: number;
}

/** What a page may grow to when it is opened. */
const MAX_PAGE_BYTES = 256 * 1024 * 1024;
const PLACE_BYTES = 12;
const TILE_HEAD_BYTES = 11;

/** JSON, compressed. */
export function packJson(value: unknown): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(value)));
}

/** @throws LedgerError ARCHIVE_BROKEN. */
export function unpackJson(frame: Pick<Frame, 'body' | 'number'>): unknown {
  try {
    return JSON.parse(inflateRawSync(frame.body, { maxOutputLength: MAX_PAGE_BYTES }).toString());
  } catch {
    throw broken('form', frame.number);
  }
}

/** A page of records as it is opened. */
export interface RecordPage {
  readonly first: number;
  readonly records: readonly (SealedRecord | undefined)[];
}

/** First sequence (8 bytes) and count (4 bytes), both big-endian, and the encrypted list; null stands for an erased record. */
export function packRecords(key: Buffer, { first, records }: RecordPage): Buffer {
  const place = Buffer.alloc(PLACE_BYTES);
  place.writeBigUInt64BE(BigInt(first));
  place.writeUInt32BE(records.length, 8);
  return Buffer.concat([place, seal(key, place, packJson(records.map((record) => record ?? null)))]);
}

/** @throws LedgerError ARCHIVE_BROKEN or ARCHIVE_KEY_WRONG. */
export function unpackRecords(key: Buffer | undefined, { body, number }: Frame): RecordPage {
  if (key === undefined || body.length < PLACE_BYTES) throw broken('form', number);
  const place = body.subarray(0, PLACE_BYTES);
  const list = unpackJson({ body: open(key, place, body.subarray(PLACE_BYTES)), number });
  if (!Array.isArray(list) || list.length !== place.readUInt32BE(8)) throw broken('form', number);
  return {
    first: Number(place.readBigUInt64BE()),
    records: (list as (SealedRecord | null)[]).map((record) => record ?? undefined),
  };
}

/** Each tile: level (1 byte), index (8 bytes), hashes (2 bytes), and the hashes. */
export function packTiles(tiles: readonly StoredTile[]): Buffer {
  return Buffer.concat(
    tiles.flatMap(({ level, index, data }) => {
      const head = Buffer.alloc(TILE_HEAD_BYTES);
      head.writeUInt8(level);
      head.writeBigUInt64BE(BigInt(index), 1);
      head.writeUInt16BE(data.length / HASH_BYTES, 9);
      return [head, data];
    }),
  );
}

/** @throws LedgerError ARCHIVE_BROKEN. */
export function unpackTiles({ body, number }: Frame): StoredTile[] {
  const tiles: StoredTile[] = [];
  for (let at = 0; at < body.length;) {
    if (at + TILE_HEAD_BYTES > body.length) throw broken('form', number);
    const end = at + TILE_HEAD_BYTES + body.readUInt16BE(at + 9) * HASH_BYTES;
    if (end > body.length) throw broken('form', number);
    tiles.push({
      level: body.readUInt8(at),
      index: Number(body.readBigUInt64BE(at + 1)),
      data: body.subarray(at + TILE_HEAD_BYTES, end),
    });
    at = end;
  }
  return tiles;
}

/** @throws LedgerError ARCHIVE_BROKEN. */
export function unpackBlocks(frame: Frame): ArchivedBlock[] {
  const list = unpackJson(frame);
  const isText = (value: unknown): boolean => typeof value === 'string';
  const isBlock = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    ['header', 'keyId', 'signature', 'transactions', 'entries'].every((name) => isText((value as Record<string, unknown>)[name]));
  if (!Array.isArray(list) || !list.every(isBlock)) throw broken('form', frame.number);
  return list as ArchivedBlock[];
}

/** @throws LedgerError ARCHIVE_BROKEN. */
export function unpackCheckpoints(frame: Frame): StoredCheckpoint[] {
  const list = unpackJson(frame);
  const isCheckpoint = (value: unknown): boolean => {
    const { size, note, sealedAt } = (value ?? {}) as Record<string, unknown>;
    return Number.isSafeInteger(size) && typeof note === 'string' && Number.isSafeInteger(sealedAt);
  };
  if (!Array.isArray(list) || !list.every(isCheckpoint)) throw broken('form', frame.number);
  return list as StoredCheckpoint[];
}

/** @throws LedgerError ARCHIVE_BROKEN. */
export function unpackHeader(frame: Frame): ArchiveHeader {
  const value = unpackJson(frame);
  const { origin, operatorKey, logKey, entries, blocks, lastBlock, sealed, exportedAt } = (value ?? {}) as Record<
    string,
    unknown
  >;
  const texts = [origin, operatorKey, logKey, lastBlock, exportedAt].every((text) => typeof text === 'string');
  if (frame.type !== 'H' || !texts || ![entries, blocks, sealed].every((count) => Number.isSafeInteger(count)))
    throw broken('form', frame.number);
  return value as ArchiveHeader;
}
