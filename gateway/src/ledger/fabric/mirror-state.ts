import { REFERENCE_KEY_PREFIX, type Digest, type InvoiceIssued, type JsonValue } from '@lianpiao/chaincode/domain';
import type { BlockStore } from '../embedded/block-store';
import type { EmbeddedLedgerReader } from '../embedded/embedded-ledger-reader';
import { fingerprintOf, ReferenceTable } from '../embedded/reference-table';
import type { PlacedEntry } from '../ledger';

/** The mirror's state as rules ask for it: current values, and used order references by their entries. */
export class MirrorState {
  readonly #blocks: BlockStore;
  readonly #reader: EmbeddedLedgerReader;
  readonly #references = new ReferenceTable();
  /** The last block of the mirror whose references are known. */
  #known = 0;

  constructor(blocks: BlockStore, reader: EmbeddedLedgerReader) {
    this.#blocks = blocks;
    this.#reader = reader;
  }

  /** A committed value, or undefined. */
  get(key: string): JsonValue | undefined {
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) return this.#reader.state(key);
    const placed = this.findReference(key.slice(REFERENCE_KEY_PREFIX.length) as Digest);
    return placed === undefined ? undefined : (placed.entry as InvoiceIssued).number;
  }

  /** The invoice entry that used an order reference. */
  findReference(reference: Digest): PlacedEntry | undefined {
    this.#catchUp();
    for (const sequence of this.#references.find(fingerprintOf(reference))) {
      const placed = this.#reader.read(sequence, 1)[0];
      if (placed?.entry.type === 'invoice.issued' && placed.entry.reference === reference) return placed;
    }
    return undefined;
  }

  #catchUp(): void {
    const last = this.#blocks.lastNumber();
    if (last === this.#known) return;
    const added = this.#blocks.references(this.#known + 1, last);
    if (this.#known === 0) this.#references.addBlocks(added);
    else for (const { first, bits } of added) this.#references.addBlock(first, bits);
    this.#known = last;
  }
}
