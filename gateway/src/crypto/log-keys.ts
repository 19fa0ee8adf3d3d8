import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
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
import { findOrMakeSecret } from './keys';

/** The key with which the log's checkpoints are signed, as a C2SP signed note names it. */
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
  return loadEd25519(join(folder, 'keys', 'log.pem'), origin, SIGNATURE_TYPE.ed25519);
}

/** The key with which an organisation cosigns others' checkpoints (C2SP tlog-cosignature); made when there is none. */
export function loadCosignKey(folder: string, name: string): LogKey {
  return loadEd25519(join(folder, 'keys', 'cosign.pem'), name, SIGNATURE_TYPE.cosignature, false);
}

function loadEd25519(path: string, name: string, type: SignatureType, needed?: boolean): LogKey {
  const pem = findOrMakeSecret(
    path,
    () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }),
    needed,
  );
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-ED25519_KEY_BYTES);
  return {
    name,
    keyId: keyIdOf(name, publicKey, type),
    vkey: formatVerifierKey(name, publicKey, type),
    sign: (message) => sign(null, message, privateKey),
  };
}
