import { randomInt } from 'node:crypto';
import {
  chinaDate,
  CLAIM_ALPHABET,
  CLAIM_CODE_LENGTH,
  checkAmounts,
  cnRules,
  checkRefund,
  LedgerError,
  makeClaimCode,
  parseInvoiceRequest,
  parseTime,
  referenceFingerprint,
  type InvoiceRequest,
  type RefundLine,
} from '@lianpiao/chaincode/domain';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Ledger } from '../ledger/ledger';
import type { RefundContent, RefundsStore, StoredRefund } from '../stores/refunds-store';
import type { SaleRow, SalesStore } from '../stores/sales-store';
import { contentText, paymentText, sameSale, saleState, type OpenedSale, type Payment, type SaleContent } from './sale';
import type { SaleReader } from './sale-reader';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long an invoice can be claimed when the seller does not say, and at most. */
const DEFAULT_EXPIRY_MS = 90 * DAY_MS;
const MAX_EXPIRY_MS = 366 * DAY_MS;

export interface SaleDeskParts {
  readonly ledger: Ledger;
  readonly registry: RegistryReader;
  readonly sales: SalesStore;
  readonly refunds: RefundsStore;
  readonly reader: SaleReader;
  readonly clock: () => number;
}

/** A paid sale as a till reports it; `invoice` is read by the ledger's own rules. */
export interface ReportedSale {
  readonly invoice: unknown;
  readonly payment: Payment | undefined;
  readonly expiresAt?: string | undefined;
}

export interface ReportedRefund {
  readonly refundReference: string;
  readonly reason: string;
  readonly lines: readonly RefundLine[];
}

/** Where tills report paid sales, take them back, and prepare refunds. */
export class SaleDesk {
  readonly #parts: SaleDeskParts;

  constructor(parts: SaleDeskParts) {
    this.#parts = parts;
  }

  /**
   * Keeps a paid sale until its invoice is claimed: the rules are asked now, so that the claim cannot fail by them. The same
   * report again gets the first sale.
   * @throws LedgerError SALE_CONFLICT, INVOICE_EXISTS, TILL_UNKNOWN, TILL_NOT_YOURS, FIELD_INVALID, or what the rules refuse.
   */
  record(caller: string, report: ReportedSale): { readonly sale: OpenedSale; readonly created: boolean } {
    const { sales, ledger, clock } = this.#parts;
    const now = clock();
    const request = parseInvoiceRequest(report.invoice);
    const seller = this.#sellerFor(caller, request.till);
    const content: SaleContent = { code: newCode(), request, payment: report.payment ?? null, wanted: report.expiresAt ?? null };
    const known = sales.byReference(seller, request.orderReference);
    if (known !== undefined) return this.#repetition(known, content);
    checkAmounts(request, now, cnRules({ get: <Value>(key: string) => ledger.state(key) as Value | undefined }));
    const expiresAt = expiry(report.expiresAt, now);
    if (ledger.findReference(referenceFingerprint(seller, request.orderReference)) !== undefined)
      throw new LedgerError('INVOICE_EXISTS', { path: '/orderReference' });
    const row = sales.add({
      seller,
      caller,
      till: request.till,
      orderReference: request.orderReference,
      code: content.code,
      day: chinaDate(parseTime(request.soldAt) ?? now),
      createdAt: now,
      expiresAt,
      unpaid: content.payment === null,
      ...sumsOf(request),
      content: contentText(content),
    });
    if (row !== undefined) return { sale: { row, content }, created: true };
    return this.#repetition(sales.byReference(seller, request.orderReference) as SaleRow, content);
  }

  /**
   * Registers the payment of a sale that was reported without: its invoice can be claimed now. The same payment again is fine.
   * @throws LedgerError SALE_PAID, SALE_CANCELLED, SALE_ERASED.
   */
  pay(row: SaleRow, payment: Payment): OpenedSale {
    const { sales, reader, clock } = this.#parts;
    const sale = reader.open(row);
    if (sale.content === undefined) throw new LedgerError('SALE_ERASED');
    if (sale.row.cancelledAt !== null) throw new LedgerError('SALE_CANCELLED');
    if (!sales.pay(row, paymentText(payment), clock())) {
      const known = reader.open(row).content?.payment;
      if (known === null || known === undefined || paymentText(known) !== paymentText(payment))
        throw new LedgerError('SALE_PAID');
    }
    return reader.open(sales.byId(row.id) ?? row);
  }

