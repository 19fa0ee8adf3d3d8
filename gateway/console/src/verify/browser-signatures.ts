import type { SignatureVerifier } from '@lianpiao/chaincode/domain';
import { ed25519 } from '@noble/curves/ed25519';
import { p256 } from '@noble/curves/nist';

const ED25519_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const P256_POINT_BYTES = 65;

/**
 * Signatures in a browser, on \@noble/curves: WebCrypto answers later, and the domain's port answers at once. Strict RFC 8032
 * for Ed25519; ECDSA as everybody signs it, whichever of the two values s has (FIPS 186-5).
 */
export const browserSignatures: SignatureVerifier = {
  ed25519: (publicKey, message, signature) =>
    publicKey.length === ED25519_KEY_BYTES &&
    signature.length === SIGNATURE_BYTES &&
    holds(() => ed25519.verify(signature, message, publicKey, { zip215: false })),
  ecdsaP256: (publicKey, message, signature) =>
    publicKey.length === P256_POINT_BYTES &&
    signature.length === SIGNATURE_BYTES &&
    holds(() => p256.verify(signature, message, publicKey, { prehash: true, lowS: false })),
};

/** The library throws for what is no point of the curve: that is a wrong signature like any other. */
function holds(verify: () => boolean): boolean {
  try {
    return verify();
  } catch {
    return false;
  }
}
