import {
  CompactRange,
  formatCheckpoint,
  hasher,
  HASH_BYTES,
  InnerCollector,
  leafOfText,
  newTiles,
  parseCheckpoint,
  parseNote,
  signNoteByAll,
  subtreeCount,
  tileReader,
  TILE_WIDTH,
  type Digest,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import type { LogKeys, LogStore, StoredCheckpoint, StoredTile } from '@lianpiao/gateway/stores';

/** Entries sealed under one checkpoint at most, so that the work before an answer is bounded. */
const MAX_ENTRIES = 65_536;
const READ_ENTRIES = 2048;
/** Tiles of an older log that get their inner hashes in one look: some 20 ms of work. */
const FILLED_TILES = 64;

/**
 * Turns ledger entries into the transparency log: leaf hashes into tiles, and a signed checkpoint over them. The leaf is a
 * function of the entry, so the log can be made again from the ledger, with the same roots. One process seals at a time.
 */
export class LogSealer {
  readonly #ledger: LedgerReader;
  readonly #log: LogStore;
  readonly #keys: LogKeys;
  readonly #clock: () => number;
  readonly #inner = new InnerCollector();
  #range: CompactRange;
  /** Tiles of level 0 that have their inner hashes. */
  #filled = 0;
  /** Size of the newest checkpoint, and the keys that it was seen to be signed by. */
  #signed = '';

  constructor(ledger: LedgerReader, log: LogStore, keys: LogKeys, clock: () => number) {
    this.#ledger = ledger;
    this.#log = log;
    this.#keys = keys;
    this.#clock = clock;
    this.#range = restoreRange(log);
  }

  /**
   * Seals what the ledger has beyond the log. Tiles and checkpoint become durable together: a crash leaves the log at its
   * last checkpoint, and the next run goes on from there.
   * @returns the size of the log.
   */
  seal(): number {
    for (;;) {
      const sealed = this.#range.size;
      const fresh = this.#freshTiles(sealed);
      if (this.#range.size === sealed) {
        this.#filled = this.#log.fillInner(this.#filled, FILLED_TILES);
        this.#signAgain();
        return sealed;
      }
      try {
        this.#log.append(sealed, fresh, () => this.#checkpoint());
      } catch (error) {
        this.#range = restoreRange(this.#log);
        this.#inner.clear();
        throw error;
      }
    }
  }

  /** Signed by every key that counts now: by two of them while one follows the other. */
  #checkpoint(): StoredCheckpoint {
    const sealedAt = this.#clock();
    const { size } = this.#range;
    const text = formatCheckpoint({ origin: this.#keys.origin, size, root: this.#range.root() });
    return { size, note: signNoteByAll(text, this.#keys.signers(sealedAt)), sealedAt };
  }

  /**
   * A log that does not grow shows a checkpoint by a key that counts, too: a new key signs the newest one again. The last
   * checkpoint of a closed log is not the successor's to sign, which opens with the next entry.
   */
  #signAgain(): void {
    const newest = this.#log.latest();
    const signers = this.#keys.signers(this.#clock());
    const wanted = `${String(newest?.size)} ${signers.map(({ keyId }) => keyId).join(' ')}`;
    if (newest === undefined || wanted === this.#signed) return;
    const { text, signatures } = parseNote(newest.note);
    if (parseCheckpoint(text).origin !== this.#keys.origin) return;
    const lacking = signers.filter(({ keyId }) => !signatures.some((line) => line.keyId === keyId));
    if (lacking.length > 0) this.#log.addSignatures(newest.size, parseNote(signNoteByAll(text, lacking)).signatures);
    this.#signed = wanted;
  }

  /** Appends the leaves of new entries and collects the tiles that changed. */
  #freshTiles(sealed: number): StoredTile[] {
    const added = new Map<number, Digest[]>();
    const collect = (level: number, index: number, hash: Digest): void => {
      this.#inner.visit(level, index, hash);
      if (level % 8 !== 0) return;
      const hashes = added.get(level / 8);
      if (hashes === undefined) added.set(level / 8, [hash]);
      else hashes.push(hash);
    };
    while (this.#range.size - sealed < MAX_ENTRIES) {
      const texts = this.#ledger.readTexts(this.#range.size, READ_ENTRIES);
      for (const text of texts) this.#range.append(hasher().leafHash(leafOfText(text)), collect);
      if (texts.length < READ_ENTRIES) break;
    }
    return newTiles(sealed, this.#range.size).map(({ level, index, width }) =>
      this.#tile(Number(level), index, width, sealed, added.get(Number(level)) ?? []),
    );
  }

  /** A tile as it is now: the hashes it had at the last checkpoint, and those added since. */
  #tile(level: number, index: number, width: number, sealed: number, added: readonly Digest[]): StoredTile {
    const before = Math.floor(sealed / TILE_WIDTH ** level);
    const start = index * TILE_WIDTH;
    const kept = Math.max(0, Math.min(width, before - start));
    const data = Buffer.alloc(width * HASH_BYTES);
    if (kept > 0) data.set(this.#log.tile(level, index, kept));
    for (let place = kept; place < width; place += 1) {
      data.write(added[start + place - before] as Digest, place * HASH_BYTES, 'hex');
    }
    return level === 0 && width === TILE_WIDTH
      ? { level, index, data, inner: this.#inner.take(index, data) }
      : { level, index, data };
  }
}

/** The log's frontier, read back from its tiles. */
function restoreRange(log: LogStore): CompactRange {
  const size = log.latest()?.size ?? 0;
  const reader = tileReader(log, size);
  const subtrees: Digest[] = [];
  let start = 0;
  for (let level = Math.floor(Math.log2(Math.max(1, size))); level >= 0 && subtrees.length < subtreeCount(size); level -= 1) {
    const width = 2 ** level;
    if (Math.floor(size / width) % 2 === 0) continue;
    subtrees.push(reader.hash(level, start / width));
    start += width;
  }
  return CompactRange.restore(size, subtrees);
}
