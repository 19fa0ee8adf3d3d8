import { hexToBytes } from '@noble/hashes/utils';
import { hasher, type Digest } from '../encoding/digest';
import { bitOf, EMPTY_NODE, KEY_BITS, pairHash, type StatusPair } from './status-node';

/** Hashes of a way at most: a key has no more bits. */
export const MAX_STATUS_PATH = KEY_BITS;

const KEY_CONTEXT = 'lianpiao-status-key-v1\n';

/**
 * The key of an invoice in the map, made of the digests of all its fields. Whoever holds a bundle has these, also of fields
 * that are withheld; the public log does not, so nobody else can tell which leaf of the log a key belongs to.
 */
export function statusKey(digests: readonly Digest[]): Digest {
  return hasher().sha256(`${KEY_CONTEXT}${digests.join('\n')}\n`);
}

/**
 * The root that a way leads to: the hash of what stands at the key's place, joined with one sibling after the other.
 * @param path the siblings, lowest first, at most {@link MAX_STATUS_PATH}.
 * @returns undefined when the pair there cannot stand on the key's way.
 */
export function rootOfWay(key: Digest, pair: StatusPair | undefined, path: readonly Digest[]): Digest | undefined {
  const depth = path.length;
  if (depth > MAX_STATUS_PATH) return undefined;
  const isRight = Array.from({ length: depth }, (_, at) => bitOf(key, at));
  if (pair !== undefined && isRight.some((bit, at) => bitOf(pair.key, at) !== bit)) return undefined;
  const hash = pair === undefined ? EMPTY_NODE.hash : pairHash(pair);
  return hasher().pathHash(hash, hexToBytes(path.join('')), isRight.reverse());
}
