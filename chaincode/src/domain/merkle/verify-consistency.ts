import { hasher, parseDigest, type Digest } from '../encoding/digest';
import { Climb } from './climb';
import { emptyRoot } from './tree';

/** What says that one tree is the beginning of another. Sizes in leaves. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Digest;
  readonly newRoot: Digest;
  readonly path: readonly Digest[];
}

/**
 * True when the path proves that the new tree begins with the old one, RFC 9162 §2.1.4.2. Equal sizes need equal roots
 * and no path. Every tree begins with the empty one, so size 0 needs the root of no leaves, and no path.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, path } = claim;
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (oldSize === 0 && oldRoot !== emptyRoot()) return false;
  if (oldSize === newSize) return path.length === 0 && oldRoot === newRoot;
  if (oldSize === 0) return path.length === 0;
  return leadsToBothRoots(claim);
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

function leadsToBothRoots({ oldSize, newSize, oldRoot, newRoot, path }: ConsistencyClaim): boolean {
  const hashing = hasher();
  const climb = new Climb(oldSize - 1, newSize - 1);
  while (climb.isRightChild) climb.up();
  // When the old size is a power of two, its root is the first node and the path leaves it out.
  const [start, ...rest] = climb.isLeftmost ? [oldRoot, ...path] : path;
  if (start === undefined || !path.every((node) => parseDigest(node) !== undefined)) return false;
  let [oldHash, newHash] = [start, start];
  for (const sibling of rest) {
    if (climb.isAtRoot) return false;
    if (climb.step()) {
      oldHash = hashing.nodeHash(sibling, oldHash);
      newHash = hashing.nodeHash(sibling, newHash);
    } else {
      newHash = hashing.nodeHash(newHash, sibling);
    }
  }
  return climb.isAtRoot && oldHash === oldRoot && newHash === newRoot;
}
