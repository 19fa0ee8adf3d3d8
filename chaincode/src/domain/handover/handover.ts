import type { Digest } from '../encoding/digest';

/**
 * A ledger that goes on from another one. While it is `loading`, the bureau brings the old ledger's state in, page by page,
 * and nobody else can do anything; `closed` is final.
 */
export type HandoverState = {
  readonly status: 'closed' | 'loading';
  /** Who hands over, and brings the state. */
  readonly bureau: string;
  /** Origin of the log that goes on. */
  readonly origin: string;
  /** Entries of the old ledger, and the RFC 6962 root of its log over all of them. */
  readonly size: number;
  readonly root: Digest;
  /** Hash of the old ledger's last block. */
  readonly lastBlock: Digest;
  /** Used order references whose invoices' contents were erased before: they stand on pages of their own. */
  readonly erased?: number;
};

/** How far the state has come in. Pages follow each other, and the digest says which ones they were. */
export type HandoverProgress = {
  readonly pages: number;
  /** SHA-256(digest before ‖ ":" ‖ the page's text), hexadecimal; 64 zeros before the first. */
  readonly digest: Digest;
};

export const NO_PAGES: HandoverProgress = { pages: 0, digest: '0'.repeat(64) as Digest };

/** Values on one page at most. */
export const MAX_HANDOVER_VALUES = 2000;
