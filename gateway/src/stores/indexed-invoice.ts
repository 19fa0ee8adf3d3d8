/** What the index knows of an invoice: enough to find it, to list it and to compare a paper with it. */
export interface IndexedInvoice {
  readonly sequence: number;
  readonly number: string;
  readonly seller: string;
  readonly till: string;
  /** Taxpayer id of the buyer, when the invoice names one. */
  readonly buyer: string | null;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly currency: string;
  readonly gross: string;
  readonly test: 0 | 1;
}

/** Whose invoices a reader may see: everybody's, a seller's, or a buyer's. */
export type IndexScope = { readonly all: true } | { readonly sellers: readonly string[] } | { readonly buyer: string };
