/** Checks signatures. The host brings the cryptography: `node:crypto` on a server, WebCrypto's or another in a browser. */
export interface SignatureVerifier {
  /**
   * Ed25519 (RFC 8032, pure) over the message. Key 32 bytes, signature 64 bytes; any other length is a wrong
   * signature: false, never an exception.
   */
  ed25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  /**
   * ECDSA on P-256 with SHA-256 (FIPS 186-5) over the message. Key: the 65 bytes of an uncompressed point; signature: the 64
   * bytes r ‖ s (RFC 7518 §3.4). Any other length, or a point off the curve, is a wrong signature: false, never an exception.
   */
  ecdsaP256(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** The verifier of a host that brings none: whatever needs a signature fails, nothing passes unverified. */
export const NO_SIGNATURES: SignatureVerifier = { ed25519: refuse, ecdsaP256: refuse };

function refuse(): never {
  throw new Error('this host verifies no signatures');
}

/** Signs with one Ed25519 key that never leaves it. */
export interface Signer {
  /** The 64 bytes of an Ed25519 signature (RFC 8032, pure) over the message. */
  sign(message: Uint8Array): Uint8Array;
}
