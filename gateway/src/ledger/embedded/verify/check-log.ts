import {
  CompactRange,
  hasher,
  HASH_BYTES,
  leafText,
  LedgerError,
  openNote,
  parseCheckpoint,
  SIGNATURE_RULE,
  TILE_HEIGHT,
  TILE_WIDTH,
  tileWidth,
  type Digest,
  type TrustedLog,
  type VerifierKey,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../../crypto/log-keys';
import { BadRecord } from './findings';
import { Cursor, type WalkedEntry } from './walked-entry';

const MS_PER_SECOND = 1000;

export interface CheckpointRow {
  readonly size: number;
  readonly note: string;
  /** Milliseconds since 1970, by the sealer's clock. */
  readonly sealedAt: number;
}

/** What of the transparency log is stored. */
export interface StoredLog {
  /** All checkpoints, smallest size first. */
  readonly checkpoints: Iterable<CheckpointRow>;
  /** The last checkpoint's size. */
  readonly size: number;
  tile(level: number, index: number): Buffer | undefined;
  /** Places of all tiles. */
  readonly places: Iterable<{ readonly level: number; readonly place: number }>;
}

/** Grows the log again from the ledger and compares tiles and checkpoints as they come to be. */
export class LogCheck {
  readonly #log: StoredLog;
  readonly #keys: readonly TrustedLog[] | undefined;
  readonly #checkpoints: Cursor<CheckpointRow>;
  readonly #range: CompactRange;
  /** The stored tile of each level in which the next hash stands. */
  readonly #open: { readonly index: number; readonly data: Buffer }[] = [];
  readonly #hash = Buffer.alloc(HASH_BYTES);
  /** Tiles that were compared. */
  tiles = 0;

  /**
   * @param keys of the log, past ones too, verify the checkpoints; without it their signatures are left out.
   * @param range the log before the first entry that will be visited; it grows with them.
   */
  constructor(log: StoredLog, keys: readonly TrustedLog[] | undefined, range: CompactRange = CompactRange.empty()) {
    this.#log = log;
    this.#keys = keys;
    this.#checkpoints = new Cursor(log.checkpoints);
    this.#range = range;
  }

  /** @throws BadRecord */
  visit({ entry, sequence }: WalkedEntry): void {
    if (sequence >= this.#log.size) return;
    this.#checkpointsAt();
    this.#range.append(hasher().leafHash(leafText(entry)), this.#collect);
    this.#checkpointsAt();
  }

  /** @throws BadRecord for a tile that the log's size does not ask for. */
  end(): void {
    for (const { level, place } of this.#log.places) {
      if (tileWidth(level, place, this.#log.size) === 0) throw new BadRecord('tile-extra', { tile: tileName(level, place) });
    }
  }

  readonly #collect = (height: number, index: number, hash: Digest): void => {
    if (height % TILE_HEIGHT !== 0) return;
    const level = height / TILE_HEIGHT;
    const tile = Math.floor(index / TILE_WIDTH);
    const slot = index % TILE_WIDTH;
    this.#hash.write(hash, 'hex');
    const start = slot * HASH_BYTES;
    if (this.#hash.compare(this.#tile(level, tile), start, start + HASH_BYTES) === 0) return;
    const sequence = level === 0 ? { sequence: index } : {};
    throw new BadRecord('tile-differs', { tile: tileName(level, tile), ...sequence }, `hash ${String(slot)}`);
  };

  /** A stored tile that is as wide as the log's size asks for. */
  #tile(level: number, index: number): Buffer {
    const open = this.#open[level];
    if (open?.index === index) return open.data;
    const place = { tile: tileName(level, index) };
    const data = this.#log.tile(level, index);
    if (data === undefined) throw new BadRecord('tile-missing', place);
    const wanted = tileWidth(level, index, this.#log.size) * HASH_BYTES;
    const found = `${String(data.length)} bytes instead of ${String(wanted)}`;
    if (data.length < wanted) throw new BadRecord('tile-truncated', place, found);
    if (data.length > wanted) throw new BadRecord('tile-differs', place, found);
    this.#open[level] = { index, data };
    this.tiles += 1;
    return data;
  }

  #checkpointsAt(): void {
    for (let row = this.#checkpoints.peek(); row?.size === this.#range.size; row = this.#checkpoints.peek()) {
      this.#checkpoints.take();
      this.#checkNote(row);
    }
  }

  #checkNote({ size, note, sealedAt }: CheckpointRow): void {
    const { text, signed } = open(note, keysAt(this.#keys, sealedAt, size), size);
    if (!signed) throw new BadRecord('checkpoint-signature-wrong', { size });
    const checkpoint = readCheckpoint(text, size);
    if (checkpoint.size !== size) throw new BadRecord('checkpoint-root-wrong', { size }, `it says ${String(checkpoint.size)}`);
    if (checkpoint.root !== this.#range.root()) throw new BadRecord('checkpoint-root-wrong', { size });
  }
}

function tileName(level: number, index: number): string {
  return `${String(level)}/${String(index)}`;
}

/**
 * The keys whose signatures hold for a checkpoint of a time and size: none of a log that was closed before. A newer one may sign again what was sealed before it was made; one
 * that is compromised proves nothing to others, but here the root is computed anyway.
 */
function keysAt(keys: readonly TrustedLog[] | undefined, sealedAt: number, size: number): VerifierKey[] | undefined {
  return keys
    ?.filter(({ until = Infinity, last }) => sealedAt < until * MS_PER_SECOND && size <= (last?.size ?? Infinity))
    .map(({ key }) => key);
}

function open(note: string, keys: readonly VerifierKey[] | undefined, size: number): { text: string; signed: boolean } {
  try {
    const { text, verifiedBy } = openNote(note, keys ?? [], nodeSignatures);
    return { text, signed: keys === undefined || verifiedBy.length > 0 };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    if (error.detail.rule === SIGNATURE_RULE) throw new BadRecord('checkpoint-signature-wrong', { size });
    throw new BadRecord('checkpoint-malformed', { size });
  }
}

function readCheckpoint(text: string, size: number): { readonly size: number; readonly root: Digest } {
  try {
    return parseCheckpoint(text);
  } catch (error) {
    if (error instanceof LedgerError) throw new BadRecord('checkpoint-malformed', { size });
    throw error;
  }
}
