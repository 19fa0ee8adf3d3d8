import { getAddress, isAddress, sha256, toUtf8Bytes } from 'ethers';

declare const bytes32Brand: unique symbol;
declare const addressBrand: unique symbol;
declare const chainHashBrand: unique symbol;

/** 32 bytes as 64 lowercase hexadecimal characters, without a prefix: a root hash, or the hash of an origin. */
export type Bytes32 = string & { readonly [bytes32Brand]: true };

/** An account or a contract: `0x` and 40 hexadecimal characters with the checksum of EIP-55. */
export type Address = string & { readonly [addressBrand]: true };

/** A transaction's or a block's hash: `0x` and 64 lowercase hexadecimal characters. */
export type ChainHash = string & { readonly [chainHashBrand]: true };

/** Root of the tree without leaves: SHA-256 of the empty string (RFC 6962 §2.1). */
export const EMPTY_TREE_ROOT = sha256('0x').slice(2) as Bytes32;

/** The largest size that the contract stores: an unsigned number of 64 bits. */
export const MAX_SIZE = 2n ** 64n - 1n;

/** Makes a Bytes32 of 64 lowercase hexadecimal characters; undefined for anything else. */
export function parseBytes32(text: unknown): Bytes32 | undefined {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) ? (text as Bytes32) : undefined;
}

/** Makes an Address of any spelling that ethers accepts, a wrong checksum excluded; undefined for anything else. */
export function parseAddress(text: unknown): Address | undefined {
  return typeof text === 'string' && isAddress(text) ? (getAddress(text) as Address) : undefined;
}

/** Makes a ChainHash of `0x` and 64 hexadecimal characters; undefined for anything else. */
export function parseChainHash(text: unknown): ChainHash | undefined {
  return typeof text === 'string' && /^0x[0-9a-fA-F]{64}$/.test(text) ? (text.toLowerCase() as ChainHash) : undefined;
}

/** How the contract names a log: SHA-256 of the UTF-8 origin line of its checkpoints, without the line feed. */
export function hashOrigin(origin: string): Bytes32 {
  return sha256(toUtf8Bytes(origin)).slice(2) as Bytes32;
}
