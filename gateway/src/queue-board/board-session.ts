import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../crypto/derived-key';
import type { AccessStore } from '../stores/access-store';

/** How long somebody may look before the key is asked for again. */
export const SESSION_MS = 15 * 60_000;
const FORM = /^([0-9a-f]{16})\.([0-9]{13})\.([A-Za-z0-9_-]{43})$/;

/**
 * Sessions of the page that shows the queues: a browser sends no API key with its requests for pages and scripts, so the key
 * is exchanged for a cookie. It holds the key's id and an end under an HMAC-SHA-256; nothing has to be stored, and it opens
 * nothing any more when the key is revoked.
 */
export class BoardSessions {
  readonly #key: Buffer;
  readonly #access: Pick<AccessStore, 'find'>;
  readonly #clock: () => number;

  constructor(folder: string, access: Pick<AccessStore, 'find'>, clock: () => number) {
    this.#key = deriveKey(folder, 'queue-board');
    this.#access = access;
    this.#clock = clock;
  }

  /** @param keyId of an API key that was just shown. */
  make(keyId: string): string {
    const claims = `${keyId}.${String(this.#clock() + SESSION_MS)}`;
    return `${claims}.${this.#mac(claims).toString('base64url')}`;
  }

  /** True for a session of ours that has not ended and whose key is a live one of the bureau. */
  isOpen(session: string): boolean {
    const [, keyId = '', until = '', mac = ''] = FORM.exec(session) ?? [];
    if (keyId === '' || !timingSafeEqual(Buffer.from(mac, 'base64url'), this.#mac(`${keyId}.${until}`))) return false;
    const key = this.#access.find(keyId);
    return Number(until) > this.#clock() && key?.role === 'bureau' && key.revokedAt === null;
  }

  #mac(claims: string): Buffer {
    return createHmac('sha256', this.#key).update(claims).digest();
  }
}
