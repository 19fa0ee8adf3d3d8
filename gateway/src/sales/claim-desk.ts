import { timingSafeEqual } from 'node:crypto';
import { hasher, LedgerError, parseClaimCode, type InvoiceRequest, type Party, type Trade } from '@lianpiao/chaincode/domain';
import type { InvoiceAnswer } from '../issuing/invoice-answer';
import type { IssueDesk } from '../issuing/issue-desk';
import type { RegistryReader } from '../issuing/registry-reader';
import type { TaxpayerDirectory } from '../issuing/taxpayer-directory';
import type { SalesDatabase } from '../stores/sales-database';
import type { SaleRow, SalesStore } from '../stores/sales-store';
import { orderText, paymentText, saleState, soldAtOf, type SaleContent } from './sale';
import type { SaleReader } from './sale-reader';

/** Longer than the ledger's own deadlines: a sale is not cancelled while its invoice may come to be. */
const ISSUING_MS = 60_000;

export interface ClaimDeskParts {
  readonly sales: SalesStore;
  readonly reader: SaleReader;
  readonly desk: IssueDesk;
  readonly registry: RegistryReader;
  readonly taxpayers: TaxpayerDirectory;
  readonly holderToken: SalesDatabase['holderToken'];
  readonly clock: () => number;
}

/** What came of a claim. */
export interface Claim {
  /** JSON text of the invoice's final answer. */
  readonly answer: string;
  readonly created: boolean;
  readonly holderToken: string;
  /** True when the buyer is a registered company: it finds the invoice by itself. */
  readonly inbox: boolean;
}

/** Somebody else has claimed the invoice, under another title. */
export interface LostClaim {
  readonly error: LedgerError;
  readonly existing: string;
}

/** Where whoever holds a receipt turns the paid sale into an invoice. A claim code is all it takes. */
export class ClaimDesk {
  readonly #parts: ClaimDeskParts;

  constructor(parts: ClaimDeskParts) {
    this.#parts = parts;
  }

  /** The sale of a code as it is typed. @throws LedgerError CLAIM_CODE_WRONG, SALE_UNKNOWN. */
  find(typed: string): SaleRow {
    const code = parseClaimCode(typed);
    if (code === undefined) throw new LedgerError('CLAIM_CODE_WRONG', { path: '/code' });
    const row = this.#parts.sales.byCode(code);
    if (row === undefined) throw new LedgerError('SALE_UNKNOWN');
    return this.#parts.reader.open(row).row;
  }

  /** What one needs to know to fill in a title, and no more: whoever finds a receipt learns no buyer. */
  view(row: SaleRow): Record<string, unknown> {
    const { registry, clock } = this.#parts;
    const sale = this.#opened(row);
    const seller = registry.party(row.seller);
    const { net, tax, gross, number, invoicedAt } = row;
    return {
      state: saleState(row, clock()),
      seller: { name: seller?.name ?? row.seller, ...(seller?.taxId === undefined ? {} : { taxId: seller.taxId }) },
      soldAt: soldAtOf(sale),
      expiresAt: new Date(row.expiresAt).toISOString(),
      kind: sale.content.request.kind,
      currency: sale.content.request.currency,
      totals: { net, tax, gross },
      test: registry.organisation(row.seller)?.sandbox ?? false,
      invoice: number === null || invoicedAt === null ? null : { number, issuedAt: new Date(invoicedAt).toISOString() },
    };
  }

  /**
   * Issues the invoice of a sale to a buyer. However many claim at once, the ledger takes one order reference once: the same
   * title gets the same answer again, another title is told which invoice there is.
   * @throws LedgerError SALE_EXPIRED, SALE_CANCELLED, SALE_ERASED, INVOICE_ERASED, or what the ledger's rules refuse.
   */
  async claim(row: SaleRow, buyer: Party): Promise<Claim | LostClaim> {
    const { sales, desk, clock, taxpayers, holderToken } = this.#parts;
    const { content } = this.#opened(row);
    const request = requestOf(row, content, buyer);
    const now = clock();
    if (row.unpaid === 1) throw new LedgerError('SALE_UNPAID');
    if (!sales.beginIssuing(row.id, now, now + ISSUING_MS)) throw refusalOf(sales.byId(row.id) ?? row, now);
    const [outcome] = await desk.issue(this.#issuerOf(row), [request]);
    if (outcome === undefined) throw new LedgerError('INTERNAL');
    if ('answer' in outcome) {
      const { number } = this.#note(row, outcome.answer);
      const inbox = buyer.taxId !== undefined && taxpayers.isCompany(buyer.taxId);
      return { ...outcome, holderToken: holderToken(row.id, number), inbox };
    }
    if (outcome.existing !== undefined) {
      this.#note(row, outcome.existing);
      return { error: new LedgerError('SALE_INVOICED'), existing: outcome.existing };
    }
    throw outcome.error.detail.found === 'erased' ? new LedgerError('INVOICE_ERASED') : outcome.error;
  }

  /** The number of the invoice that a token opens. @throws LedgerError HOLDER_TOKEN_INVALID. */
  held(row: SaleRow, token: string | undefined): string {
    const right = row.number === null ? undefined : Buffer.from(this.#parts.holderToken(row.id, row.number));
    const given = Buffer.from(token ?? '');
    if (right?.length !== given.length || !timingSafeEqual(right, given)) throw new LedgerError('HOLDER_TOKEN_INVALID');
    return row.number as string;
  }

  #opened(row: SaleRow): { readonly row: SaleRow; readonly content: SaleContent } {
    const { content } = this.#parts.reader.open(row);
    if (content === undefined) throw new LedgerError('SALE_ERASED');
    return { row, content };
  }

  #note({ id }: SaleRow, answer: string): InvoiceAnswer {
    const invoice = JSON.parse(answer) as InvoiceAnswer;
    this.#parts.sales.markInvoiced(id, invoice.number, Date.parse(invoice.issuedAt));
    return invoice;
  }

  /** Whoever recorded the sale, while it may: a paid sale gets its invoice even when the platform has left. */
  #issuerOf({ seller, caller }: SaleRow): string {
    return caller !== seller && this.#parts.registry.isDelegated(seller, caller) ? caller : seller;
  }
}

function requestOf(row: SaleRow, content: SaleContent, buyer: Party): InvoiceRequest {
  if (content.request.kind === 'special' && buyer.taxId === undefined)
    throw new LedgerError('FIELD_MISSING', { path: '/buyer/taxId', rule: 'special-needs-tax-id' });
  return { ...content.request, soldAt: soldAtOf({ row, content }), buyer, trade: tradeOf(content) };
}

/** What binds the invoice to order and payment; a delivery note's digest comes with the sale. */
function tradeOf({ request, payment }: SaleContent): Trade {
  const digest = (text: string): string => `sha256:${hasher().sha256(text)}`;
  return {
    ...request.trade,
    order: request.trade?.order ?? digest(orderText(request)),
    ...(payment === null ? undefined : { payment: digest(paymentText(payment)) }),
  };
}

/** Why a sale cannot be claimed. */
function refusalOf(row: SaleRow, now: number): LedgerError {
  return new LedgerError(saleState(row, now) === 'cancelled' ? 'SALE_CANCELLED' : 'SALE_EXPIRED');
}
