import type { Digest } from '../encoding/digest';
import { invariant } from '../errors';
import { emptyRoot, merkleLevels, pathInLevels } from './tree';

/** The inclusion path of one leaf, RFC 6962 §2.1.1: siblings from the leaf's own to the one below the root. */
export function inclusionPath(leafHashes: readonly Digest[], index: number): Digest[] {
  invariant(Number.isInteger(index) && index >= 0 && index < leafHashes.length, 'the leaf is in the tree');
  return pathInLevels(merkleLevels(leafHashes), 0, index);
}

/** The root and the inclusion path of every leaf, with each node hashed once: what a group of receipts needs. */
export function inclusionPaths(leafHashes: readonly Digest[]): { readonly root: Digest; readonly paths: Digest[][] } {
  if (leafHashes.length === 0) return { root: emptyRoot(), paths: [] };
  const levels = merkleLevels(leafHashes);
  const root = levels[levels.length - 1]?.[0] as Digest;
  return { root, paths: leafHashes.map((_, index) => pathInLevels(levels, 0, index)) };
}

/**
 * Where a consistency path starts: the last complete subtree of the old tree that is no right child. Its hash leads
 * the path unless it is the whole old tree, whose root the verifier knows (RFC 9162 §2.1.4.1).
 */
export function consistencyStart(oldSize: number): {
  readonly level: number;
  readonly index: number;
  readonly isOldTree: boolean;
} {
  let level = 0;
  let index = oldSize - 1;
  while (index % 2 === 1) {
    index = (index - 1) / 2;
    level += 1;
  }
  return { level, index, isOldTree: index === 0 };
}

/** The consistency path between the first `oldSize` leaves and all of them, RFC 6962 §2.1.2; empty for size 0 and for equal sizes. */
export function consistencyPath(leafHashes: readonly Digest[], oldSize: number): Digest[] {
  invariant(Number.isInteger(oldSize) && oldSize >= 0 && oldSize <= leafHashes.length, 'the old tree is a part of the new one');
  if (oldSize === 0 || oldSize === leafHashes.length) return [];
  const levels = merkleLevels(leafHashes);
  const { level, index, isOldTree } = consistencyStart(oldSize);
  const path = pathInLevels(levels, level, index);
  return isOldTree ? path : [levels[level]?.[index] as Digest, ...path];
}
