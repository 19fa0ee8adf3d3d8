import { sha256 } from '@noble/hashes/sha2';
import { sha512 } from '@noble/hashes/sha2';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
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
  /** The leaf hash of two digests: SHA-256(0x00 ‖ key ‖ value). */
  pairHash(key: Digest, value: Digest): Digest;
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
const HASH_BYTES = 32;

const encoder = new TextEncoder();

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? encoder.encode(data) : data;
}

// Hashing is synchronous, so one state is enough: set back instead of made anew, a short hash takes two thirds of the time.
const blank = sha256.create();
const state = sha256.create();

function sha256Into(hash: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  blank._cloneInto(state);
  for (const part of parts) state.update(part);
  state.digestInto(hash);
  return hash;
}

function sha256Hex(...parts: readonly Uint8Array[]): Digest {
  return bytesToHex(sha256Into(new Uint8Array(HASH_BYTES), ...parts)) as Digest;
}

function portablePathHash(from: Digest, path: Uint8Array, isLeft: readonly boolean[]): Digest {
  const hash = hexToBytes(from);
  for (let step = 0; step < isLeft.length; step += 1) {
    const sibling = path.subarray(step * HASH_BYTES, (step + 1) * HASH_BYTES);
    if (isLeft[step] === true) sha256Into(hash, NODE_PREFIX, sibling, hash);
    else sha256Into(hash, NODE_PREFIX, hash, sibling);
  }
  return bytesToHex(hash) as Digest;
}

/** The portable hasher, on \@noble/hashes: the same in a browser, in chaincode and here. */
export const portableHasher: Hasher = {
  sha256: (data) => sha256Hex(toBytes(data)),
  sha512Hex: (text) => bytesToHex(sha512(toBytes(text))),
  leafHash: (data) => sha256Hex(LEAF_PREFIX, toBytes(data)),
  pairHash: (key, value) => sha256Hex(LEAF_PREFIX, hexToBytes(key), hexToBytes(value)),
  nodeHash: (left, right) => sha256Hex(NODE_PREFIX, hexToBytes(left), hexToBytes(right)),
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
