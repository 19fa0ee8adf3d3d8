import { referenceFingerprint } from '@lianpiao/chaincode/domain';
import type { Ledger } from '../ledger/ledger';
import type { SaleRow, SalesStore } from '../stores/sales-store';
import { readContent, type OpenedSale, type Payment, type SaleContent } from './sale';

/**
 * Opens sales, and notes invoices that the ledger has and the sale does not know of: a crash after the ledger's commit, or an
 * invoice that the till issued itself under the same order reference.
 */
export class SaleReader {
  readonly #sales: SalesStore;
  readonly #ledger: Ledger;

  constructor(sales: SalesStore, ledger: Ledger) {
    this.#sales = sales;
    this.#ledger = ledger;
  }

  /** With the payment that was registered later. */
  #paid(row: SaleRow, content: SaleContent): SaleContent {
    const late = content.payment === null ? this.#sales.latePayment(row) : undefined;
    return late === undefined ? content : { ...content, payment: JSON.parse(late) as Payment };
  }

  open(row: SaleRow): OpenedSale {
    const text = this.#sales.open(row);
    if (text === undefined) return { row, content: undefined };
    const content = this.#paid(row, readContent(text));
    if (row.number !== null) return { row, content };
    const placed = this.#ledger.findReference(referenceFingerprint(row.seller, content.request.orderReference));
    if (placed?.entry.type !== 'invoice.issued') return { row, content };
    this.#sales.markInvoiced(row.id, placed.entry.number, Date.parse(placed.entry.time));
    return { row: this.#sales.byId(row.id) ?? row, content };
  }
}
