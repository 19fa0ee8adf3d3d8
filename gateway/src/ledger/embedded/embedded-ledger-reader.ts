import { hasher, inclusionPath, type Entry, type JsonValue } from '@lianpiao/chaincode/domain';
import type { ActFilter, LedgerReader, PlacedAct, PlacedEntry } from '../ledger';
import { makeReceipt, type Receipt } from '../receipt';
import type { BlockStore } from './block-store';

/** Reads an embedded ledger, of this process or another; keeps nothing, so it is always up to date. */
export class EmbeddedLedgerReader implements LedgerReader {
  readonly #blocks: BlockStore;

  constructor(blocks: BlockStore) {
    this.#blocks = blocks;
  }

  length(): number {
    const last = this.#blocks.last();
    return last === undefined ? 0 : last.header.first + last.header.count;
  }

  read(from: number, limit: number): PlacedEntry[] {
    const placed: PlacedEntry[] = [];
    while (placed.length < limit) {
      const block = this.#blocks.blockOf(from + placed.length);
      if (block === undefined) break;
      const start = from + placed.length - block.header.first;
      for (const text of block.entryTexts.slice(start, start + limit - placed.length)) {
        placed.push({ sequence: from + placed.length, text, entry: JSON.parse(text) as Entry });
      }
    }
    return placed;
  }

  receipt(sequence: number): Receipt | undefined {
    const block = this.#blocks.blockOf(sequence);
    if (block === undefined) return undefined;
    const leaves = block.entryTexts.map((text) => hasher().leafHash(text));
    const index = sequence - block.header.first;
    return makeReceipt(block, index, inclusionPath(leaves, index));
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
