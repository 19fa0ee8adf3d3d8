import fc from 'fast-check';
import { hasher, portableHasher, useHasher, type Digest } from '../../../chaincode/src/domain/encoding/digest';
import {
  consistencyPath,
  emptyRoot,
  inclusionPath,
  inclusionPaths,
  merkleRoot,
  rootFromInclusion,
  verifyConsistency,
  verifyInclusion,
} from '../../../chaincode/src/domain/merkle';
import { nativeHasher } from '../../../chaincode/src/fabric/native-hasher';
import { flipBit, leafHashesOf } from '../../support/small-log';

const MAX_SIZE = 70;
const DIGEST_BITS = 256;
const leaves = leafHashesOf(MAX_SIZE);
const roots = Array.from({ length: MAX_SIZE + 1 }, (_, size) => merkleRoot(leaves.slice(0, size)));

beforeAll(() => {
  useHasher(nativeHasher);
});
afterAll(() => {
  useHasher(portableHasher);
});

/** RFC 6962 §2.1 word for word: split at the largest power of two below the size. */
function rootByDefinition(hashes: readonly Digest[]): Digest {
  if (hashes.length === 1) return hashes[0] as Digest;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return hasher().nodeHash(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
}

describe('merkleRoot', () => {
  it('is SHA-256 of nothing for no leaves', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is the root of the recursive definition for every size', () => {
    for (let size = 1; size <= MAX_SIZE; size += 1) expect(roots[size]).toBe(rootByDefinition(leaves.slice(0, size)));
  });

  it('leaves its argument as it was', () => {
    const given = leafHashesOf(7);
    merkleRoot(given);
    expect(given).toEqual(leafHashesOf(7));
  });
});

describe('inclusion', () => {
  it('verifies for every leaf of every size, and a batch gives the same paths', () => {
    for (let size = 1; size <= MAX_SIZE; size += 1) {
      const hashes = leaves.slice(0, size);
      const batch = inclusionPaths(hashes);
      expect(batch.root).toBe(roots[size]);
      hashes.forEach((leafHash, index) => {
        const path = batch.paths[index] as Digest[];
        expect(verifyInclusion({ leafHash, index, size, path, root: batch.root })).toBe(true);
        if (size % 9 === 0) expect(inclusionPath(hashes, index)).toEqual(path);
      });
    }
  });

  it('refuses every single bit turned over in leaf, path or root, and every other index', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: MAX_SIZE }), fc.nat(), fc.nat(), (size, some, where) => {
        const index = some % size;
        const path = inclusionPath(leaves.slice(0, size), index);
        const claim = { leafHash: leaves[index] as Digest, index, size, path, root: roots[size] as Digest };
        const bit = where % DIGEST_BITS;
        const place = where % path.length;
        expect(verifyInclusion({ ...claim, leafHash: flipBit(claim.leafHash, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipBit(claim.root, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: path.with(place, flipBit(path[place] as Digest, bit)) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: path.toSpliced(place, 1) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [...path, claim.root] })).toBe(false);
        const other = (index + 1 + (where % (size - 1))) % size;
        expect(verifyInclusion({ ...claim, index: other })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses numbers that are no index or size', () => {
    const leafHash = leaves[0] as Digest;
    for (const [index, size] of [
      [-1, 1],
      [1, 1],
      [0, 0],
      [0.5, 1],
      [0, NaN],
      [0, Infinity],
    ] as const) {
      expect(rootFromInclusion({ leafHash, index, size, path: [] })).toBeUndefined();
    }
    expect(verifyInclusion({ leafHash: '' as Digest, index: 0, size: 1, path: [], root: '' as Digest })).toBe(false);
  });

  it('works beyond 32 bits', () => {
    const size = 2 ** 40;
    const index = size - 1;
    const path = leafHashesOf(40);
    const root = rootFromInclusion({ leafHash: leaves[0] as Digest, index, size, path });
    expect(root).toBe(path.reduce((hash, sibling) => hasher().nodeHash(sibling, hash), leaves[0] as Digest));
  });

  it('has no paths for no leaves', () => {
    expect(inclusionPaths([])).toEqual({ root: emptyRoot(), paths: [] });
    expect(() => inclusionPath([], 0)).toThrow('invariant');
  });
});

describe('consistency', () => {
  it('verifies for every pair of sizes', () => {
    for (let newSize = 0; newSize <= MAX_SIZE; newSize += 1) {
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const path = consistencyPath(leaves.slice(0, newSize), oldSize);
        const claim = { oldSize, newSize, oldRoot: roots[oldSize] as Digest, newRoot: roots[newSize] as Digest, path };
        expect(verifyConsistency(claim)).toBe(true);
      }
    }
  });

  it('refuses every single bit turned over in path or roots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: MAX_SIZE }), fc.nat(), fc.nat(), (newSize, some, where) => {
        const oldSize = 1 + (some % (newSize - 1));
        const path = consistencyPath(leaves.slice(0, newSize), oldSize);
        const claim = { oldSize, newSize, oldRoot: roots[oldSize] as Digest, newRoot: roots[newSize] as Digest, path };
        const bit = where % DIGEST_BITS;
        const place = where % path.length;
        expect(verifyConsistency({ ...claim, oldRoot: flipBit(claim.oldRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...claim, newRoot: flipBit(claim.newRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: path.with(place, flipBit(path[place] as Digest, bit)) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: path.toSpliced(place, 1) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: [...path, claim.newRoot] })).toBe(false);
        expect(verifyConsistency({ ...claim, oldSize: newSize, newSize: oldSize })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('starts from the empty tree with its root and no path only', () => {
    const claim = { oldSize: 0, newSize: 3, oldRoot: emptyRoot(), newRoot: roots[3] as Digest, path: [] as Digest[] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, path: [emptyRoot()] })).toBe(false);
    expect(verifyConsistency({ ...claim, oldRoot: roots[1] as Digest })).toBe(false);
    expect(verifyConsistency({ ...claim, newSize: 0 })).toBe(false);
  });
});