  /**
   * Takes an uninvoiced sale back: nobody can claim its invoice any more.
   * @throws LedgerError SALE_INVOICED, SALE_CANCELLED, SALE_CLAIMING.
   */
  cancel(row: SaleRow): OpenedSale {
    const { sales, reader, clock } = this.#parts;
    const sale = reader.open(row);
    if (sale.row.number !== null) throw new LedgerError('SALE_INVOICED', { wanted: 'a refund' });
    if (sale.row.cancelledAt !== null) throw new LedgerError('SALE_CANCELLED');
    if (!sales.cancel(row.id, clock())) throw new LedgerError('SALE_CLAIMING');
    return reader.open(sales.byId(row.id) ?? row);
  }

  /**
   * Prepares a refund for its red letter. A sale that has no invoice and of which nothing is left is cancelled.
   * @throws LedgerError SALE_CANCELLED, SALE_ERASED, REFUND_CONFLICT, SALE_CLAIMING, or what {@link checkRefund} refuses.
   */
  refund(row: SaleRow, report: ReportedRefund): { readonly refund: StoredRefund; readonly created: boolean } {
    const { refunds, reader, clock } = this.#parts;
    const sale = reader.open(row);
    const { content } = sale;
    if (content === undefined) throw new LedgerError('SALE_ERASED');
    const made = refunds.add(row, report.refundReference, clock(), (before) => this.#decideRefund(sale, content, before, report));
    if (!made.created && !sameRefund(made.refund.content, report))
      throw new LedgerError('REFUND_CONFLICT', { path: '/refundReference' });
    return made;
  }

  /** Within the transaction that stores it: no second refund, and no claim, gets in between. */
  #decideRefund(
    { row }: OpenedSale,
    { request }: SaleContent,
    before: readonly RefundContent[],
    report: ReportedRefund,
  ): RefundContent {
    const { sales, clock } = this.#parts;
    if (saleState(row, clock()) === 'cancelled') throw new LedgerError('SALE_CANCELLED');
    const earlier = before.flatMap(({ lines }) => lines);
    const { totals, whole } = checkRefund(request.lines, earlier, report.lines);
    if (whole && row.number === null && !sales.cancel(row.id, clock())) throw new LedgerError('SALE_CLAIMING');
    return { ...report, totals };
  }

  #sellerFor(caller: string, till: string): string {
    const { registry } = this.#parts;
    const seller = registry.till(till)?.seller;
    if (seller === undefined) throw new LedgerError('TILL_UNKNOWN', { path: '/till' });
    if (seller !== caller && !registry.isDelegated(seller, caller)) throw new LedgerError('TILL_NOT_YOURS', { path: '/till' });
    return seller;
  }

  #repetition(row: SaleRow, asked: SaleContent): { readonly sale: OpenedSale; readonly created: false } {
    const sale = this.#parts.reader.open(row);
    // A report without its payment is the same sale also after it was paid.
    const known = asked.payment === null && sale.content !== undefined ? { ...sale.content, payment: null } : sale.content;
    if (known === undefined || !sameSale(known, asked)) throw new LedgerError('SALE_CONFLICT', { path: '/orderReference' });
    return { sale, created: false };
  }
}

function newCode(): string {
  return makeClaimCode(Array.from({ length: CLAIM_CODE_LENGTH - 1 }, () => randomInt(CLAIM_ALPHABET.length)));
}

function expiry(wanted: string | undefined, now: number): number {
  const at = wanted === undefined ? now + DEFAULT_EXPIRY_MS : (parseTime(wanted) ?? Number.NaN);
  if (at > now && at <= now + MAX_EXPIRY_MS) return at;
  throw new LedgerError('FIELD_INVALID', { path: '/expiresAt', wanted: 'a time to come, within 366 days' });
}

function sumsOf({ totals: { net, tax, gross } }: InvoiceRequest): { net: string; tax: string; gross: string } {
  return { net, tax, gross };
}

function sameRefund(known: RefundContent | undefined, { lines, reason }: ReportedRefund): boolean {
  return known?.reason === reason && JSON.stringify(known.lines) === JSON.stringify(lines);
}
