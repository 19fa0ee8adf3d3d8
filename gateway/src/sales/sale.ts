import {
  canonicalJson,
  invariant,
  parseDecimal,
  printedClaimCode,
  unitsAt,
  type InvoiceRequest,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import type { SaleAmounts, SaleRow } from '../stores/sales-store';

/** `unpaid` until its payment is registered, then `open` until somebody claims the invoice, the time is over, or the seller takes the sale back. */
export type SaleState = 'unpaid' | 'open' | 'invoiced' | 'expired' | 'cancelled';

export interface Payment {
  readonly reference: string;
  readonly method?: string | undefined;
  readonly paidAt?: string | undefined;
}

/** What is encrypted of a sale. */
export interface SaleContent {
  readonly code: string;
  /** As the rules read it, without its buyer. */
  readonly request: InvoiceRequest;
  /** Null when the sale was reported before it was paid. */
  readonly payment: Payment | null;
  /** The expiry that was asked for. */
  readonly wanted: string | null;
}

/** A sale with what it holds; the content is undefined when it was erased. */
export interface OpenedSale {
  readonly row: SaleRow;
  readonly content: SaleContent | undefined;
}

export function saleState(row: Pick<SaleAmounts, 'number' | 'cancelledAt' | 'expiresAt' | 'unpaid'>, now: number): SaleState {
  if (row.number !== null) return 'invoiced';
  if (row.cancelledAt !== null) return 'cancelled';
  if (row.expiresAt <= now) return 'expired';
  return row.unpaid === 1 ? 'unpaid' : 'open';
}

/** Two requests are the same when these texts are; the claim code is ours. */
export function contentText({ code, ...asked }: SaleContent): string {
  return `${code}\n${canonicalJson(asked as unknown as JsonValue)}`;
}

/** RFC 8785 text of a payment: its digest binds an invoice to it. */
export function paymentText({ reference, method, paidAt }: Payment): string {
  return canonicalJson({
    reference,
    ...(method === undefined ? undefined : { method }),
    ...(paidAt === undefined ? undefined : { paidAt }),
  });
}

/** What an invoice's digest of its order is taken over, as RFC 8785 text. */
export function orderText({ orderReference, lines, totals }: InvoiceRequest): string {
  return canonicalJson(JSON.parse(JSON.stringify({ orderReference, lines, totals })) as JsonValue);
}

export function readContent(text: string): SaleContent {
  const feed = text.indexOf('\n');
  invariant(feed > 0, 'a stored sale begins with its code');
  return { code: text.slice(0, feed), ...(JSON.parse(text.slice(feed + 1)) as Omit<SaleContent, 'code'>) };
}

export function sameSale(left: SaleContent, right: SaleContent): boolean {
  return contentText({ ...left, code: '' }) === contentText({ ...right, code: '' });
}

const instant = (at: number): string => new Date(at).toISOString();

/** When it was sold, RFC 3339 UTC: when it was recorded, unless its seller said otherwise. */
export function soldAtOf({ row, content }: { readonly row: SaleRow; readonly content: SaleContent }): string {
  return content.request.soldAt ?? instant(row.createdAt);
}

/** A sale as its seller sees it. */
export function saleView(sale: OpenedSale, base: string, now: number, refunded: bigint): Record<string, unknown> {
  const { id, seller, till, day, createdAt, expiresAt, net, tax, gross, number, invoicedAt } = sale.row;
  return {
    id,
    state: saleState(sale.row, now),
    refunded: refunded === 0n ? 'none' : refunded === fenOf(gross) ? 'whole' : 'part',
    seller,
    till,
    day,
    totals: { net, tax, gross },
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    ...contentView(sale, base),
    invoice: number === null || invoicedAt === null ? null : { number, issuedAt: instant(invoicedAt) },
  };
}

/** A sale's amount in fen. */
export function fenOf(amount: string): bigint {
  const decimal = parseDecimal(amount, 2);
  return decimal === undefined ? 0n : unitsAt(decimal, 2);
}

function contentView({ row, content }: OpenedSale, base: string): Record<string, unknown> {
  if (content === undefined)
    return { orderReference: null, payment: null, lines: null, soldAt: null, code: null, url: null, qr: null };
  const { code, request, payment } = content;
  const url = `${base}/c/${code}`;
  return {
    orderReference: request.orderReference,
    payment,
    lines: request.lines,
    soldAt: soldAtOf({ row, content }),
    code: printedClaimCode(code),
    url,
    qr: url,
  };
}
