import type { InvoiceIssued, SealedRecord } from '@lianpiao/chaincode/domain';
import type { IndexedInvoice } from '../stores/index-store';
import type { PayloadStore } from '../stores/payload-store';
import { Recent } from '../stores/recent';
import type { InvoiceFinder } from './invoice-finder';

/** An invoice as it is read: who may see it stands in its row, what they see in the body. */
export interface ReadableInvoice {
  readonly row: IndexedInvoice;
  /** The answer: JSON in UTF-8. */
  readonly body: Buffer;
}

interface Remembered extends ReadableInvoice {
  readonly seal: string;
}

const REMEMBERED = 8192;
/** Content that was erased by another process is out of this one's memory after twice this time. */
const REMEMBERED_MS = 30_000;

/**
 * Reads invoices by number. Putting one together opens a chunk of payloads and a block of the ledger, and some are looked
 * at again and again: their answers are remembered, and used for as long as the payload store holds the very same bytes.
 */
export class InvoiceReader {
  readonly #finder: InvoiceFinder;
  readonly #payloads: PayloadStore;
  readonly #recent = new Recent<Remembered>(REMEMBERED, REMEMBERED_MS);

  constructor(finder: InvoiceFinder, payloads: PayloadStore) {
    this.#finder = finder;
    this.#payloads = payloads;
  }

  read(number: string): ReadableInvoice | undefined {
    const known = this.#recent.get(number);
    const invoice = known !== undefined && this.#isCurrent(known) ? known : this.#putTogether(number);
    if (invoice !== undefined) this.#recent.set(number, invoice);
    return invoice;
  }

  #isCurrent({ seal, row }: Remembered): boolean {
    return this.#payloads.sealOf(row.sequence) === seal;
  }

  #putTogether(number: string): Remembered | undefined {
    const row = this.#finder.find(number);
    if (row === undefined) return undefined;
    // Asked for before the content is: what is erased in between is read again next time.
    const seal = this.#payloads.sealOf(row.sequence) ?? '';
    const { entry } = this.#finder.entry(row.sequence) as { entry: InvoiceIssued };
    const record = this.#payloads.read(row.sequence);
    const answer = {
      ...summaryOf(row),
      status: 'issued',
      content: record === undefined ? null : contentOf(record),
      entry,
      links: { proof: `/v1/invoices/${number}/proof`, events: `/v1/invoices/${number}/events` },
    };
    return { row, body: Buffer.from(JSON.stringify(answer)), seal };
  }
}

/** What lists say of an invoice. */
export function summaryOf(row: IndexedInvoice): Record<string, unknown> {
  const { sequence, number, seller, till, issuedAt, currency, gross, test } = row;
  return { number, seller, till, issuedAt: new Date(issuedAt).toISOString(), currency, gross, test: test === 1, sequence };
}

function contentOf(record: SealedRecord): Record<string, unknown> {
  return Object.fromEntries(record.fields.map(({ name, text }) => [name, JSON.parse(text) as unknown]));
}
