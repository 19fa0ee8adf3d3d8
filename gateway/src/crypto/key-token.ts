/** ES256: ECDSA on P-256 with SHA-256, r ‖ s (RFC 7518, 3.4). Ed25519: RFC 8032. */
export type TokenAlgorithm = 'ES256' | 'Ed25519';

/** A private key that stays where it is; what is signed is sent to it. */
export interface TokenKey {
  readonly name: string;
  readonly algorithm: TokenAlgorithm;
  /** DER of a SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  /**
   * Signs, and waits for it: the ledger signs inside its commit, while nobody else may write.
   * @throws KeyTokenError when the token refuses or does not answer within its deadline.
   */
  sign(message: Uint8Array): Buffer;
}

/**
 * What holds private keys and does not give them away: a hardware security module, a smart card, or a service of that kind.
 * Each call ends within a deadline. A name stands for one key of an algorithm, for ever.
 */
export interface KeyToken {
  find(name: string, algorithm: TokenAlgorithm): TokenKey | undefined;
  /** Makes a key that cannot be taken out; the caller has seen that there is none. */
  generate(name: string, algorithm: TokenAlgorithm): TokenKey;
  /** Encrypts a secret under a key of the token; opened for the same place only. */
  wrap(secret: Uint8Array, place: string): Buffer;
  /** @throws KeyTokenError for what was changed, moved, or wrapped by another token. */
  unwrap(wrapped: Uint8Array, place: string): Buffer;
  close(): void;
}

/** The token refuses, or is away. */
export class KeyTokenError extends Error {
  constructor(what: string, cause?: unknown) {
    super(`the key token ${what}`, { cause });
    this.name = 'KeyTokenError';
  }
}

let used: KeyToken | undefined;

/** Installs the token of this process, first thing; without one, keys are files. */
export function useKeyToken(token: KeyToken | undefined): void {
  used = token;
}

/** The token of this process; undefined when keys are files. */
export function keyToken(): KeyToken | undefined {
  return used;
}
