import { REFERENCE_KEY_PREFIX, type Digest, type InvoiceIssued, type JsonValue } from '@lianpiao/chaincode/domain';
import type { BlockStore } from '../embedded/block-store';
import { EmbeddedLedgerReader } from '../embedded/embedded-ledger-reader';
import { ReferenceTable } from '../embedded/reference-table';
import type { PlacedEntry } from '../ledger';

/** Reads the mirror; its state is as rules ask for it: current values, and used order references by their entries. */
export class MirrorReader extends EmbeddedLedgerReader {
  readonly #blocks: BlockStore;
  readonly #references = new ReferenceTable();
  /** The last block of the mirror whose references are known. */
  #known = 0;

  constructor(blocks: BlockStore) {
    super(blocks);
    this.#blocks = blocks;
  }

  override state(key: string): JsonValue | undefined {
    if (!key.startsWith(REFERENCE_KEY_PREFIX)) return super.state(key);
    const placed = this.findReference(key.slice(REFERENCE_KEY_PREFIX.length) as Digest);
    return placed === undefined ? undefined : (placed.entry as InvoiceIssued).number;
  }

  /** The invoice entry that used an order reference. */
  findReference(reference: Digest): PlacedEntry | undefined {
    this.#catchUp();
    return this.findUsed(reference, this.#references);
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
