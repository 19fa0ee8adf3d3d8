import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { deviceKeyId, type DeviceSigner } from '@lianpiao/chaincode/domain';
import { findOrMakeSecret } from '../crypto/keys';

const KEY_BYTES = 32;

/** A till's own key; the private half stays in its file. */
export interface TillKey extends DeviceSigner {
  /** The 32 bytes of the Ed25519 public key (RFC 8032), base64: what is registered. */
  readonly key: string;
}

/** The Ed25519 key in a PEM file that its owner alone can read; made when there is none. @throws KeyFileError KEY_EXPOSED. */
export function loadTillKey(file: string): TillKey {
  const make = (): string | Buffer => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  const privateKey = createPrivateKey(findOrMakeSecret(file, make, false));
  const bytes = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  const key = bytes.toString('base64');
  return { id: deviceKeyId(key), key, sign: (message) => sign(null, message, privateKey) };
}
