import { LedgerError } from '../../../chaincode/src/domain/errors';
import { CompactRange, merkleRoot, subtreeCount } from '../../../chaincode/src/domain/merkle';
import type { Digest } from '../../../chaincode/src/domain/encoding/digest';
import { leafHashesOf } from '../../support/small-log';

const leaves = leafHashesOf(70);

describe('CompactRange', () => {
  it('has the root of the tree after every leaf, also when taken up again', () => {
    let range = CompactRange.empty();
    leaves.forEach((leaf, index) => {
      expect(range.root()).toBe(merkleRoot(leaves.slice(0, index)));
      range.append(leaf);
      range = CompactRange.restore(range.size, range.hashes);
      expect(range.hashes).toHaveLength(subtreeCount(index + 1));
    });
    expect(range.root()).toBe(merkleRoot(leaves));
  });

  it('tells of every complete subtree once', () => {
    const seen = new Map<string, Digest>();
    const range = CompactRange.empty();
    for (const leaf of leaves.slice(0, 21))
      range.append(leaf, (level, index, hash) => seen.set(`${String(level)}/${String(index)}`, hash));
    expect(seen.size).toBe(21 + 10 + 5 + 2 + 1);
    expect(seen.get('4/0')).toBe(merkleRoot(leaves.slice(0, 16)));
    expect(seen.get('2/4')).toBe(merkleRoot(leaves.slice(16, 20)));
  });

  it('grows a copy without touching the first', () => {
    const range = CompactRange.empty();
    range.append(leaves[0] as Digest);
    range.copy().append(leaves[1] as Digest);
    expect(range.size).toBe(1);
    expect(range.root()).toBe(leaves[0]);
  });

  it('refuses subtrees that do not fit the size', () => {
    expect(() => CompactRange.restore(3, [leaves[0] as Digest])).toThrow(LedgerError);
    expect(() => CompactRange.restore(-1, [])).toThrow(LedgerError);
  });
});
