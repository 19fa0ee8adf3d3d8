import { hasher, inclusionPath, type Digest, type Entry, type JsonValue } from '@lianpiao/chaincode/domain';
import { Recent } from '../../stores/recent';
import { callersOf, commitPlaces } from '../commit-places';
import type { ActFilter, CommittedBlock, LedgerReader, PlacedAct, PlacedEntry } from '../ledger';
import { makeReceipt, type Receipt } from '../receipt';
import type { BlockStore } from './block-store';
import { fingerprintOf, type ReferenceTable } from './reference-table';

/** Texts of entries that are remembered, of each of two generations. */
const ENTRIES_KEPT = 2048;

/**
 * Reads an embedded ledger, of this process or another; keeps nothing that can change, so it is always up to date.
 */
export class EmbeddedLedgerReader implements LedgerReader {
  readonly #blocks: BlockStore;
  /** What rules asked for lately, by its place: many ask for one invoice, and its block may hold a thousand entries. */
  readonly #entries = new Recent<string>(ENTRIES_KEPT, Infinity);

  constructor(blocks: BlockStore) {
    this.#blocks = blocks;
  }

  length(): number {
    return this.#blocks.length();
  }

  read(from: number, limit: number): PlacedEntry[] {
    return this.readTexts(from, limit).map((text, index) => ({ sequence: from + index, text, entry: JSON.parse(text) as Entry }));
  }

  readTexts(from: number, limit: number): string[] {
    const texts: string[] = [];
    while (texts.length < limit) {
      const block = this.#blocks.blockOf(from + texts.length);
      if (block === undefined) break;
      const start = from + texts.length - block.header.first;
      for (const text of block.entryTexts.slice(start, start + limit - texts.length)) texts.push(text);
    }
    return texts;
  }

  /** The text of the entry at a sequence, as rules ask for it. */
  protected entryAt(place: string): string | undefined {
    const known = this.#entries.get(place);
    if (known !== undefined) return known;
    const text = /^\d{1,15}$/.test(place) ? this.readTexts(Number(place), 1)[0] : undefined;
    if (text === undefined) return undefined;
    // A text of its own: a part of the block's would keep the whole block.
    const own = Buffer.from(text).toString();
    this.#entries.set(place, own);
    return own;
  }

  findInvoice(number: string, from: number): PlacedEntry | undefined {
    for (let sequence = from; ;) {
      const block = this.#blocks.blockOf(sequence);
      if (block === undefined) return undefined;
      const index = block.entryTexts.findIndex((text) => text.includes(`"number":"${number}"`));
      const text = block.entryTexts[index];
      if (text !== undefined) return { sequence: block.header.first + index, text, entry: JSON.parse(text) as Entry };
      sequence = block.header.first + block.header.count;
    }
  }

  /** The invoice entry that used an order reference, by a table of them: of those whose bits are the same, the right one. */
  protected findUsed(reference: Digest, references: ReferenceTable): PlacedEntry | undefined {
    for (const sequence of references.find(fingerprintOf(reference))) {
      const placed = this.read(sequence, 1)[0];
      if (placed?.entry.type === 'invoice.issued' && placed.entry.reference === reference) return placed;
    }
    return undefined;
  }

  receipt(sequence: number): Receipt | undefined {
    const block = this.#blocks.blockOf(sequence);
    if (block === undefined) return undefined;
    const leaves = block.entryTexts.map((text) => hasher().leafHash(text));
    const index = sequence - block.header.first;
    return makeReceipt(block, index, inclusionPath(leaves, index));
  }

  committedBlock(of: { readonly number: number } | { readonly sequence: number }): CommittedBlock | undefined {
    const block = 'number' in of ? this.#blocks.blockNumbered(of.number) : this.#blocks.blockOf(of.sequence);
    if (block === undefined) return undefined;
    const { number, first, time } = block.header;
    const places = commitPlaces(block, (txId) => this.positionOf(txId));
    return { number, first, time, hash: block.hash, texts: block.entryTexts, places, callers: callersOf(block) };
  }

  /** Place of a Fabric transaction in its block; undefined when it is not known. */
  protected positionOf(_txId: string): number | undefined {
    return undefined;
  }

  state(key: string): JsonValue | undefined {
    const text = this.#blocks.getState(key);
    return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
  }

  acts(filter: ActFilter): PlacedAct[] {
    return this.#blocks.acts(filter);
  }

  close(): void {
    this.#blocks.close();
  }
}
