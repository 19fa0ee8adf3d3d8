import fc from 'fast-check';
import { portableHasher, useHasher, type Digest } from '../../../chaincode/src/domain/encoding/digest';
import { LedgerError } from '../../../chaincode/src/domain/errors';
import {
  consistencyPathFromTiles,
  inclusionPathFromTiles,
  rootFromTiles,
  tileReader,
  type TileSource,
} from '../../../chaincode/src/domain/log';
import {
  consistencyPath,
  emptyRoot,
  inclusionPath,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from '../../../chaincode/src/domain/merkle';
import { MemoryTiles } from '../../support/memory-tiles';
import { nativeHasher } from '../../../chaincode/src/fabric/native-hasher';

beforeAll(() => {
  useHasher(nativeHasher);
});
afterAll(() => {
  useHasher(portableHasher);
});

const CAPACITY = 66_500;
let tiles: MemoryTiles;
let leaves: Digest[];
beforeAll(() => {
  tiles = new MemoryTiles(CAPACITY).fill();
  leaves = Array.from({ length: CAPACITY }, (_, index) => tiles.leaf(index));
});

describe('proofs from tiles', () => {
  it('are those from leaves for every size up to 70', () => {
    for (let size = 1; size <= 70; size += 1) {
      const part = leaves.slice(0, size);
      expect(rootFromTiles(tiles, size)).toBe(merkleRoot(part));
      for (let index = 0; index < size; index += 1) {
        expect(inclusionPathFromTiles(tiles, index, size)).toEqual(inclusionPath(part, index));
        expect(consistencyPathFromTiles(tiles, index, size)).toEqual(consistencyPath(part, index));
      }
    }
  });

  it.each([255, 256, 257, 511, 512, 4096, 5000])('are those from leaves for size %i', (size) => {
    const part = leaves.slice(0, size);
    expect(rootFromTiles(tiles, size)).toBe(merkleRoot(part));
    for (const place of [0, 1, 15, 16, 127, 200, size - 2, size - 1]) {
      expect(inclusionPathFromTiles(tiles, place, size)).toEqual(inclusionPath(part, place));
      expect(consistencyPathFromTiles(tiles, place, size)).toEqual(consistencyPath(part, place));
    }
  });

  it('verify at any sizes beyond three levels of tiles', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 65_000, max: CAPACITY }),
        fc.nat(),
        fc.integer({ min: 1, max: CAPACITY }),
        (size, some, old) => {
          const index = some % size;
          const root = rootFromTiles(tiles, size);
          const leafHash = leaves[index] as Digest;
          expect(verifyInclusion({ leafHash, index, size, path: inclusionPathFromTiles(tiles, index, size), root })).toBe(true);
          const oldSize = Math.min(old, size);
          const path = consistencyPathFromTiles(tiles, oldSize, size);
          expect(verifyConsistency({ oldSize, newSize: size, oldRoot: rootFromTiles(tiles, oldSize), newRoot: root, path })).toBe(
            true,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same when the source keeps inner hashes', () => {
    const keeping: TileSource = Object.assign(new MemoryTiles(3000, true).fill());
    for (const index of [0, 1023, 2900, 2999]) {
      expect(inclusionPathFromTiles(keeping, index, 3000)).toEqual(inclusionPathFromTiles(tiles, index, 3000));
    }
  });

  it('read tiles again only for hashes near the leaves', () => {
    inclusionPathFromTiles(tiles, 40_000, CAPACITY);
    const before = tiles.reads;
    inclusionPathFromTiles(tiles, 40_000, CAPACITY);
    expect(tiles.reads - before).toBeLessThanOrEqual(12);
  });

  it('have no path for the empty log, and its root', () => {
    expect(rootFromTiles(tiles, 0)).toBe(emptyRoot());
    expect(consistencyPathFromTiles(tiles, 0, 9)).toEqual([]);
    expect(() => inclusionPathFromTiles(tiles, 9, 9)).toThrow('invariant');
  });

  it('refuse a tile that is cut off, and a subtree that is not complete', () => {
    const short: TileSource = { tile: () => new Uint8Array(32) };
    expect(() => inclusionPathFromTiles(short, 0, 3)).toThrow(LedgerError);
    expect(() => tileReader(tiles, 7).hash(2, 1)).toThrow(LedgerError);
  });
});
