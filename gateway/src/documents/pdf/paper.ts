import type { IssuedInvoice } from '../issued-invoice';

/** Parts of an invoice that may be left off a paper. */
export const HIDEABLE = ['buyer', 'note', 'orderReference'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** What a PDF is made from. Everything in it may go to another thread. */
export interface InvoicePaper {
  readonly invoice: IssuedInvoice;
  /** Present for an invoice that was red-lettered before the paper was made. */
  readonly redLettered?: RedLettered;
  /** What this paper does not show; the bundle in it withholds the same. */
  readonly hidden: readonly Hideable[];
  /** The offline bundle as JSON text, and what of it stands on the paper. */
  readonly bundle: string;
  readonly proof: PaperProof;
  /** Text of the second QR code: a link to the page that verifies. */
  readonly verification: string;
}

/** How much of an invoice red letters have taken back, and when that was looked up, RFC 3339 UTC. */
export interface RedLettered {
  readonly state: 'partly-red' | 'wholly-red';
  readonly asOf: string;
}

export interface PaperProof {
  /** Leaf hash, 64 hexadecimal characters. */
  readonly leafHash: string;
  readonly index: number;
  /** Origin and size of the checkpoint in the bundle, and when it was sealed, RFC 3339 UTC. */
  readonly origin: string;
  readonly size: number;
  readonly sealedAt: string;
}
