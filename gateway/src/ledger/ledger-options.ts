import type { KeyFolder } from '../crypto/keys';
import type { PayloadStore } from '../stores/payload-store';

/** What a ledger is opened with, whichever it is. */
export interface LedgerOptions {
  readonly folder: string;
  readonly keys: KeyFolder;
  readonly payloads: PayloadStore;
  /** The sequence of an invoice, by an index; undefined when the index does not have it yet. */
  readonly locate: (number: string) => number | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Told of a fault of ours, or of the network, that no caller is told of. */
  readonly onFault: (error: unknown) => void;
}
