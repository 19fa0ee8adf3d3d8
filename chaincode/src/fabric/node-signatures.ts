import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { SignatureVerifier } from '../domain';

// SubjectPublicKeyInfo is these bytes and the key: RFC 8410 §4, and RFC 5480 §2 with an uncompressed point.
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const P256_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** Signatures by OpenSSL, behind the domain's port: every endorser comes to the same answer. */
export const nodeSignatures: SignatureVerifier = {
  ed25519(publicKey, message, signature) {
    const key = importKey(ED25519_PREFIX, publicKey);
    return key !== undefined && verify(null, message, key, signature);
  },
  ecdsaP256(publicKey, message, signature) {
    const key = importKey(P256_PREFIX, publicKey);
    return key !== undefined && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
};

/** Undefined for what is no key, such as a point off the curve. */
function importKey(prefix: Buffer, publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
