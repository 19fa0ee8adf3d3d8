import type { Entry } from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedEntry } from '@lianpiao/gateway/ledger';
import { scrub, type IndexStore, type PayloadStore, type SharedStores } from '@lianpiao/gateway/stores';
import { indexRows } from './index-entries';

/** Entries of a transaction of the shared database. */
const BATCH = 1024;
/** Transactions of one look: then other work of this process has its turn. */
const BATCHES_A_LOOK = 32;
/** Between two times that partitions are freed of what was erased. */
const SCRUB_MS = 60 * 60_000;

export interface SharerOptions {
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly index: IndexStore;
  readonly shared: Omit<SharedStores, 'close'>;
  readonly scrubMs?: number;
}

/**
 * Fills the stores that an organisation's machines share from this machine's ledger and records, and takes out of them
 * what an act on the ledger erased. Several of these may run: a page enters once, whoever brings it.
 *
 * A page's records are read before its erasures are applied, and an erasing act follows what it erases: so content that
 * was erased while a page was on its way goes with the act's page.
 */
export class Sharer {
  readonly #options: SharerOptions;
  #known = false;
  #scrubbed = performance.now();

  constructor(options: SharerOptions) {
    this.#options = options;
  }

  /** @returns how many entries were taken in. */
  async look(): Promise<number> {
    const { ledger, shared } = this.#options;
    if (ledger.length() === 0) return 0;
    if (!this.#known) await shared.belongTo(ledger.readTexts(0, 1).join(''));
    this.#known = true;
    const taken = (await this.#fill(shared.index, 'rows')) + (await this.#fill(shared.records, 'records'));
    if (performance.now() - this.#scrubbed > (this.#options.scrubMs ?? SCRUB_MS)) {
      await scrub(shared.database);
      this.#scrubbed = performance.now();
    }
    return taken;
  }

  async #fill(store: { height(): Promise<number> }, what: 'rows' | 'records'): Promise<number> {
    const { ledger, index } = this.#options;
    const start = await store.height();
    let from = start;
    for (let batch = 0; batch < BATCHES_A_LOOK; batch += 1) {
      // Up to the folder's own index, which knows the places of erased numbers.
      const entries = ledger.read(from, Math.min(BATCH, index.height() - from));
      if (entries.length === 0 || !(await this.#append(what, from, entries))) break;
      from += entries.length;
    }
    return from - start;
  }

  #append(what: 'rows' | 'records', from: number, entries: readonly PlacedEntry[]): Promise<boolean> {
    const { ledger, payloads, index, shared } = this.#options;
    const records = payloads.readRange(from, entries.length);
    const subjects = entries.flatMap(({ entry }) => erasedSubject(entry));
    if (what === 'rows') {
      const page = { ...indexRows(ledger, entries, records), erased: subjects.filter(isNumber) };
      return shared.index.append(page, from, from + entries.length);
    }
    const erased = subjects.flatMap((subject) => {
      const named = /^entry-(\d{1,15})$/.exec(subject)?.[1];
      const sequence = named === undefined ? index.byNumber(subject)?.sequence : Number(named);
      return sequence === undefined ? [] : [sequence];
    });
    return shared.records.append(from, records, erased);
  }
}

function erasedSubject(entry: Entry): string[] {
  return entry.type === 'act.recorded' && entry.act === 'content.erased' ? [entry.subject] : [];
}

/** An invoice's number; the content of other entries is named `entry-<sequence>`. */
function isNumber(subject: string): boolean {
  return /^\d{20}$/.test(subject);
}
