import type { Digest } from '@lianpiao/chaincode/domain';

const SEGMENTS = 256;
const FIRST_CAPACITY = 64;
const MOST_FILLED = 0.7;

/**
 * Where each used order reference stands, by the first 64 bits of its digest. A hash table in typed arrays costs 12 bytes
 * a slot, so 10⁷ references fit in about 200 MB; it is split in segments so that growing one takes milliseconds, not a
 * second. Two references may share 64 bits: `find` gives every candidate and the caller compares on disk.
 */
export class ReferenceTable {
  readonly #segments = Array.from({ length: SEGMENTS }, () => new Segment(FIRST_CAPACITY));

  add(high: number, low: number, sequence: number): void {
    (this.#segments[high >>> 24] as Segment).add(high, low, sequence);
  }

  /** Sequences of the entries whose reference begins with these 64 bits; nearly always none or one. */
  find(high: number, low: number): readonly number[] {
    return (this.#segments[high >>> 24] as Segment).find(high, low);
  }
}

/** The first 64 bits of a digest as two unsigned 32-bit numbers. */
export function fingerprintOf(digest: Digest): { readonly high: number; readonly low: number } {
  return { high: Number.parseInt(digest.slice(0, 8), 16), low: Number.parseInt(digest.slice(8, 16), 16) };
}

const NONE: readonly number[] = [];

class Segment {
  #high: Uint32Array;
  #low: Uint32Array;
  /** Sequence plus one; 0 marks a free slot. */
  #place: Uint32Array;
  #mask: number;
  #used = 0;

  constructor(capacity: number) {
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#place = new Uint32Array(capacity);
    this.#mask = capacity - 1;
  }

  add(high: number, low: number, sequence: number): void {
    if (this.#used >= (this.#mask + 1) * MOST_FILLED) this.#grow();
    this.#insert(high, low, sequence + 1);
    this.#used += 1;
  }

  find(high: number, low: number): readonly number[] {
    let found = NONE;
    for (let slot = low & this.#mask; this.#place[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#high[slot] === high && this.#low[slot] === low) found = [...found, (this.#place[slot] ?? 0) - 1];
    }
    return found;
  }

  #insert(high: number, low: number, place: number): void {
    let slot = low & this.#mask;
    while (this.#place[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#place[slot] = place;
  }

  #grow(): void {
    const [high, low, place] = [this.#high, this.#low, this.#place];
    const capacity = (this.#mask + 1) * 2;
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#place = new Uint32Array(capacity);
    this.#mask = capacity - 1;
    for (let slot = 0; slot < place.length; slot += 1) {
      const value = place[slot] ?? 0;
      if (value !== 0) this.#insert(high[slot] ?? 0, low[slot] ?? 0, value);
    }
  }
}
