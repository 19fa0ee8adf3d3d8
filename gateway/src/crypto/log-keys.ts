import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  formatVerifierKey,
  keyIdOf,
  SIGNATURE_TYPE,
  spkiOf,
  type SignatureType,
  type SignatureVerifier,
  type Signer,
  type SourceAlgorithm,
} from '@lianpiao/chaincode/domain';
import { findOrGenerate } from './find-or-generate';
import { KeyFileError } from './key-file-error';
import { keyToken, type KeyToken } from './key-token';
import { findOrMakeSecret, isNeeded } from './keys';

/** An Ed25519 key that signs notes, a log's or a witness', as a C2SP signed note names it. */
export interface LogKey extends Signer {
  readonly name: string;
  readonly keyId: string;
  /** The verifier key as text. */
  readonly vkey: string;
}

const ED25519_KEY_BYTES = 32;

/** Reading a key costs a third of a verification, and a verifier has few. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Ed25519 and ECDSA by OpenSSL, behind the domain's port. A key's bytes do not change once they were used. */
export const nodeSignatures: SignatureVerifier = {
  ed25519(publicKey, message, signature) {
    const key = importKey('Ed25519', publicKey);
    return key !== undefined && verify(null, message, key, signature);
  },
  ecdsaP256(publicKey, message, signature) {
    const key = importKey('ES256', publicKey);
    return key !== undefined && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
};

/** Undefined for what is no key, such as a point off the curve. */
function importKey(algorithm: SourceAlgorithm, publicKey: Uint8Array): KeyObject | undefined {
  const known = keyObjects.get(publicKey);
  if (known !== undefined) return known;
  try {
    const key = createPublicKey({ key: Buffer.from(spkiOf(algorithm, publicKey)), format: 'der', type: 'spki' });
    keyObjects.set(publicKey, key);
    return key;
  } catch {
    return undefined;
  }
}

/** Loads the log's Ed25519 key, or makes it when there is none. */
export function loadLogKey(folder: string, origin: string): LogKey {
  return loadNoteKey(join(folder, 'keys', 'log.pem'), origin, SIGNATURE_TYPE.ed25519);
}

/** The key with which an organisation cosigns others' checkpoints (C2SP tlog-cosignature); made when there is none. */
export function loadCosignKey(folder: string, name: string): LogKey {
  return loadNoteKey(join(folder, 'keys', 'cosign.pem'), name, SIGNATURE_TYPE.cosignature, false);
}

/**
 * Loads the Ed25519 key in a PEM file, or makes it when there is none; its name and type make its verifier key.
 * @param needed whether a missing one is a loss; by default when the ledger beside it exists.
 */
export function loadNoteKey(file: string, name: string, type: SignatureType, needed = isNeeded(file)): LogKey {
  const token = keyToken();
  if (token !== undefined && !existsSync(file)) return tokenNoteKey(token, file, name, type, needed);
  const make = (): string | Buffer => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  const pem = findOrMakeSecret(file, make, needed);
  const privateKey = createPrivateKey(pem);
  return noteKey(name, type, createPublicKey(privateKey), (message) => sign(null, message, privateKey));
}

/** A key that is made, or found, in the token under the name of its file. */
function tokenNoteKey(token: KeyToken, file: string, name: string, type: SignatureType, needed: boolean): LogKey {
  const label = basename(file, '.pem');
  const known = token.find(label, 'Ed25519');
  if (known === undefined && needed) throw new KeyFileError('KEY_MISSING', `the token has no key ${label}, nor is there ${file}`);
  const key = known ?? findOrGenerate(token, dirname(file), label, 'Ed25519');
  const publicKey = createPublicKey({ key: key.publicKey, format: 'der', type: 'spki' });
  return noteKey(name, type, publicKey, (message) => key.sign(message));
}

function noteKey(name: string, type: SignatureType, key: KeyObject, sign: LogKey['sign']): LogKey {
  const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-ED25519_KEY_BYTES);
  return { name, keyId: keyIdOf(name, publicKey, type), vkey: formatVerifierKey(name, publicKey, type), sign };
}

/** Whether there is the log's key: in the folder, or in the token. */
export function hasLogKey(folder: string): boolean {
  return existsSync(join(folder, 'keys', 'log.pem')) || keyToken()?.find('log', 'Ed25519') !== undefined;
}
