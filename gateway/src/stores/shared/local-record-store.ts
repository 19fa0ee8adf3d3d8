import type { SealedRecord } from '@lianpiao/chaincode/domain';
import { packRecords } from '../payload-chunk';
import type { PayloadStore } from '../payload-store';
import type { RecordStore } from './record-store';

/** The folder's payload store, behind the port. Its owner closes the store. */
export class LocalRecordStore implements RecordStore {
  readonly #payloads: PayloadStore;

  constructor(payloads: PayloadStore) {
    this.#payloads = payloads;
  }

  height(): Promise<number> {
    return Promise.resolve(this.#payloads.end());
  }

  append(from: number, records: readonly (SealedRecord | undefined)[], erased: readonly number[] = []): Promise<boolean> {
    if (this.#payloads.end() !== from) return Promise.resolve(false);
    this.#payloads.append(from, packRecords(records));
    for (const sequence of erased) this.#payloads.erase(sequence);
    return Promise.resolve(true);
  }

  read(sequence: number): Promise<SealedRecord | undefined> {
    return Promise.resolve(this.#payloads.read(sequence));
  }

  readRange(first: number, count: number): Promise<readonly (SealedRecord | undefined)[]> {
    return Promise.resolve(this.#payloads.readRange(first, count));
  }

  erase(sequence: number): Promise<boolean> {
    return Promise.resolve(this.#payloads.erase(sequence));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
