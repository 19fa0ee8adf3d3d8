import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { StorageKeys } from './storage-keys';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The keys of short secrets: new ones go under the newest, and any of them opens what is stored. */
export type BoxKeys = Pick<StorageKeys, 'all' | 'newest' | 'refresh'>;

/**
 * Encrypts a short secret for the row that `place` names: nonce (12 bytes), tag (16), ciphertext. Call it in the transaction that
 * stores the row, so that a rotation of the key finds it there.
 */
export function sealSecret(keys: BoxKeys, place: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keys.newest, nonce);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when a byte was changed, the secret was moved to another row, or its key is gone. */
export function openSecret(keys: BoxKeys, place: string, sealed: Buffer): string {
  const opened =
    firstThatOpens(keys.all, place, sealed) ?? (keys.refresh() ? firstThatOpens(keys.all, place, sealed) : undefined);
  if (opened === undefined) throw new Error(`what is stored for ${place} does not open: another key, or a changed byte`);
  return opened;
}

/** The same secret under the newest key; undefined when it is there already. @throws Error as {@link openSecret}. */
export function resealSecret(keys: BoxKeys, place: string, sealed: Buffer): Buffer | undefined {
  if (firstThatOpens([keys.newest], place, sealed) !== undefined) return undefined;
  return sealSecret(keys, place, openSecret(keys, place, sealed));
}

function firstThatOpens(keys: readonly KeyObject[], place: string, sealed: Buffer): string | undefined {
  for (const key of keys) {
    const text = open(key, place, sealed);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Undefined when the key is another one, as its authentication says. */
function open(key: KeyObject, place: string, sealed: Buffer): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
