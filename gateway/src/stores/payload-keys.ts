import type { KeyObject } from 'node:crypto';
import { StorageKeys } from './storage-keys';

/** The file names of the keys of records. */
export const PAYLOAD_KEY_FILE = /^payload(?:-[1-9][0-9]{0,2})?\.key$/;

/** The keys that records are encrypted under: `payload.key`, and after rotations `payload-1.key`, `payload-2.key` and so on. */
export class PayloadKeys extends StorageKeys {
  /** @param make whether the first key of a new ledger is made. @throws Error when there is none, or others may read one. */
  constructor(folder: string, make = true) {
    super({ folder, stem: 'payload', make });
  }

  /** What the copy that machines share stays under: another key would have to reach all of them at once. */
  get oldest(): KeyObject {
    return this.all.at(-1) as KeyObject;
  }
}
