import { hexToBytes } from '@noble/hashes/utils';
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
  if (path.some((hash) => parseDigest(hash) === undefined)) return undefined;
  return rootFromPath(leafHash, index, size, hexToBytes(path.join('')));
}

const HASH_BYTES = 32;

/** The same of a path that is given as bytes, 32 a hash. */
export function rootFromPath(leafHash: Digest, index: number, size: number, path: Uint8Array): Digest | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  const climb = new Climb(index, size - 1);
  const isLeft: boolean[] = [];
  for (let at = 0; at < path.length; at += HASH_BYTES) {
    if (climb.isAtRoot) return undefined;
    isLeft.push(climb.step());
  }
  return climb.isAtRoot ? hasher().pathHash(leafHash, path, isLeft) : undefined;
}

/** True when the path proves that the leaf stands at its index in the tree of this size and root. */
export function verifyInclusion(claim: InclusionClaim & { readonly root: Digest }): boolean {
  return parseDigest(claim.leafHash) !== undefined && rootFromInclusion(claim) === claim.root;
}
