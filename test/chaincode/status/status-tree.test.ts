import fc from 'fast-check';
import { hasher, type Digest } from '../../../chaincode/src/domain/encoding/digest';
import {
  bucketNode,
  bucketOf,
  changedBucket,
  EMPTY_NODE,
  nodeOf,
  rootOfWay,
  StatusTree,
  type StatusPair,
} from '../../../chaincode/src/domain/status';
import { flipBit } from '../../support/small-log';

/** A map in memory, as a store keeps it. */
class Kept {
  readonly buckets = new Map<number, readonly StatusPair[]>();
  readonly tree = new StatusTree();

  get(bucket: number): readonly StatusPair[] {
    return this.buckets.get(bucket) ?? [];
  }

  change(changes: readonly StatusPair[]): void {
    for (const bucket of new Set(changes.map(({ key }) => bucketOf(key)))) {
      const pairs = changedBucket(this.get(bucket), changes.filter(({ key }) => bucketOf(key) === bucket)); // prettier-ignore
      this.buckets.set(bucket, pairs);
      this.tree.take(this.tree.with([[bucket, bucketNode(pairs)]]));
    }
  }

  pairs(): StatusPair[] {
    return [...this.buckets.values()].flat().sort((left, right) => (left.key < right.key ? -1 : 1));
  }
}

const digest = (words: string): Digest => hasher().sha256(words);
/** Keys that agree on long beginnings, and keys that do not. */
const keys = fc.oneof(
  fc.nat(50).map((at) => digest(`key ${String(at)}`)),
  fc.tuple(fc.nat(3), fc.nat(63), fc.nat(15)).map(([word, place, digit]) => {
    const key = digest(`near ${String(word)}`);
    return `${key.slice(0, place)}${digit.toString(16)}${key.slice(place + 1)}` as Digest;
  }),
);
const changes = fc.array(fc.record({ key: keys, value: fc.nat(5).map((at) => digest(`value ${String(at)}`)) }), {
  maxLength: 40,
});

describe('the map of statuses', () => {
  it('has a root that the set of pairs alone decides, whatever came in which order', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 5 }), (batches) => {
        const kept = new Kept();
        for (const batch of batches) kept.change(batch);
        expect(kept.tree.root).toBe(nodeOf(kept.pairs(), 0).hash);
        const again = new Kept();
        again.change(kept.pairs().reverse());
        expect(again.tree.root).toBe(kept.tree.root);
      }),
    );
  });

  it('proves of every key what stands there, and nothing else', () => {
    fc.assert(
      fc.property(changes, fc.array(keys, { maxLength: 10 }), fc.nat(255), (batch, others, bit) => {
        const kept = new Kept();
        kept.change(batch);
        const { root } = kept.tree;
        const values = new Map(kept.pairs().map(({ key, value }) => [key, value]));
        for (const key of [...values.keys(), ...others]) {
          const { pair, path } = kept.tree.way(key, kept);
          const hashes = path.map(({ hash }) => hash);
          expect(pair?.key === key ? pair.value : undefined).toBe(values.get(key));
          expect(rootOfWay(key, pair, hashes)).toBe(root);
          const wrong = digest('another value');
          expect(rootOfWay(key, { key, value: wrong }, hashes)).not.toBe(root);
          if (pair !== undefined) expect(rootOfWay(key, undefined, hashes)).not.toBe(root);
          const bent = hashes.map((hash, place) => (place === hashes.length - 1 ? flipBit(hash, bit) : hash));
          if (bent.length > 0) expect(rootOfWay(key, pair, bent)).not.toBe(root);
        }
      }),
    );
  });

  it('finds no way for a key over a pair that does not stand on it', () => {
    const kept = new Kept();
    kept.change(Array.from({ length: 200 }, (_, at) => ({ key: digest(`key ${String(at)}`), value: digest('value') })));
    const [first, second] = kept.pairs() as [StatusPair, StatusPair];
    const far = kept.pairs().at(-1) as StatusPair;
    const { path } = kept.tree.way(far.key, kept);
    const hashes = path.map(({ hash }) => hash);
    expect(rootOfWay(far.key, first, hashes)).toBeUndefined();
    expect(rootOfWay(first.key, first, hashes)).not.toBe(kept.tree.root);
    expect(rootOfWay(far.key, far, hashes)).toBe(kept.tree.root);
    expect(rootOfWay(far.key, far, Array<Digest>(257).fill(second.key))).toBeUndefined();
  });

  it('is 32 zero bytes while it is empty, and one leaf while it has one pair', () => {
    const kept = new Kept();
    expect(kept.tree.root).toBe(EMPTY_NODE.hash);
    const pair = { key: digest('key'), value: digest('value') };
    expect(rootOfWay(pair.key, undefined, [])).toBe(kept.tree.root);
    kept.change([pair]);
    expect(kept.tree.root).toBe(hasher().sha256(Buffer.concat([Buffer.of(0), Buffer.from(pair.key + pair.value, 'hex')])));
    expect(kept.tree.way(digest('other'), kept)).toEqual({ pair, path: [] });
  });

  it('tells the root of changes without keeping them', () => {
    const kept = new Kept();
    kept.change([{ key: digest('key'), value: digest('value') }]);
    const before = kept.tree.root;
    const pair = { key: digest('key 2'), value: digest('value') };
    const { root: wanted } = kept.tree.with([[bucketOf(pair.key), bucketNode([pair])]]);
    expect(kept.tree.root).toBe(before);
    kept.change([pair]);
    expect(kept.tree.root).toBe(wanted);
  });
});
