/** Checks signatures. The host brings the cryptography: `node:crypto` on a server, WebCrypto's or another in a browser. */
export interface SignatureVerifier {
  /**
   * Ed25519 (RFC 8032, pure) over the message. Key 32 bytes, signature 64 bytes; any other length is a wrong
   * signature: false, never an exception.
   */
  ed25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** Signs with one Ed25519 key that never leaves it. */
export interface Signer {
  /** The 64 bytes of an Ed25519 signature (RFC 8032, pure) over the message. */
  sign(message: Uint8Array): Uint8Array;
}
