import type { LedgerReader } from '@lianpiao/gateway/ledger';
import type { CutStore, IndexStore, PayloadStore } from '@lianpiao/gateway/stores';
import { indexEntries } from './index-entries';

/** New entries between two looks from which on the tills are busy: some thousands a second. */
const BUSY_ENTRIES = 1500;
/** New entries between two quick looks up to which the tills are quiet: two thousand a second. */
const FEW_ENTRIES = 100;
/** How far the index may fall behind all the same: about a second of the fullest load. */
const MAX_LAG = 25_000;

/**
 * The index gives way to issuing: while a burst comes in, it waits, for at most {@link MAX_LAG} entries, and catches up
 * after. At ordinary rates every look finds few new entries and takes them in at once.
 */
export class QuietIndexer {
  readonly #ledger: LedgerReader;
  readonly #payloads: PayloadStore;
  readonly #index: IndexStore;
  readonly #cuts: CutStore | undefined;
  #seen: number;

  constructor(ledger: LedgerReader, payloads: PayloadStore, index: IndexStore, cuts?: CutStore) {
    this.#ledger = ledger;
    this.#payloads = payloads;
    this.#index = index;
    this.#cuts = cuts;
    this.#seen = ledger.length();
  }

  /** True when there is something to take in and nothing speaks against doing it at once. */
  isDue(): boolean {
    const fresh = this.#ledger.length() - this.#index.height();
    return fresh > 0 && fresh <= FEW_ENTRIES;
  }

  /** @returns how many entries were taken in. */
  look(): number {
    const length = this.#ledger.length();
    const fresh = length - this.#seen;
    this.#seen = length;
    const lag = length - this.#index.height();
    return fresh > BUSY_ENTRIES && lag < MAX_LAG ? 0 : indexEntries(this.#ledger, this.#payloads, this.#index, this.#cuts);
  }
}
