import { hasher, type Digest } from '../encoding/digest';

/**
 * The map of statuses is a sparse Merkle tree over 256-bit keys, in which a part with one pair is that pair's leaf: its root
 * is a function of the set of pairs alone. Hashes are those of RFC 6962 §2.1. docs/formats.md, "Map of statuses".
 */
export interface StatusPair {
  /** Both 32 bytes. */
  readonly key: Digest;
  readonly value: Digest;
}

/** A part of the tree. `pairs` is 0, 1 or, for any more, 2: a part of one pair moves up as it is. */
export interface StatusNode {
  readonly hash: Digest;
  readonly pairs: 0 | 1 | 2;
}

/** A part without pairs: 32 zero bytes, which are no hash that anybody knows the origin of. */
export const EMPTY_NODE: StatusNode = { hash: '0'.repeat(64) as Digest, pairs: 0 };

export const KEY_BITS = 256;
const BITS_PER_DIGIT = 4;
const CODE_OF_NINE = 0x39;

/** A bit of a key, the most significant one first. */
export function bitOf(key: Digest, depth: number): boolean {
  const code = key.charCodeAt(depth >> 2);
  // "a" to "f" have the low bits 1 to 6.
  const digit = code > CODE_OF_NINE ? (code & 0x0f) + 9 : code & 0x0f;
  return ((digit >> (BITS_PER_DIGIT - 1 - (depth & 3))) & 1) === 1;
}

/** A leaf's hash: SHA-256(0x00 ‖ key ‖ value). */
export function pairHash({ key, value }: StatusPair): Digest {
  return hasher().pairHash(key, value);
}

/** Two halves of a part: the one whose keys go on with 0, and the other one. */
export function joinNodes(zero: StatusNode, one: StatusNode): StatusNode {
  if (zero.pairs + one.pairs <= 1) return zero.pairs === 1 ? zero : one;
  return { hash: hasher().nodeHash(zero.hash, one.hash), pairs: 2 };
}

/** The part of all pairs, sorted by key, that agree on their first `depth` bits. */
export function nodeOf(pairs: readonly StatusPair[], depth: number): StatusNode {
  const [first] = pairs;
  if (first === undefined) return EMPTY_NODE;
  if (pairs.length === 1) return { hash: pairHash(first), pairs: 1 };
  const [zero, one] = halves(pairs, depth);
  return joinNodes(nodeOf(zero, depth + 1), nodeOf(one, depth + 1));
}

/** What stands at the place of a key, and the siblings on the way up to the part's top, lowest first. */
export interface StatusWay {
  /** Undefined where nothing stands; else the pair of the key, or the one other pair there. */
  readonly pair: StatusPair | undefined;
  readonly path: readonly StatusNode[];
}

/** The way to a key within the part of all pairs, sorted, that agree on their first `depth` bits. */
export function wayIn(pairs: readonly StatusPair[], key: Digest, depth: number): StatusWay {
  if (pairs.length <= 1) return { pair: pairs[0], path: [] };
  const [zero, one] = halves(pairs, depth);
  const [own, other] = bitOf(key, depth) ? [one, zero] : [zero, one];
  const { pair, path } = wayIn(own, key, depth + 1);
  return { pair, path: [...path, nodeOf(other, depth + 1)] };
}

function halves(pairs: readonly StatusPair[], depth: number): [readonly StatusPair[], readonly StatusPair[]] {
  const split = pairs.findIndex(({ key }) => bitOf(key, depth));
  return split < 0 ? [pairs, []] : [pairs.slice(0, split), pairs.slice(split)];
}
