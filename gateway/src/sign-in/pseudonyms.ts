import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import { findOrMakeSecret } from '../crypto/keys';

const KEY_BYTES = 32;

/** A data subject's pseudonym at an organisation. */
export type PseudonymAt = (organisation: string) => Digest;

/**
 * Under which names consents of people who sign in stand on the ledger: HMAC-SHA-256 of who they are at the identity provider and of the
 * organisation that records the consent, so that what two organisations record of one person cannot be put together (pairwise, as in
 * OpenID Connect Core 1.0, §8.1) and nobody without the key can try names. The key never changes: without it no person finds
 * their consents again.
 */
export class Pseudonyms {
  readonly #key: Buffer;

  constructor(folder: string) {
    this.#key = findOrMakeSecret(join(folder, 'keys', 'data-subject.key'), () => randomBytes(KEY_BYTES));
  }

  /**
   * What a session remembers of a person in place of who they are.
   * @param issuer identifier of the identity provider, `iss`.
   * @param subject of its ID tokens, `sub`.
   * @returns 64 hexadecimal digits.
   */
  root(issuer: string, subject: string): string {
    return this.#mac(JSON.stringify(['person', issuer, subject]));
  }

  /** @param root as {@link root} gave it. @returns 64 hexadecimal digits, as in `subject` of a consent. */
  at(root: string, organisation: string): Digest {
    return this.#mac(JSON.stringify(['at', root, organisation])) as Digest;
  }

  #mac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}
