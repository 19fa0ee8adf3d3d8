import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import { hasher, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
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

/**
 * Inside a tile, hashes from some height up are kept, and those below are computed when asked for. On level 0 that is
 * height 4 (30 hashes, 960 bytes a tile; at most 7 hashes are computed for one below); above, where tiles are few, all
 * are kept (254 hashes, 8 kB). Without keeping any, a path would cost some 240 hashes a tile.
 */
function keptHeight(tileLevel: number): number {
  return tileLevel === 0 ? 4 : 1;
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

/**
 * The inner hashes of a tile of this level and any width, from the lowest height that is kept up to 7, row after row;
 * places of incomplete subtrees are zero. A store may compute them once, when it writes the tile.
 */
export function innerHashes(tile: Uint8Array, tileLevel: number): Uint8Array {
  const span = 1 << keptHeight(tileLevel);
  const lowest = TILE_WIDTH / span;
  const inner = new Uint8Array((2 * lowest - 2) * HASH_BYTES);
  let row: Digest[] = [];
  for (let start = 0; start + span <= tile.length / HASH_BYTES; start += span) row.push(subtreeHash(tile, start, span));
  for (let offset = 0, places = lowest; places > 1; places /= 2) {
    for (const [place, hash] of row.slice(0, places).entries()) inner.set(hexToBytes(hash), (offset + place) * HASH_BYTES);
    offset += places;
    row = pairs(row);
  }
  return inner;
}

function subtreeHash(tile: Uint8Array, start: number, width: number): Digest {
  let row = Array.from({ length: width }, (_, place) => hashAt(tile, start + place));
  while (row.length > 1) row = pairs(row);
  return row[0] as Digest;
}

function pairs(row: readonly Digest[]): Digest[] {
  const hashing = hasher();
  const above: Digest[] = [];
  for (let left = 0; left + 1 < row.length; left += 2) above.push(hashing.nodeHash(row[left] as Digest, row[left + 1] as Digest));
  return above;
}

function hashAt(bytes: Uint8Array, place: number): Digest {
  return bytesToHex(bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES)) as Digest;
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
    // Rows get half as long with each height: those below this one take what the lowest has more than twice this one.
    const rowOffset = 2 * ((TILE_WIDTH >>> keptHeight(tileLevel)) - TILE_WIDTH / span);
    return hashAt(this.inner(tileLevel, tileIndex, width), rowOffset + start / span);
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
