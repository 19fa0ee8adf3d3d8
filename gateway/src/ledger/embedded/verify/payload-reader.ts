import type { SealedRecord } from '@lianpiao/chaincode/domain';
import { openChunk, parseRecord, type ChunkKeys, type PayloadChunk } from '../../../stores/payload-chunk';
import { BadRecord } from './findings';
import { Cursor } from './walked-entry';

/** Reads the payload store in order, each chunk once. */
export class PayloadReader {
  readonly #rows: Cursor<PayloadChunk>;
  readonly #key: ChunkKeys;
  #open: { readonly first: number; readonly texts: readonly string[] } = { first: 0, texts: [] };
  /** Set when a chunk could not be opened: its entries count as unreadable, not as erased. */
  #badUntil = 0;

  constructor(rows: Iterable<PayloadChunk>, key: ChunkKeys) {
    this.#rows = new Cursor(rows);
    this.#key = key;
  }

  /**
   * The record of an entry, asked for in rising order; undefined when it is not there.
   * @throws BadRecord when the chunk that holds it does not open.
   */
  record(sequence: number): SealedRecord | undefined {
    for (let row = this.#rows.peek(); row !== undefined && row.first <= sequence; row = this.#rows.peek()) {
      this.#rows.take();
      this.#openChunk(row);
    }
    if (sequence < this.#badUntil) throw new BadRecord('payload-unreadable', { sequence });
    const text = this.#open.texts[sequence - this.#open.first];
    return text === undefined ? undefined : parseRecord(text);
  }

  #openChunk(chunk: PayloadChunk): void {
    const { first, count } = chunk;
    const texts = textsOf(chunk, this.#key);
    const whole = texts?.length === count;
    this.#open = { first, texts: whole ? texts : [] };
    this.#badUntil = whole ? 0 : first + Math.max(1, count);
  }
}

/** The texts of a chunk; undefined when one of its bytes, or its place, was changed. */
function textsOf(chunk: PayloadChunk, key: ChunkKeys): readonly string[] | undefined {
  try {
    return openChunk(key, chunk);
  } catch {
    return undefined;
  }
}
