import type { SealedRecord } from '@lianpiao/chaincode/domain';

/**
 * The private records behind the ledger's commitments, encrypted with the organisation's payload key wherever they lie.
 * `LocalRecordStore` is the folder's SQLite, which the issuing of invoices writes and reads; `PostgresRecordStore` is the
 * copy that an organisation's machines share.
 *
 * - **Order.** Records come in by the ledger's order; undefined stands in the place of an erased one.
 * - **Concurrency** and **deadlines** as those of `SearchIndex`.
 */
export interface RecordStore {
  /** Records of entries below this sequence have been taken in. */
  height(): Promise<number>;
  /**
   * Takes the records of consecutive entries in and erases others, all of it or nothing.
   * @param erased sequences whose records are to be erased; they may lie on the page itself.
   * @returns false when the store does not stand at `from`.
   */
  append(from: number, records: readonly (SealedRecord | undefined)[], erased?: readonly number[]): Promise<boolean>;
  /** The record of an entry; undefined when it was erased or never stored. */
  read(sequence: number): Promise<SealedRecord | undefined>;
  /** Records of consecutive entries, undefined in the place of an erased one. */
  readRange(first: number, count: number): Promise<readonly (SealedRecord | undefined)[]>;
  /** Erases one record for good; false when there is none. */
  erase(sequence: number): Promise<boolean>;
  close(): Promise<void>;
}
