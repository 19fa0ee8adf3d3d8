import type { Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { hashAt, innerHashes, innerRowOffset, keptHeight, subtreeHash } from './inner-hashes';
import { HASH_BYTES, TILE_HEIGHT, TILE_WIDTH, tileWidth } from './tiles';

/** Where the tiles of a log come from; what it returns for a (level, index, width) never changes. */
export interface TileSource {
  /** The hashes of a tile, `width` × 32 bytes. A source may answer with a wider version of the tile. */
  tile(level: number, index: number, width: number): Uint8Array;
  /** The tile's inner hashes as `innerHashes` gave them when the tile was written, when the source keeps them. */
  inner?(level: number, index: number, width: number): Uint8Array | undefined;
}

/** Hashes of complete subtrees: level 0 is a leaf, level 1 a pair, and so on; `index` counts those of one level. */
export interface TileReader {
  hash(level: number, index: number): Digest;
}

/** 65,536 tiles cover 16 million leaves and take some 65 MB when all are in use. */
const KEPT_TILES = 65_536;

const keptBySource = new WeakMap<TileSource, Map<string, Uint8Array>>();

/** A reader of the log as it was at a size. Readers of one source share what they computed. */
export function tileReader(source: TileSource, size: number): TileReader {
  const kept = keptBySource.get(source) ?? new Map<string, Uint8Array>();
  keptBySource.set(source, kept);
  return new CachedTileReader(source, size, kept);
}

/** Drops what readers of a source computed or were given: it does not fit the tiles. */
export function forgetInnerHashes(source: TileSource): void {
  keptBySource.delete(source);
}

class CachedTileReader implements TileReader {
  constructor(
    private readonly source: TileSource,
    private readonly size: number,
    private readonly kept: Map<string, Uint8Array>,
  ) {}

  hash(level: number, index: number): Digest {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const height = level % TILE_HEIGHT;
    const span = 1 << height;
    const tileIndex = Math.floor((index * span) / TILE_WIDTH);
    const start = (index * span) % TILE_WIDTH;
    const width = tileWidth(tileLevel, tileIndex, this.size);
    if (start + span > width)
      throw new LedgerError('LOG_BROKEN', { found: `no subtree ${String(index)} on level ${String(level)}` });
    if (height < keptHeight(tileLevel)) return subtreeHash(this.tile(tileLevel, tileIndex, width), start, span);
    return hashAt(this.inner(tileLevel, tileIndex, width), innerRowOffset(tileLevel, height) + start / span);
  }

  private tile(level: number, index: number, width: number): Uint8Array {
    const tile = this.source.tile(level, index, width);
    if (tile.length < width * HASH_BYTES) throw new LedgerError('LOG_BROKEN', { found: 'a tile that is cut off' });
    return tile.subarray(0, width * HASH_BYTES);
  }

  /** The oldest goes when there are too many; one that is used becomes the youngest. */
  private inner(level: number, index: number, width: number): Uint8Array {
    const key = `${String(level)}/${String(index)}/${String(width)}`;
    const inner =
      this.kept.get(key) ?? this.source.inner?.(level, index, width) ?? innerHashes(this.tile(level, index, width), level);
    this.kept.delete(key);
    this.kept.set(key, inner);
    if (this.kept.size > KEPT_TILES) this.kept.delete(this.kept.keys().next().value as string);
    return inner;
  }
}
