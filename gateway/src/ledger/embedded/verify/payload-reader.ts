import { createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { SealedRecord } from '@lianpiao/chaincode/domain';
import { BadRecord } from './findings';
import { Cursor } from './walked-entry';

export interface ChunkRow {
  readonly first: number;
  readonly count: number;
  readonly data: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MAX_CHUNK_BYTES = 64 * 1024 * 1024;

/** Reads the payload store in order, each chunk once. Written apart from the store, so that neither covers for the other. */
export class PayloadReader {
  readonly #rows: Cursor<ChunkRow>;
  readonly #key: KeyObject;
  #open: { readonly first: number; readonly texts: readonly string[] } = { first: 0, texts: [] };
  /** Set when a chunk could not be opened: its entries count as unreadable, not as erased. */
  #badUntil = 0;

  constructor(rows: Iterable<ChunkRow>, key: Buffer) {
    this.#rows = new Cursor(rows);
    this.#key = createSecretKey(key);
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
    return text === undefined || text === '' ? undefined : parseRecord(text);
  }

  #openChunk({ first, count, data }: ChunkRow): void {
    const texts = openChunk(first, data, this.#key);
    const whole = texts?.length === count;
    this.#open = { first, texts: whole ? texts : [] };
    this.#badUntil = whole ? 0 : first + Math.max(1, count);
  }
}

/** The texts of a chunk; undefined when one of its bytes, or its place, was changed. */
function openChunk(first: number, data: Buffer, key: KeyObject): readonly string[] | undefined {
  if (data.length < NONCE_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(`lianpiao-payload-v1:${String(first)}`));
    decipher.setAuthTag(data.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = Buffer.concat([decipher.update(data.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return inflateRawSync(body, { maxOutputLength: MAX_CHUNK_BYTES }).toString('utf8').split('\n\n');
  } catch {
    return undefined;
  }
}

function parseRecord(text: string): SealedRecord {
  const [seed = '', ...lines] = text.split('\n');
  const fields = lines.map((line) => {
    const space = line.indexOf(' ');
    return { name: line.slice(0, space), text: line.slice(space + 1) };
  });
  return { seed, fields };
}
