import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { deriveKey } from '../crypto/derived-key';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Cursors of data pages: the place in the source, encrypted (AES-256-GCM) and bound to its grant. A place may be the key of
 * a row, which the consumer need not be granted, and nobody can make one up.
 */
export class Cursors {
  readonly #key: Buffer;

  constructor(folder: string) {
    this.#key = deriveKey(folder, 'data-cursor');
  }

  seal(grant: string, place: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(grant));
    const text = Buffer.concat([cipher.update(place, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  }

  /** @throws LedgerError CURSOR_INVALID. */
  open(grant: string, cursor: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(grant)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new LedgerError('CURSOR_INVALID', { path: '/after' }, { cause });
    }
  }
}
