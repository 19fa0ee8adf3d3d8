import { LedgerError } from '../errors';

declare const contentDigestBrand: unique symbol;

/**
 * The digest of content that lies elsewhere: `sha256:` and 64 lowercase hexadecimal characters. Unlike the ledger's own
 * digests it names its algorithm inside entries too, because whoever made the content chose it.
 */
export type ContentDigest = string & { readonly [contentDigestBrand]: true };

const CONTENT_DIGEST = /^sha256:[0-9a-f]{64}$/;

export function isContentDigest(text: unknown): text is ContentDigest {
  return typeof text === 'string' && CONTENT_DIGEST.test(text);
}

/** @throws LedgerError FIELD_MISSING or DIGEST_MALFORMED, naming the path. */
export function parseContentDigest(value: unknown, path: string): ContentDigest {
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path });
  if (!isContentDigest(value)) throw new LedgerError('DIGEST_MALFORMED', { path });
  return value;
}
