import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import type { SignatureVerifier, Signer } from '../../chaincode/src/domain/ports/signature-verifier';

const KEY_BYTES = 32;
/** DER of an Ed25519 key up to its 32 bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const P256_POINT_BYTES = 65;
/** DER of a P-256 key up to its uncompressed point (RFC 5480). */
const P256_SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Ed25519 by node:crypto, for tests. */
export const nodeVerifier: SignatureVerifier = {
  ed25519(publicKey, message, signature) {
    if (publicKey.length !== KEY_BYTES) return false;
    const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
  ecdsaP256(publicKey, message, signature) {
    if (publicKey.length !== P256_POINT_BYTES) return false;
    const key = createPublicKey({ key: Buffer.concat([P256_SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
    return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
};

export interface TestKey extends Signer {
  readonly publicKey: Uint8Array;
}

/** A key pair that is the same for the same words, or a new one. */
export function testKey(words?: string): TestKey {
  const privateKey = words === undefined ? generateKeyPairSync('ed25519').privateKey : keyOf(words);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

function keyOf(words: string): KeyObject {
  const seed = createHash('sha256').update(words).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}
