import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { spkiOf, type SignatureVerifier, type SourceAlgorithm } from '../domain';

/** Signatures by OpenSSL, behind the domain's port: every endorser comes to the same answer. */
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
  try {
    return createPublicKey({ key: Buffer.from(spkiOf(algorithm, publicKey)), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
