import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { LedgerError, type SourceSignature } from '@lianpiao/chaincode/domain';
import { readLimited } from './read-file';

const MAX_KEY_BYTES = 64 * 1024;

/** A private key in PEM. @throws LedgerError NOT_FOUND, FIELD_INVALID. */
export function readPrivateKey(path: string): KeyObject {
  const pem = readLimited(path, MAX_KEY_BYTES);
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'a private key in PEM' }, { cause });
  }
}

/** The public key in a PEM file that holds it, or its private half. @throws LedgerError NOT_FOUND, FIELD_INVALID. */
export function readPublicKey(path: string): Pick<SourceSignature, 'algorithm' | 'publicKey'> {
  const pem = readLimited(path, MAX_KEY_BYTES);
  try {
    return publicHalf(createPublicKey(pem));
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError('FIELD_INVALID', { path: '/root', wanted: 'a key in PEM' }, { cause });
  }
}

/** Signs with Ed25519, or ECDSA on P-256. @throws LedgerError FIELD_INVALID for another kind of key. */
export function signatureOver(bytes: Uint8Array, key: KeyObject): SourceSignature {
  const half = publicHalf(createPublicKey(key));
  const value = half.algorithm === 'Ed25519' ? sign(null, bytes, key) : sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
  return { ...half, value: value.toString('base64') };
}

function publicHalf(key: KeyObject): Pick<SourceSignature, 'algorithm' | 'publicKey'> {
  const publicKey = key.export({ format: 'der', type: 'spki' }).toString('base64');
  if (key.asymmetricKeyType === 'ed25519') return { algorithm: 'Ed25519', publicKey };
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (isP256) return { algorithm: 'ES256', publicKey };
  throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'a key for Ed25519 or for ECDSA on P-256' });
}
