import type { InvoiceIssued } from '@lianpiao/chaincode/domain';
import type { Ledger, PlacedEntry } from '../ledger/ledger';
import type { IndexedInvoice, IndexStore } from '../stores/index-store';
import type { PayloadStore } from '../stores/payload-store';
import { projectInvoice } from '../stores/project-invoice';
import type { RegistryReader } from './registry-reader';

const PRUNE_EVERY = 1024;
const MOST_RECENT = 200_000;

export interface InvoiceFinderParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly registry: RegistryReader;
}

/** Finds invoices by number: in the index, or among those just issued here that the index does not know yet. */
export class InvoiceFinder {
  readonly #parts: InvoiceFinderParts;
  readonly #recent = new Map<string, number>();
  #sincePrune = 0;

  constructor(parts: InvoiceFinderParts) {
    this.#parts = parts;
  }

  /** Remembers an invoice until the index has it. */
  remember(number: string, sequence: number): void {
    this.#recent.set(number, sequence);
    this.#sincePrune += 1;
    if (this.#sincePrune >= PRUNE_EVERY) this.#prune();
  }

  find(number: string): IndexedInvoice | undefined {
    return this.#parts.index.byNumber(number) ?? this.#findRecent(number);
  }

  /** The ledger's entry of an invoice. */
  entry(sequence: number): PlacedEntry | undefined {
    return this.#parts.ledger.read(sequence, 1)[0];
  }

  #findRecent(number: string): IndexedInvoice | undefined {
    const sequence = this.#recent.get(number);
    const placed = sequence === undefined ? undefined : this.entry(sequence);
    if (placed === undefined) return undefined;
    const entry = placed.entry as InvoiceIssued;
    const seller = this.#parts.registry.till(entry.till)?.seller ?? '';
    return projectInvoice(placed.sequence, entry, seller, this.#parts.payloads.read(placed.sequence));
  }

  #prune(): void {
    this.#sincePrune = 0;
    const height = this.#parts.index.height();
    // Oldest first: a Map keeps the order of insertion.
    for (const [number, sequence] of this.#recent) {
      if (sequence >= height && this.#recent.size <= MOST_RECENT) break;
      this.#recent.delete(number);
    }
  }
}
