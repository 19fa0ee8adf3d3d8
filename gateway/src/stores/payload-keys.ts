import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrMakeSecret, readSecret, writeSecret } from '../crypto/keys';
import type { ChunkKeys } from './payload-chunk';

/** The file names of such keys. */
export const PAYLOAD_KEY_FILE = /^payload(?:-[1-9][0-9]{0,2})?\.key$/;
const KEY_BYTES = 32;
/** Keys of one folder at most: rotation is a matter of months, and old keys go when nothing is under them any more. */
const MAX_KEYS = 1000;

/**
 * The keys that records are encrypted under: `payload.key`, and after rotations `payload-1.key`, `payload-2.key` and so on. New
 * records go under the newest. Every process looks for a newer one before it writes, so that a rotation needs no restart; a
 * chunk says by opening which key it is under.
 */
export class PayloadKeys implements ChunkKeys {
  readonly #folder: string;
  readonly #keys = new Map<number, KeyObject>();
  #newest = 0;

  /** @param make whether the first key of a new ledger is made. @throws Error when there is none, or others may read one. */
  constructor(folder: string, make = true) {
    this.#folder = folder;
    if (make && this.#existing().length === 0) findOrMakeSecret(this.#path(0), () => randomBytes(KEY_BYTES));
    this.refresh();
    if (this.#keys.size === 0) throw new Error(`${this.#path(0)} is missing: restore it from the backup of the keys`);
  }

  /** The key for new records. */
  get newest(): KeyObject {
    if (existsSync(this.#path(this.#newest + 1))) this.refresh();
    return this.#keys.get(this.#newest) as KeyObject;
  }

  /** What the copy that machines share stays under: another key would have to reach all of them at once. */
  get oldest(): KeyObject {
    return this.all.at(-1) as KeyObject;
  }

  get all(): readonly KeyObject[] {
    return [...this.#keys.entries()].sort(([left], [right]) => right - left).map(([, key]) => key);
  }

  refresh(): boolean {
    const before = this.#keys.size;
    for (const id of this.#existing()) {
      if (!this.#keys.has(id)) this.#keys.set(id, createSecretKey(readSecret(this.#path(id))));
      this.#newest = Math.max(this.#newest, id);
    }
    return this.#keys.size > before;
  }

  /** Makes the next key; from its next group on, every process writes under it. @returns its number. */
  rotate(): number {
    this.refresh();
    const id = this.#newest + 1;
    if (id >= MAX_KEYS) throw new Error('there are too many keys of records');
    writeSecret(this.#path(id), randomBytes(KEY_BYTES));
    this.refresh();
    return id;
  }

  /** Removes all keys but the newest: only when nothing is under them any more. @returns how many. */
  removeOlder(): number {
    const older = this.#existing().filter((id) => id !== this.#newest);
    for (const id of older) {
      rmSync(this.#path(id));
      this.#keys.delete(id);
    }
    return older.length;
  }

  #existing(): number[] {
    const folder = join(this.#folder, 'keys');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.filter((name) => PAYLOAD_KEY_FILE.test(name)).map((name) => Number(/[0-9]+/.exec(name)?.[0] ?? 0));
  }

  #path(id: number): string {
    return join(this.#folder, 'keys', id === 0 ? 'payload.key' : `payload-${String(id)}.key`);
  }
}
