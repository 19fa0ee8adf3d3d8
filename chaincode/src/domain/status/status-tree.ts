import type { Digest } from '../encoding/digest';
import { EMPTY_NODE, bitOf, joinNodes, nodeOf, wayIn, type StatusNode, type StatusPair, type StatusWay } from './status-node';

/** Bits of a key that choose its bucket. */
const BUCKET_BITS = 16;
export const STATUS_BUCKETS = 2 ** BUCKET_BITS;
const BUCKET_DIGITS = BUCKET_BITS / 4;

/** Where the pairs are kept: all of one bucket together, sorted by key. A read sees what was put before. */
export interface StatusBuckets {
  get(bucket: number): readonly StatusPair[];
}

/** The bucket of a key, from 0. */
export function bucketOf(key: Digest): number {
  return parseInt(key.slice(0, BUCKET_DIGITS), 16);
}

/** The part of the tree that a bucket is. */
export function bucketNode(pairs: readonly StatusPair[]): StatusNode {
  return nodeOf(pairs, BUCKET_BITS);
}

/** The pairs of a bucket after changes to it, sorted. */
export function changedBucket(pairs: readonly StatusPair[], changes: readonly StatusPair[]): StatusPair[] {
  const values = new Map(pairs.map(({ key, value }) => [key, value]));
  for (const { key, value } of changes) values.set(key, value);
  return [...values].map(([key, value]) => ({ key, value })).sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** What changes make of the upper part of the map. */
export interface ChangedTree {
  readonly root: Digest;
  /** By their places in the tree. */
  readonly nodes: ReadonlyMap<number, StatusNode>;
}

/**
 * The upper part of the map, in memory: 2¹⁶ buckets and what stands above them, some 10 MB whatever the map holds. A change
 * costs the hashes of its bucket and at most 16 above; the buckets themselves stay where they are kept.
 */
export class StatusTree {
  /** The root at 1, the buckets from `STATUS_BUCKETS` on; the halves of `n` at `2n` and `2n + 1`. */
  readonly #nodes: StatusNode[] = Array<StatusNode>(2 * STATUS_BUCKETS).fill(EMPTY_NODE);

  get root(): Digest {
    return this.#node(1).hash;
  }

  /** The tree as it would be with these buckets, which stays as it is; what stands above them is hashed once for all of them. */
  with(buckets: Iterable<readonly [bucket: number, node: StatusNode]>): ChangedTree {
    const nodes = new Map<number, StatusNode>();
    const nodeAt = (at: number): StatusNode => nodes.get(at) ?? this.#node(at);
    let changed = new Set<number>();
    for (const [bucket, node] of buckets) {
      nodes.set(STATUS_BUCKETS + bucket, node);
      changed.add((STATUS_BUCKETS + bucket) >> 1);
    }
    while (changed.size > 0 && !changed.has(0)) {
      const above = new Set<number>();
      for (const at of changed) {
        nodes.set(at, joinNodes(nodeAt(2 * at), nodeAt(2 * at + 1)));
        above.add(at >> 1);
      }
      changed = above;
    }
    return { root: nodeAt(1).hash, nodes };
  }

  /** Takes in what {@link with} gave, while nothing else was taken in. */
  take({ nodes }: ChangedTree): void {
    for (const [at, node] of nodes) this.#nodes[at] = node;
  }

  /** The way to a key, with what stands there. */
  way(key: Digest, buckets: StatusBuckets): StatusWay {
    const above: StatusNode[] = [];
    let at = 1;
    for (let depth = 0; depth < BUCKET_BITS && this.#node(at).pairs === 2; depth += 1) {
      const own = 2 * at + Number(bitOf(key, depth));
      above.unshift(this.#node(own ^ 1));
      at = own;
    }
    const { pairs } = this.#node(at);
    if (pairs === 0) return { pair: undefined, path: above };
    if (pairs === 1) return { pair: buckets.get(this.#bucketBelow(at))[0], path: above };
    const inside = wayIn(buckets.get(at - STATUS_BUCKETS), key, BUCKET_BITS);
    return { pair: inside.pair, path: [...inside.path, ...above] };
  }

  /** The one bucket with a pair in a part that has one pair. */
  #bucketBelow(top: number): number {
    let at = top;
    while (at < STATUS_BUCKETS) at = this.#node(2 * at).pairs === 1 ? 2 * at : 2 * at + 1;
    return at - STATUS_BUCKETS;
  }

  #node(at: number): StatusNode {
    return this.#nodes[at] as StatusNode;
  }
}
