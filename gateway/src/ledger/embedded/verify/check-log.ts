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
  type VerifierKey,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../../crypto/log-keys';
import { BadRecord } from './findings';
import { Cursor, type WalkedEntry } from './walked-entry';

export interface CheckpointRow {
  readonly size: number;
  readonly note: string;
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

/** A tile that is being filled with what the ledger gives. */
interface Filling {
  readonly data: Buffer;
  index: number;
  width: number;
}

/** Grows the log again from the ledger and compares tiles and checkpoints as they come to be. */
export class LogCheck {
  readonly #log: StoredLog;
  readonly #key: VerifierKey | undefined;
  readonly #checkpoints: Cursor<CheckpointRow>;
  readonly #range = CompactRange.empty();
  readonly #filling: Filling[] = [];
  /** Tiles that were compared. */
  tiles = 0;

  /** @param key verifies the checkpoints; without it their signatures are left out. */
  constructor(log: StoredLog, key: VerifierKey | undefined) {
    this.#log = log;
    this.#key = key;
    this.#checkpoints = new Cursor(log.checkpoints);
  }

  /** @throws BadRecord */
  visit({ entry, sequence }: WalkedEntry): void {
    if (sequence >= this.#log.size) return;
    this.#checkpointsAt();
    this.#range.append(hasher().leafHash(leafText(entry)), this.#collect);
    this.#checkpointsAt();
  }

  /** @throws BadRecord */
  end(): void {
    this.#filling.forEach(({ index, width }, level) => {
      if (width > 0) this.#compare(level, index);
    });
    for (const { level, place } of this.#log.places) {
      if (tileWidth(level, place, this.#range.size) === 0) throw new BadRecord('tile-extra', { tile: tileName(level, place) });
    }
  }

  readonly #collect = (height: number, index: number, hash: Digest): void => {
    if (height % TILE_HEIGHT !== 0) return;
    const level = height / TILE_HEIGHT;
    const filling = (this.#filling[level] ??= { data: Buffer.alloc(TILE_WIDTH * HASH_BYTES), index: 0, width: 0 });
    filling.data.write(hash, (index % TILE_WIDTH) * HASH_BYTES, 'hex');
    filling.index = Math.floor(index / TILE_WIDTH);
    filling.width = (index % TILE_WIDTH) + 1;
    if (filling.width < TILE_WIDTH) return;
    this.#compare(level, filling.index);
    filling.width = 0;
  };

  #compare(level: number, index: number): void {
    const { data, width } = this.#filling[level] as Filling;
    const place = { tile: tileName(level, index) };
    const stored = this.#log.tile(level, index);
    if (stored === undefined) throw new BadRecord('tile-missing', place);
    if (stored.length !== width * HASH_BYTES) throw new BadRecord('tile-differs', place, `${String(stored.length)} bytes`);
    for (let at = 0; at < width; at += 1) {
      const [from, to] = [at * HASH_BYTES, (at + 1) * HASH_BYTES];
      if (stored.compare(data, from, to, from, to) === 0) continue;
      const sequence = level === 0 ? { sequence: index * TILE_WIDTH + at } : {};
      throw new BadRecord('tile-differs', { ...place, ...sequence }, `hash ${String(at)}`);
    }
    this.tiles += 1;
  }

  #checkpointsAt(): void {
    for (let row = this.#checkpoints.peek(); row?.size === this.#range.size; row = this.#checkpoints.peek()) {
      this.#checkpoints.take();
      this.#checkNote(row);
    }
  }

  #checkNote({ size, note }: CheckpointRow): void {
    const { text, signed } = open(note, this.#key, size);
    if (!signed) throw new BadRecord('checkpoint-signature-wrong', { size });
    const checkpoint = readCheckpoint(text, size);
    if (checkpoint.size !== size) throw new BadRecord('checkpoint-root-wrong', { size }, `it says ${String(checkpoint.size)}`);
    if (checkpoint.root !== this.#range.root()) throw new BadRecord('checkpoint-root-wrong', { size });
  }
}

function tileName(level: number, index: number): string {
  return `${String(level)}/${String(index)}`;
}

function open(note: string, key: VerifierKey | undefined, size: number): { text: string; signed: boolean } {
  try {
    const { text, verifiedBy } = openNote(note, key === undefined ? [] : [key], nodeSignatures);
    return { text, signed: key === undefined || verifiedBy.length > 0 };
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
