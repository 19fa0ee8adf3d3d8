import {
  chinaDate,
  fieldText,
  referenceFingerprint,
  startOfChinaDay,
  LedgerError,
  type InvoiceIssued,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { RegistryReader } from '../issuing/registry-reader';
import type { Ledger } from '../ledger/ledger';
import type { BooksStore, StoredReport } from '../stores/books-store';
import { firstSince, type CountedRow } from '../stores/day-totals';
import type { IndexStore } from '../stores/index-store';
import type { PayloadStore } from '../stores/payload-store';
import { comparePayments, type BookedInvoice } from './compare-payments';
import type { Payment } from './payment-file';

const PAGE = 512;
const DAY_MS = 24 * 60 * 60 * 1000;
const DISORDER_MS = 120_000;

export interface BookDeskParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly registry: RegistryReader;
  readonly books: BooksStore;
  readonly clock: () => number;
}

/** Compares sellers' payment files with their invoices, day by day. */
export class BookDesk {
  readonly #parts: BookDeskParts;

  constructor(parts: BookDeskParts) {
    this.#parts = parts;
  }

  /**
   * @param organisation the caller: a merchant, or a platform for the sellers that delegate to it.
   * @throws LedgerError ACTION_FORBIDDEN when a row names a seller that is not the caller's.
   */
  async reconcile(organisation: string, payments: readonly Payment[]): Promise<StoredReport> {
    const sellers = new Set([organisation, ...this.#parts.registry.delegatorsOf(organisation)]);
    const stranger = payments.find(({ seller }) => !sellers.has(seller));
    if (stranger !== undefined) {
      throw new LedgerError('ACTION_FORBIDDEN', { path: `/${String(stranger.line)}/seller`, rule: 'own-sellers' });
    }
    const days = [...new Set(payments.map(({ date }) => date))].sort();
    const named = new Set(payments.map(({ seller }) => seller));
    const invoices: BookedInvoice[] = [];
    for (const day of days) invoices.push(...(await this.#invoicesOf(named, day)));
    const comparison = comparePayments(payments, invoices, (seller, reference) => this.#find(seller, reference));
    return this.#parts.books.keep({ organisation, days, rows: payments.length, createdAt: this.#parts.clock(), ...comparison });
  }

  /** A day's invoices of some sellers, a page at a time: other requests go on between. */
  async #invoicesOf(sellers: ReadonlySet<string>, day: string): Promise<BookedInvoice[]> {
    const { index, payloads } = this.#parts;
    const start = startOfChinaDay(day);
    const found: BookedInvoice[] = [];
    for (let from = firstSince(index, start - DISORDER_MS); ;) {
      const rows = index.countedRows(from, PAGE);
      const wanted = rows.filter(({ seller, issuedAt }) => sellers.has(seller) && chinaDate(issuedAt) === day);
      const [first, last] = [wanted[0], wanted.at(-1)];
      if (first !== undefined && last !== undefined) {
        const records = payloads.readRange(first.sequence, last.sequence - first.sequence + 1);
        for (const row of wanted) found.push(this.#booked(row, records[row.sequence - first.sequence]));
      }
      const end = rows.at(-1);
      if (end === undefined || end.issuedAt > start + DAY_MS + DISORDER_MS) return found;
      from = end.sequence + 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #booked({ sequence, seller }: Pick<CountedRow, 'sequence' | 'seller'>, record: SealedRecord | undefined): BookedInvoice {
    const entry = this.#parts.ledger.read(sequence, 1)[0]?.entry as InvoiceIssued;
    return bookedInvoice(entry, seller, record);
  }

  #find(seller: string, orderReference: string): BookedInvoice | undefined {
    const placed = this.#parts.ledger.findReference(referenceFingerprint(seller, orderReference));
    if (placed === undefined) return undefined;
    return bookedInvoice(placed.entry as InvoiceIssued, seller, this.#parts.payloads.read(placed.sequence));
  }
}

function bookedInvoice(entry: InvoiceIssued, seller: string, record: SealedRecord | undefined): BookedInvoice {
  const read = (name: string): unknown => {
    const text = fieldText(record, name);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const header = read('header') as { currency: string; test: boolean } | undefined;
  return {
    number: entry.number,
    day: chinaDate(Date.parse(entry.time)),
    seller,
    orderReference: (read('orderReference') as string | undefined) ?? '',
    currency: header?.currency ?? '',
    gross: (read('totals') as { gross: string } | undefined)?.gross ?? '',
    test: header?.test === true,
  };
}
