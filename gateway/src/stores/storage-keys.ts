import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrMakeSecret, readSecret, writeSecret } from '../crypto/keys';

const KEY_BYTES = 32;
/** Keys of one folder at most: rotation is a matter of months, and old keys go when nothing is under them any more. */
const MAX_KEYS = 1000;

export interface StorageKeyOptions {
  /** Data folder. */
  readonly folder: string;
  /** What the files are called: `STEM.key`, and after rotations `STEM-1.key`, `STEM-2.key` and so on. */
  readonly stem: string;
  /** Whether the first key is made when there is none. */
  readonly make: boolean;
  /** Whether a missing first key is a loss; by default when the ledger beside it exists. */
  readonly needed?: boolean;
  /** What was stored before there were such files is under this key; it opens, and nothing new goes under it. */
  readonly former?: Buffer;
}

/**
 * The keys that something stored is encrypted under. What is new goes under the newest. Every process looks for a newer one
 * before it writes, so that a rotation needs no restart; what is stored says by opening which key it is under.
 */
export class StorageKeys {
  readonly #folder: string;
  readonly #stem: string;
  readonly #former: readonly KeyObject[];
  readonly #keys = new Map<number, KeyObject>();
  #newest = 0;

  /** @throws Error when there is none, or others may read one. */
  constructor({ folder, stem, make, needed, former }: StorageKeyOptions) {
    this.#folder = folder;
    this.#stem = stem;
    this.#former = former === undefined ? [] : [createSecretKey(former)];
    if (make && this.#existing().length === 0) findOrMakeSecret(this.#path(0), () => randomBytes(KEY_BYTES), needed);
    this.refresh();
    if (this.#keys.size === 0) throw new Error(`${this.#path(0)} is missing: restore it from the backup of the keys`);
  }

  /** The key for what is new. Ask while nobody else can write: then nothing comes under an older key once there is a newer one. */
  get newest(): KeyObject {
    if (existsSync(this.#path(this.#newest + 1))) this.refresh();
    return this.#keys.get(this.#newest) as KeyObject;
  }

  /** True when the first key was followed by another. */
  get isRotated(): boolean {
    return this.#newest > 0;
  }

  /** Newest first. */
  get all(): readonly KeyObject[] {
    return [...this.#keys.entries()]
      .sort(([left], [right]) => right - left)
      .map(([, key]) => key)
      .concat(this.#former);
  }

  /** Looks for keys that came since; false when there are none. */
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
    if (id >= MAX_KEYS) throw new Error(`there are too many keys ${this.#stem}`);
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
    const file = new RegExp(`^${this.#stem}(?:-([1-9][0-9]{0,2}))?\\.key$`);
    return names.flatMap((name) => {
      const match = file.exec(name);
      return match === null ? [] : [Number(match[1] ?? 0)];
    });
  }

  #path(id: number): string {
    return join(this.#folder, 'keys', id === 0 ? `${this.#stem}.key` : `${this.#stem}-${String(id)}.key`);
  }
}
