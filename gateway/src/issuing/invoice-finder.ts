import type { InvoiceIssued } from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import type { IndexedInvoice, IndexStore } from '../stores/index-store';
import type { PayloadStore } from '../stores/payload-store';
import { projectInvoice } from '../stores/project-invoice';
import type { RegistryReader } from './registry-reader';

export interface InvoiceFinderParts {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly registry: RegistryReader;
}

/** How far behind the ledger the index may be for a search of what it lacks; further, an invoice is found when it catches up. */
const MAX_TAIL = 50_000;

/** Finds invoices by number: in the index, or in the ledger's last entries that the index does not have yet. */
export class InvoiceFinder {
  readonly #parts: InvoiceFinderParts;

  constructor(parts: InvoiceFinderParts) {
    this.#parts = parts;
  }

  /** Looks into the index once more at the end: it may have taken the invoice in after the first look and before the tail began. */
  find(number: string): IndexedInvoice | undefined {
    const { index } = this.#parts;
    return index.byNumber(number) ?? this.#findInTail(number) ?? index.byNumber(number);
  }

  /** The ledger's entry of an invoice. */
  entry(sequence: number): PlacedEntry | undefined {
    return this.#parts.ledger.read(sequence, 1)[0];
  }

  #findInTail(number: string): IndexedInvoice | undefined {
    const { ledger, index, registry, payloads } = this.#parts;
    const height = index.height();
    if (ledger.length() - height > MAX_TAIL) return undefined;
    const placed = ledger.findInvoice(number, height);
    if (placed === undefined) return undefined;
    const entry = placed.entry as InvoiceIssued;
    return projectInvoice(placed.sequence, entry, registry.till(entry.till)?.seller ?? '', payloads.read(placed.sequence));
  }
}
