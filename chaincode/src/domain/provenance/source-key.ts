import { concatBytes, hexToBytes } from '@noble/hashes/utils';
import { hasher, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { bytesFromBase64 } from '../encoding/base64';
import type { SignatureVerifier } from '../ports/signature-verifier';

/** Signature algorithms of sources, by their JOSE names: RFC 7518 §3.4 and RFC 9864 §2.2. */
export const SOURCE_ALGORITHMS = ['Ed25519', 'ES256'] as const;
export type SourceAlgorithm = (typeof SOURCE_ALGORITHMS)[number];

/**
 * SubjectPublicKeyInfo of either kind is this prefix and the key (RFC 8410 §4; RFC 5480 §2 with an uncompressed point), so
 * that a key has one form only, and its algorithm cannot be taken for the other.
 */
const SPKI: Readonly<Record<SourceAlgorithm, { readonly prefix: Uint8Array; readonly keyBytes: number }>> = {
  Ed25519: { prefix: hexToBytes('302a300506032b6570032100'), keyBytes: 32 },
  ES256: { prefix: hexToBytes('3059301306072a8648ce3d020106082a8648ce3d030107034200'), keyBytes: 65 },
};
/** The SPKI (DER) of a key's bytes. */
export function spkiOf(algorithm: SourceAlgorithm, bytes: Uint8Array): Uint8Array {
  return concatBytes(SPKI[algorithm].prefix, bytes);
}

const UNCOMPRESSED_POINT = 0x04;
const SIGNATURE_BYTES = 64;

/** The public key of a source, read. */
export interface SourceKey {
  readonly algorithm: SourceAlgorithm;
  /** 32 bytes (RFC 8032), or the 65 bytes of an uncompressed point. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the SPKI bytes: how entries name the key. */
  readonly signer: Digest;
}

/**
 * Reads a public key: SPKI (DER), base64.
 * @throws LedgerError FIELD_INVALID when it is no key of this algorithm.
 */
export function parseSourceKey(publicKey: string, algorithm: SourceAlgorithm, path: string): SourceKey {
  const spki = bytesFromBase64(publicKey);
  const { prefix, keyBytes } = SPKI[algorithm];
  const bytes = spki?.slice(prefix.length);
  if (spki === undefined || bytes?.length !== keyBytes || !startsWith(spki, prefix) || !isPoint(algorithm, bytes)) {
    throw new LedgerError('FIELD_INVALID', { path, wanted: `the SPKI of a key for ${algorithm}, in base64` });
  }
  return { algorithm, bytes, signer: hasher().sha256(spki) };
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function isPoint(algorithm: SourceAlgorithm, bytes: Uint8Array): boolean {
  return algorithm !== 'ES256' || bytes[0] === UNCOMPRESSED_POINT;
}

/** True when the signature (base64; r ‖ s for ES256) is the key's over the message. */
export function isSignedBy(key: SourceKey, message: Uint8Array, signature: string, verifier: SignatureVerifier): boolean {
  const bytes = bytesFromBase64(signature);
  if (bytes?.length !== SIGNATURE_BYTES) return false;
  return key.algorithm === 'Ed25519'
    ? verifier.ed25519(key.bytes, message, bytes)
    : verifier.ecdsaP256(key.bytes, message, bytes);
}
