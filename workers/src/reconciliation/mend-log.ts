import {
  CompactRange,
  formatCheckpoint,
  hasher,
  HASH_BYTES,
  leafOfText,
  LedgerError,
  merkleRoot,
  openNote,
  parseCheckpoint,
  signNoteByAll,
  TILE_WIDTH,
  tileWidth,
  type Digest,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import { nodeSignatures, type DerivedRows, type LogKeys, type Rewritten } from '@lianpiao/gateway/stores';
import type { StretchEdge } from '@lianpiao/gateway/verify';

/** Writes tiles and checkpoints of the log as the ledger's entries give them. */
export class LogMender {
  readonly #ledger: LedgerReader;
  readonly #rows: DerivedRows;
  readonly #keys: LogKeys;
  readonly #edgeBefore: (size: number) => StretchEdge | undefined;

  /** @param edgeBefore the last verified edge at or before a size; undefined for a size that was not verified. */
  constructor(ledger: LedgerReader, rows: DerivedRows, keys: LogKeys, edgeBefore: (size: number) => StretchEdge | undefined) {
    this.#ledger = ledger;
    this.#rows = rows;
    this.#keys = keys;
    this.#edgeBefore = edgeBefore;
  }

  /** @returns undefined when what the tile is made of is not whole itself. */
  tile(level: number, place: number): Rewritten | undefined {
    const width = place < 0 ? 0 : tileWidth(level, place, this.#rows.logSize());
    if (width === 0) return this.#rows.putTile(level, place, undefined);
    const hashes = level === 0 ? this.#leaves(place * TILE_WIDTH, width) : this.#roots(level - 1, place * TILE_WIDTH, width);
    if (hashes === undefined || hashes.length < width) return undefined;
    return this.#rows.putTile(level, place, Buffer.from(hashes.join(''), 'hex'));
  }

  #leaves(first: number, count: number): Digest[] {
    return this.#ledger.readTexts(first, count).map((text) => hasher().leafHash(leafOfText(text)));
  }

  /** Roots of full tiles of a level, which are the hashes of the level above. */
  #roots(level: number, first: number, count: number): Digest[] | undefined {
    const roots: Digest[] = [];
    for (let place = first; place < first + count; place += 1) {
      const data = this.#rows.tile(level, place);
      if (data?.length !== TILE_WIDTH * HASH_BYTES) return undefined;
      const text = data.toString('hex');
      roots.push(merkleRoot(Array.from({ length: TILE_WIDTH }, (_, at) => text.slice(at * 64, (at + 1) * 64) as Digest)));
    }
    return roots;
  }

  /**
   * Puts the checkpoint of a size right. One that a key of ours did sign with another root is left as it is: somebody was shown it,
   * and it is evidence.
   */
  checkpoint(size: number, now: number): Rewritten | undefined {
    const root = this.#rootAt(size);
    if (root === undefined) return undefined;
    const signed = this.#signedUnder(size);
    if (signed?.size === size) return undefined;
    // A true note under a wrong size: it goes back to its own, by the check that misses it there.
    if (signed !== undefined) return this.#rows.putCheckpoint(size, undefined, now);
    const text = formatCheckpoint({ origin: this.#keys.origin, size, root });
    return this.#rows.putCheckpoint(size, signNoteByAll(text, this.#keys.signers(now)), now);
  }

  /** What a stored note says, when a key of ours signed it. */
  #signedUnder(size: number): { readonly size: number } | undefined {
    try {
      const keys = this.#keys.trusted().map(({ key }) => key);
      const { text, verifiedBy } = openNote(this.#rows.checkpoint(size) ?? '', keys, nodeSignatures);
      return verifiedBy.length > 0 ? parseCheckpoint(text) : undefined;
    } catch (error) {
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
  }

  #rootAt(size: number): Digest | undefined {
    const edge = this.#edgeBefore(size);
    if (edge === undefined) return undefined;
    const range = CompactRange.restore(edge.length, edge.subtrees);
    for (const leaf of this.#leaves(edge.length, size - edge.length)) range.append(leaf);
    return range.size === size ? range.root() : undefined;
  }
}
