import { existsSync } from 'node:fs';
import { readSecret } from './keys';

const PRIVATE_KEY = /^(?:0x)?([0-9a-f]{64})$/i;

/**
 * The private key that publishes anchors: one line of 64 hexadecimal characters, with or without `0x`. It is never made
 * here: the account behind it must be the contract's publisher and be able to pay.
 * @throws Error when it is missing, when others may read it, or when it is no such key; without its content.
 */
export function readAnchorKey(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing: put the publisher's private key there (mode 0600)`);
  const key = PRIVATE_KEY.exec(readSecret(path).toString('utf8').trim())?.[1];
  if (key === undefined) throw new Error(`${path} does not hold a private key of 64 hexadecimal characters`);
  return `0x${key.toLowerCase()}`;
}
