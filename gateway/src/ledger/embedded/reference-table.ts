import type { Digest } from '@lianpiao/chaincode/domain';
import { BITS_BYTES } from './entry-extras';

const SEGMENTS = 256;
const FIRST_CAPACITY = 64;
const MOST_FILLED = 0.7;

/**
 * Where each used order reference stands, by 40 bits of its digest. A hash table in typed arrays costs 8 bytes a slot, so
 * 10⁷ references fit in about 130 MB; it is split in segments so that growing one takes milliseconds, not a second. Two
 * references may share these bits (of 10⁷, one in 10⁵ has such a double): `find` gives every candidate and the caller
 * compares on disk.
 */
export class ReferenceTable {
  readonly #segments = Array.from({ length: SEGMENTS }, () => new Segment(FIRST_CAPACITY));

  /** Makes room for so many references at once, instead of growing towards them. */
  reserve(count: number): void {
    for (const segment of this.#segments) segment.reserve(count / SEGMENTS);
  }

  add({ segment, tag }: Fingerprint, sequence: number): void {
    (this.#segments[segment] as Segment).add(tag, sequence);
  }

  /**
   * Adds the references of a block's entries.
   * @param bits the first 64 bits of each, big-endian; zeros where there is none.
   */
  addBlock(first: number, bits: Buffer): void {
    eachReference(first, bits, (segment, tag, sequence) => this.add({ segment, tag }, sequence));
  }

  /**
   * Adds the references of many blocks, as at a start. Each goes first to a queue of its segment: a segment's own are then
   * added together, in memory that is at hand. One by one, at random over all segments, took more than twice as long.
   */
  addBlocks(blocks: Iterable<{ readonly first: number; readonly bits: Buffer }>): void {
    const queues = Array.from({ length: SEGMENTS }, () => new Uint32Array(2 * QUEUED));
    const queued = new Uint32Array(SEGMENTS);
    const flush = (segment: number): void => {
      const queue = queues[segment] as Uint32Array;
      const count = queued[segment] ?? 0;
      for (let at = 0; at < 2 * count; at += 2) (this.#segments[segment] as Segment).add(queue[at] ?? 0, queue[at + 1] ?? 0);
      queued[segment] = 0;
    };
    for (const { first, bits } of blocks) {
      eachReference(first, bits, (segment, tag, sequence) => {
        const place = queued[segment] ?? 0;
        const queue = queues[segment] as Uint32Array;
        queue[2 * place] = tag;
        queue[2 * place + 1] = sequence;
        queued[segment] = place + 1;
        if (place + 1 === QUEUED) flush(segment);
      });
    }
    for (let segment = 0; segment < SEGMENTS; segment += 1) flush(segment);
  }

  /** Sequences of the entries whose reference has these bits; nearly always none or one. */
  find({ segment, tag }: Fingerprint): readonly number[] {
    return (this.#segments[segment] as Segment).find(tag);
  }
}

/** References of a segment that wait to be added together. */
const QUEUED = 4096;

function eachReference(first: number, bits: Buffer, take: (segment: number, tag: number, sequence: number) => void): void {
  for (let offset = 0; offset < bits.length; offset += BITS_BYTES) {
    if (bits.readUInt32BE(offset) === 0 && bits.readUInt32BE(offset + 4) === 0) continue;
    take(bits.readUInt8(offset), bits.readUInt32BE(offset + 1), first + offset / BITS_BYTES);
  }
}

/** 8 bits of a digest that choose a segment, and the next 32. */
export interface Fingerprint {
  readonly segment: number;
  readonly tag: number;
}

export function fingerprintOf(digest: Digest): Fingerprint {
  return { segment: Number.parseInt(digest.slice(0, 2), 16), tag: Number.parseInt(digest.slice(2, 10), 16) };
}

const NONE: readonly number[] = [];

class Segment {
  /** Pairs, a slot each: tag, and sequence plus one; 0 marks a free slot. */
  #slots: Uint32Array;
  #mask: number;
  #used = 0;

  constructor(capacity: number) {
    this.#slots = new Uint32Array(2 * capacity);
    this.#mask = capacity - 1;
  }

  reserve(count: number): void {
    let capacity = this.#mask + 1;
    while (count >= capacity * MOST_FILLED) capacity *= 2;
    if (capacity > this.#mask + 1) this.#resize(capacity);
  }

  add(tag: number, sequence: number): void {
    if (this.#used >= (this.#mask + 1) * MOST_FILLED) this.#resize((this.#mask + 1) * 2);
    this.#insert(tag, sequence + 1);
    this.#used += 1;
  }

  find(tag: number): readonly number[] {
    let found = NONE;
    for (let slot = tag & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = this.#slots[2 * slot + 1] ?? 0;
      if (place === 0) return found;
      if (this.#slots[2 * slot] === tag) found = [...found, place - 1];
    }
  }

  #insert(tag: number, place: number): void {
    let slot = tag & this.#mask;
    while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[2 * slot] = tag;
    this.#slots[2 * slot + 1] = place;
  }

  #resize(capacity: number): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(2 * capacity);
    this.#mask = capacity - 1;
    for (let at = 0; at < before.length; at += 2) {
      const place = before[at + 1] ?? 0;
      if (place !== 0) this.#insert(before[at] ?? 0, place);
    }
  }
}
