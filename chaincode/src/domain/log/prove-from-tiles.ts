import type { Digest } from '../encoding/digest';
import { invariant } from '../errors';
import { foldSubtrees } from '../merkle/compact-range';
import { consistencyStart } from '../merkle/prove';
import { tileReader, type TileReader, type TileSource } from './tile-reader';

/** Root of the log at a size, from its tiles. */
export function rootFromTiles(source: TileSource, size: number): Digest {
  return rangeHash(tileReader(source, size), 0, size);
}

/**
 * Inclusion path of a leaf in the log at a size, RFC 6962 §2.1.1. Once a tile's inner hashes are kept, a path in a log
 * of 10^7 leaves costs some 30 hashes at most.
 */
export function inclusionPathFromTiles(source: TileSource, index: number, size: number): Digest[] {
  invariant(Number.isSafeInteger(index) && index >= 0 && index < size, 'the leaf is in the log');
  return pathAbove(tileReader(source, size), 0, index, size);
}

/** Consistency path between two sizes of the log, RFC 6962 §2.1.2; empty from size 0 and between equal sizes. */
export function consistencyPathFromTiles(source: TileSource, oldSize: number, newSize: number): Digest[] {
  invariant(Number.isSafeInteger(oldSize) && oldSize >= 0 && oldSize <= newSize, 'the old size is not beyond the new one');
  if (oldSize === 0 || oldSize === newSize) return [];
  const reader = tileReader(source, newSize);
  const { level, index, isOldTree } = consistencyStart(oldSize);
  const path = pathAbove(reader, level, index, newSize);
  return isOldTree ? path : [reader.hash(level, index), ...path];
}

/** The siblings on the way from a complete subtree to the root of the tree of this size. */
function pathAbove(reader: TileReader, fromLevel: number, fromIndex: number, size: number): Digest[] {
  const path: Digest[] = [];
  let index = fromIndex;
  for (let level = fromLevel, span = 2 ** fromLevel; span < size; level += 1, span *= 2) {
    const sibling = index % 2 === 0 ? index + 1 : index - 1;
    const from = sibling * span;
    if (from + span <= size) path.push(reader.hash(level, sibling));
    else if (from < size) path.push(rangeHash(reader, from, size));
    index = Math.floor(index / 2);
  }
  return path;
}

/** Root over the leaves of [from, to), where `from` is a multiple of every power of two up to the range's length. */
function rangeHash(reader: TileReader, from: number, to: number): Digest {
  const subtrees: Digest[] = [];
  let start = from;
  for (let level = Math.floor(Math.log2(Math.max(1, to - from))) + 1; level >= 0; level -= 1) {
    const span = 2 ** level;
    if (start + span > to) continue;
    subtrees.push(reader.hash(level, start / span));
    start += span;
  }
  return foldSubtrees(subtrees);
}
