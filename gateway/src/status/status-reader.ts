import {
  disclosedDigest,
  discloseRecord,
  lifeOf,
  sealRecord,
  statusKey,
  statusOfLife,
  statusRecord,
  type SealedRecord,
  type StatusPair,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';

export interface StatusReaderParts {
  readonly ledger: Pick<LedgerReader, 'state'>;
  readonly payloads: Pick<PayloadStore, 'read'>;
  readonly finder: { find(number: string): { readonly sequence: number } | undefined };
}

/** What the map has to hold for an invoice, worked out from the ledger's state and the invoice's record. */
export class StatusReader {
  readonly #parts: StatusReaderParts;

  constructor(parts: StatusReaderParts) {
    this.#parts = parts;
  }

  /** Undefined for an invoice whose content was erased: what the map holds of it stays. */
  pair(number: string): StatusPair | undefined {
    const row = this.#parts.finder.find(number);
    const record = row && this.#parts.payloads.read(row.sequence);
    if (record === undefined) return undefined;
    return { key: keyOf(record), value: sealRecord(this.status(number, record)) };
  }

  /** The status as a record that can be opened. */
  status(number: string, record: SealedRecord): SealedRecord {
    return statusRecord(record.seed, statusOfLife(this.state, lifeOf(this.state, number)));
  }

  get state(): { get: <Value>(key: string) => Value | undefined } {
    return { get: <Value>(key: string) => this.#parts.ledger.state(key) as Value | undefined };
  }
}

/** The key of an invoice's record in the map. */
export function keyOf(record: SealedRecord): ReturnType<typeof statusKey> {
  return statusKey(discloseRecord(record, () => false).map(disclosedDigest));
}
