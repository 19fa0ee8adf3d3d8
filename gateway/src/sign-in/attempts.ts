import { deriveKey } from '../crypto/derived-key';
import { SIGN_IN_MS, type Attempt } from './identity-provider';

/**
 * Seals what a sign-in needs on its way back into the browser's cookie (JWE, RFC 7516: direct encryption, A256GCM), so that no process has to
 * remember it and nobody can read the verifier or change the page it leads to.
 */
export class SealedAttempts {
  readonly #key: Buffer;
  readonly #clock: () => number;

  constructor(folder: string, clock: () => number) {
    this.#key = deriveKey(folder, 'sign-in');
    this.#clock = clock;
  }

  async seal(attempt: Attempt): Promise<string> {
    const { EncryptJWT } = await import('jose');
    return new EncryptJWT({ ...attempt })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(new Date(this.#clock() + SIGN_IN_MS))
      .encrypt(this.#key);
  }

  /** Undefined for what is not ours, or too old. */
  async open(sealed: string): Promise<Attempt | undefined> {
    const { errors, jwtDecrypt } = await import('jose');
    try {
      const options = {
        currentDate: new Date(this.#clock()),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      };
      const { state, nonce, verifier, to } = (await jwtDecrypt<Attempt>(sealed, this.#key, options)).payload;
      return { state, nonce, verifier, to };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
