import type { ContentDigest } from '../provenance/content-digest';

/** Rule set by which an invoice's amounts are checked. */
export const PROFILES = ['cn', 'en16931'] as const;
export type Profile = (typeof PROFILES)[number];

/** A decimal text such as "12.50"; money has the minor units of its currency, quantities and prices up to 13 decimals. */
export type DecimalText = string;

/** A seller or a buyer as it stands on an invoice. */
export interface Party {
  readonly name: string;
  readonly taxId?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly bank?: string;
  readonly account?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/**
 * A line. Profile `cn`: `net` is the amount without tax, `tax` its tax, `rate` a fraction such as "0.13"; 免税 and 不征税
 * are the categories `exempt` and `untaxed` and carry no rate: neither is 0 %. A discount is a line of its own with a
 * negative amount. Profile `en16931`: `taxCategory` is the code of UNCL5305, `rate` a percentage such as "25", and tax
 * stands in the document's breakdown only.
 */
export interface InvoiceLine {
  readonly name: string;
  /** 19-digit 税收分类编码, or any classification code of the profile. */
  readonly classification?: string;
  readonly specification?: string;
  readonly unit?: string;
  readonly quantity?: DecimalText;
  readonly unitPrice?: DecimalText;
  /** Quantity that the unit price stands for (BT-149); 1 when absent. */
  readonly baseQuantity?: DecimalText;
  /** Sums of the line's allowances (BT-136) and charges (BT-141). */
  readonly allowance?: DecimalText;
  readonly charge?: DecimalText;
  readonly net: DecimalText;
  /** cn: standard, levy, exempt, untaxed; en16931: S, Z, E, AE, K, G, O, L, M, B. */
  readonly taxCategory: string;
  readonly rate?: DecimalText;
  readonly tax?: DecimalText;
}

/** An allowance or charge of the whole document (BG-20, BG-21); profile en16931 only. */
export interface DocumentAdjustment {
  readonly charge: boolean;
  readonly amount: DecimalText;
  readonly taxCategory: string;
  readonly rate?: DecimalText;
  readonly reason?: string;
}

/** One row of the VAT breakdown (BG-23); profile en16931 only. */
export interface TaxBreakdownRow {
  readonly taxCategory: string;
  readonly rate?: DecimalText;
  readonly base: DecimalText;
  readonly tax: DecimalText;
}

/**
 * Totals: `net` without tax (BT-109), `tax` (BT-110), `gross` with tax (BT-112). Profile en16931 adds the sum of the lines
 * (BT-106), of allowances (BT-107) and charges (BT-108), what was prepaid (BT-113), rounding (BT-114) and what is due (BT-115).
 */
export interface InvoiceTotals {
  readonly net: DecimalText;
  readonly tax: DecimalText;
  readonly gross: DecimalText;
  readonly lines?: DecimalText;
  readonly allowances?: DecimalText;
  readonly charges?: DecimalText;
  readonly prepaid?: DecimalText;
  readonly rounding?: DecimalText;
  readonly payable?: DecimalText;
}

/** The document that a request was read from: only its digest goes into the record, its bytes stay beside the ledger. */
export interface OriginalDocument {
  /** `sha256:` and the digest of the bytes as they came. */
  readonly digest: ContentDigest;
  readonly mediaType: string;
}

/** What a till sends to have an invoice issued. docs/formats.md, "Invoice request". */
export interface InvoiceRequest {
  readonly profile: Profile;
  /** cn: 数电普票 (ordinary) or 数电专票 (special). */
  readonly kind: 'ordinary' | 'special';
  readonly till: string;
  /** The seller's own name for the sale; at most one invoice each. */
  readonly orderReference: string;
  /** Only when the caller insists on one: it must be the till's next. */
  readonly number?: string;
  /** When the sale happened, RFC 3339 UTC; the time of issuing when absent. */
  readonly soldAt?: string;
  /** ISO 4217. */
  readonly currency: string;
  /** When given, it must be the till's seller. */
  readonly seller?: { readonly name?: string; readonly taxId?: string };
  readonly buyer?: Party;
  readonly lines: readonly InvoiceLine[];
  readonly adjustments?: readonly DocumentAdjustment[];
  readonly taxBreakdown?: readonly TaxBreakdownRow[];
  readonly totals: InvoiceTotals;
  readonly note?: string;
  /** Of a red invoice (红字发票): the confirmed correction that it carries out, and the blue invoice. */
  readonly corrects?: Corrects;
  readonly trade?: Trade;
  readonly original?: OriginalDocument;
}

/**
 * Digests of what the sale rests on, as `sha256:<64 hexadecimal characters>`: whoever holds the order, the payment's record or the
 * delivery note can show that the invoice was issued for it. They stand in the record, behind a salt as every field.
 */
export interface Trade {
  readonly order?: string;
  readonly payment?: string;
  readonly delivery?: string;
}

/** What a red invoice corrects. */
export interface Corrects {
  readonly correction: string;
  readonly invoice: string;
}
