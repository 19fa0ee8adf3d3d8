import { hasher, parseDigest, type Digest } from '../encoding/digest';
import { Climb } from './climb';

/** What binds one leaf to a root. `index` from 0, `size` in leaves, `path` from the leaf's sibling upwards. */
export interface InclusionClaim {
  readonly leafHash: Digest;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Digest[];
}

/** The root that an inclusion path leads to, RFC 9162 §2.1.3.2; undefined when the path does not fit index and size. */
export function rootFromInclusion({ leafHash, index, size, path }: InclusionClaim): Digest | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  const hashing = hasher();
  const climb = new Climb(index, size - 1);
  let root = leafHash;
  for (const sibling of path) {
    if (climb.isAtRoot || parseDigest(sibling) === undefined) return undefined;
    root = climb.step() ? hashing.nodeHash(sibling, root) : hashing.nodeHash(root, sibling);
  }
  return climb.isAtRoot ? root : undefined;
}

/** True when the path proves that the leaf stands at its index in the tree of this size and root. */
export function verifyInclusion(claim: InclusionClaim & { readonly root: Digest }): boolean {
  return parseDigest(claim.leafHash) !== undefined && rootFromInclusion(claim) === claim.root;
}
