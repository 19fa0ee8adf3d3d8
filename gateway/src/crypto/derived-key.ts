import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findOrMakeSecret } from './keys';

/**
 * A key for short-lived secrets (tokens, cursors), derived (HKDF-SHA-256, RFC 5869) from the secret of the API keys: there is
 * no further file to keep, and none that a folder of an earlier version lacks.
 */
export function deriveKey(folder: string, purpose: string): Buffer {
  const secret = findOrMakeSecret(join(folder, 'keys', 'api-key-pepper.key'), () => randomBytes(32));
  return Buffer.from(hkdfSync('sha256', secret, '', `lianpiao ${purpose} v1`, 32));
}
