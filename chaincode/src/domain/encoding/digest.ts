import { sha256 } from '@noble/hashes/sha2';
import { sha512 } from '@noble/hashes/sha2';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';
import { hashHexFromBase64, hashHexToBase64 } from './base64';

declare const digestBrand: unique symbol;

/** A SHA-256 digest: 64 lowercase hexadecimal characters (FIPS 180-4). */
export type Digest = string & { readonly [digestBrand]: true };

/** Name of the digest algorithm as records carry it, so that another can join later. */
export const DIGEST_ALGORITHM = 'sha256';

/**
 * The hash functions the domain needs. Portable by default; a host with native hashing installs its own with
 * {@link useHasher}. Both must give equal results: `test/chaincode/digest.test.ts` compares them.
 */
export interface Hasher {
  /** SHA-256 of bytes, or of the UTF-8 form of a text. */
  sha256(data: string | Uint8Array): Digest;
  /** SHA-512 of the UTF-8 form of a text, 128 hexadecimal characters. */
  sha512Hex(text: string): string;
  /** RFC 6962 §2.1 leaf hash: SHA-256(0x00 ‖ data). */
  leafHash(data: string | Uint8Array): Digest;
  /** RFC 6962 §2.1 node hash: SHA-256(0x01 ‖ left ‖ right). */
  nodeHash(left: Digest, right: Digest): Digest;
  /**
   * The node that a path leads to: the hash is joined with one sibling after the other by RFC 6962 §2.1. `path` is a
   * whole number of 32-byte hashes; `isLeft` says of each whether it stands on the left.
   */
  pathHash(from: Digest, path: Uint8Array, isLeft: readonly boolean[]): Digest;
}

const LEAF_PREFIX = Uint8Array.of(0x00);
const NODE_PREFIX = Uint8Array.of(0x01);

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? utf8ToBytes(data) : data;
}

const HASH_BYTES = 32;

function portablePathHash(from: Digest, path: Uint8Array, isLeft: readonly boolean[]): Digest {
  const node = new Uint8Array(1 + 2 * HASH_BYTES);
  node[0] = 0x01;
  let hash = hexToBytes(from);
  for (let step = 0; step < isLeft.length; step += 1) {
    const left = isLeft[step] === true;
    node.set(path.subarray(step * HASH_BYTES, (step + 1) * HASH_BYTES), left ? 1 : 1 + HASH_BYTES);
    node.set(hash, left ? 1 + HASH_BYTES : 1);
    hash = sha256(node);
  }
  return bytesToHex(hash) as Digest;
}

/** The portable hasher, on \@noble/hashes: the same in a browser, in chaincode and here. */
export const portableHasher: Hasher = {
  sha256: (data) => bytesToHex(sha256(toBytes(data))) as Digest,
  sha512Hex: (text) => bytesToHex(sha512(utf8ToBytes(text))),
  leafHash: (data) => bytesToHex(sha256.create().update(LEAF_PREFIX).update(toBytes(data)).digest()) as Digest,
  nodeHash: (left, right) =>
    bytesToHex(sha256.create().update(NODE_PREFIX).update(hexToBytes(left)).update(hexToBytes(right)).digest()) as Digest,
  pathHash: portablePathHash,
};

let current: Hasher = portableHasher;

/** Installs a faster hasher with the same results, once, when a process starts. */
export function useHasher(hasher: Hasher): void {
  current = hasher;
}

/** The hasher in use. */
export function hasher(): Hasher {
  return current;
}

const HEX_DIGEST = /^[0-9a-f]{64}$/;

/** Makes a Digest of 64 lowercase hexadecimal characters; undefined for anything else. */
export function parseDigest(text: unknown): Digest | undefined {
  return typeof text === 'string' && HEX_DIGEST.test(text) ? (text as Digest) : undefined;
}

/** The digest as standard base64 with padding, as C2SP formats write it. */
export function digestToBase64(digest: Digest): string {
  return hashHexToBase64(digest);
}

/** Reads standard, padded, canonical base64 of 32 bytes; undefined for anything else. */
export function digestFromBase64(text: string): Digest | undefined {
  return hashHexFromBase64(text) as Digest | undefined;
}
