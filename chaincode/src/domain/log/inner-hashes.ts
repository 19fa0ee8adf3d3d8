import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import { hasher, type Digest } from '../encoding/digest';
import { HASH_BYTES, TILE_HEIGHT, TILE_WIDTH } from './tiles';

/**
 * Inside a tile, hashes from some height up are kept, and those below are computed when asked for. On level 0 that is
 * height 4 (30 hashes, 960 bytes a tile; at most 7 hashes are computed for one below); above, where tiles are few, all
 * are kept (254 hashes, 8 kB). Without keeping any, a path would cost some 240 hashes a tile.
 */
export function keptHeight(tileLevel: number): number {
  return tileLevel === 0 ? 4 : 1;
}

/** Place of a height's first hash. Rows get half as long with each: those below take what the lowest has more than twice this one. */
export function innerRowOffset(tileLevel: number, height: number): number {
  return 2 * ((TILE_WIDTH >>> keptHeight(tileLevel)) - (TILE_WIDTH >>> height));
}

/** Bytes of the inner hashes of a tile of this level. */
export function innerBytes(tileLevel: number): number {
  return (2 * (TILE_WIDTH >>> keptHeight(tileLevel)) - 2) * HASH_BYTES;
}

/**
 * The inner hashes of a tile of this level and any width, from the lowest height that is kept up to 7, row after row;
 * places of incomplete subtrees are zero. A store may compute them once, when it writes the tile.
 */
export function innerHashes(tile: Uint8Array, tileLevel: number): Uint8Array {
  const span = 1 << keptHeight(tileLevel);
  const lowest = TILE_WIDTH / span;
  const inner = new Uint8Array(innerBytes(tileLevel));
  let row: Digest[] = [];
  for (let start = 0; start + span <= tile.length / HASH_BYTES; start += span) row.push(subtreeHash(tile, start, span));
  for (let offset = 0, places = lowest; places > 1; places /= 2) {
    for (const [place, hash] of row.slice(0, places).entries()) inner.set(hexToBytes(hash), (offset + place) * HASH_BYTES);
    offset += places;
    row = pairs(row);
  }
  return inner;
}

/** Root over a part of a tile. */
export function subtreeHash(tile: Uint8Array, start: number, width: number): Digest {
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

/** One hash of a row of them. */
export function hashAt(bytes: Uint8Array, place: number): Digest {
  return bytesToHex(bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES)) as Digest;
}

/**
 * Collects the inner hashes of the lowest level's tiles while a log grows, where they are computed anyway: hand `visit` to
 * {@link CompactRange.append}.
 */
export class InnerCollector {
  private readonly open = new Map<number, { readonly hashes: Uint8Array; missing: number }>();

  /** Hears of every subtree that is finished. */
  visit(height: number, index: number, hash: Digest): void {
    if (height < keptHeight(0) || height >= TILE_HEIGHT) return;
    const places = TILE_WIDTH >>> height;
    const tile = Math.floor(index / places);
    let inner = this.open.get(tile);
    if (inner === undefined) {
      const hashes = new Uint8Array(innerBytes(0));
      inner = { hashes, missing: hashes.length / HASH_BYTES };
      this.open.set(tile, inner);
    }
    inner.hashes.set(hexToBytes(hash), (innerRowOffset(0, height) + (index % places)) * HASH_BYTES);
    inner.missing -= 1;
  }

  /** The inner hashes of a full tile, once; computed when not all were heard of. */
  take(index: number, tile: Uint8Array): Uint8Array {
    const inner = this.open.get(index);
    this.open.delete(index);
    return inner?.missing === 0 ? inner.hashes : innerHashes(tile, 0);
  }

  /** What was collected is void: the log goes on from another size. */
  clear(): void {
    this.open.clear();
  }
}
