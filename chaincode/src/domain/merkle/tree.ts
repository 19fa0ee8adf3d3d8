import { hasher, type Digest } from '../encoding/digest';
import { invariant } from '../errors';

/**
 * Merkle trees of RFC 6962 §2.1 over leaf hashes that are all at hand. A level is built of the one below by hashing
 * pairs; a last node without a partner moves up as it is. That gives the same tree as the recursive definition of the
 * RFC, without its recursion. For a log that is too long to hold, see `log/tiles.ts`.
 */

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export function emptyRoot(): Digest {
  return hasher().sha256('');
}

/** Root of the tree over the leaf hashes. One scratch array, n − 1 hashes. */
export function merkleRoot(leafHashes: readonly Digest[]): Digest {
  if (leafHashes.length === 0) return emptyRoot();
  const level = leafHashes.slice();
  const hashing = hasher();
  for (let width = level.length; width > 1; width = (width + 1) >>> 1) {
    for (let left = 0; left + 1 < width; left += 2)
      level[left >>> 1] = hashing.nodeHash(level[left] as Digest, level[left + 1] as Digest);
    if (width % 2 === 1) level[width >>> 1] = level[width - 1] as Digest;
  }
  return level[0] as Digest;
}

/** Every level of the tree, leaves first, the root alone in the last one. At least one leaf. */
export function merkleLevels(leafHashes: readonly Digest[]): readonly (readonly Digest[])[] {
  invariant(leafHashes.length > 0, 'a tree with levels has a leaf');
  const hashing = hasher();
  let below = leafHashes;
  const levels = [below];
  while (below.length > 1) {
    const level: Digest[] = [];
    for (let left = 0; left + 1 < below.length; left += 2)
      level.push(hashing.nodeHash(below[left] as Digest, below[left + 1] as Digest));
    if (below.length % 2 === 1) level.push(below[below.length - 1] as Digest);
    levels.push(level);
    below = level;
  }
  return levels;
}

/** The siblings on the way from a node to the root, lowest first. */
export function pathInLevels(levels: readonly (readonly Digest[])[], fromLevel: number, index: number): Digest[] {
  const path: Digest[] = [];
  let position = index;
  for (let level = fromLevel; level < levels.length - 1; level += 1) {
    const sibling = levels[level]?.[position % 2 === 0 ? position + 1 : position - 1];
    if (sibling !== undefined) path.push(sibling);
    position = Math.floor(position / 2);
  }
  return path;
}
