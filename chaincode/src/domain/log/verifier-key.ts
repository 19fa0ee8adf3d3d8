import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';
import { hasher } from '../encoding/digest';
import { LedgerError } from '../errors';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { bytesFromBase64, bytesToBase64 } from '../encoding/base64';

/** Types of note signatures that we verify (C2SP signed-note): by a log, and a witness' timestamped cosignature. */
export const SIGNATURE_TYPE = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

/** A public key as notes know it: a name and a short id, which together choose the key. */
export interface VerifierKey {
  readonly name: string;
  /** Eight lowercase hexadecimal characters. */
  readonly keyId: string;
  readonly type: SignatureType;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

const PUBLIC_KEY_BYTES = 32;
const KEY_ID_LENGTH = 8;

/** Key names are not empty and hold neither a Unicode space nor a plus. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name);
}

/** Key id of a name and a key: the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), in hexadecimal. */
export function keyIdOf(name: string, publicKey: Uint8Array, type: SignatureType = SIGNATURE_TYPE.ed25519): string {
  return hasher()
    .sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), publicKey))
    .slice(0, KEY_ID_LENGTH);
}

/** The one text of a verifier key: name, key id, and base64 of type and key, joined by plus. */
export function formatVerifierKey(name: string, publicKey: Uint8Array, type: SignatureType = SIGNATURE_TYPE.ed25519): string {
  return `${name}+${keyIdOf(name, publicKey, type)}+${bytesToBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
}

/**
 * Reads a vkey (C2SP signed-note, "Verifier keys") of an Ed25519 type.
 * @throws LedgerError FIELD_INVALID, with the path given, for any other form, type or a key id that does not fit.
 */
export function parseVerifierKey(text: string, path = ''): VerifierKey {
  const wanted = 'NAME+KEYID+BASE64 of an Ed25519 verifier key';
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const key = parseKeyBytes(bytesFromBase64(encoded));
  if (!isKeyName(name) || key === undefined) throw new LedgerError('FIELD_INVALID', { path, wanted });
  if (keyIdOf(name, key.publicKey, key.type) !== keyId) {
    throw new LedgerError('FIELD_INVALID', { path, wanted, found: 'a key id of another key' });
  }
  return { name, keyId, ...key };
}

function parseKeyBytes(bytes: Uint8Array | undefined): Pick<VerifierKey, 'type' | 'publicKey'> | undefined {
  const type = Object.values(SIGNATURE_TYPE).find((known) => known === bytes?.[0]);
  const publicKey = bytes?.slice(1);
  return type !== undefined && publicKey?.length === PUBLIC_KEY_BYTES ? { type, publicKey } : undefined;
}

/** A cosignature begins with its time: 64 bits, big-endian. */
export const TIMESTAMP_BYTES = 8;

/** True when the signature bytes (without the key id) are the key's over the note's text. */
export function verifyNoteSignature(key: VerifierKey, text: string, signature: Uint8Array, verifier: SignatureVerifier): boolean {
  if (key.type === SIGNATURE_TYPE.ed25519) return verifier.ed25519(key.publicKey, utf8ToBytes(text), signature);
  if (signature.length <= TIMESTAMP_BYTES) return false;
  const seconds = new DataView(signature.buffer, signature.byteOffset, TIMESTAMP_BYTES).getBigUint64(0);
  const message = utf8ToBytes(cosignedText(text, seconds));
  return verifier.ed25519(key.publicKey, message, signature.subarray(TIMESTAMP_BYTES));
}

/** What a witness signs for a checkpoint at a time, in seconds since 1970 (C2SP tlog-cosignature, Ed25519). */
export function cosignedText(text: string, seconds: bigint): string {
  return `cosignature/v1\ntime ${String(seconds)}\n${text}`;
}

/** The four bytes of a key id. */
export function keyIdBytes(keyId: string): Uint8Array {
  return hexToBytes(keyId);
}
