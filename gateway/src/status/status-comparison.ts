import { bucketOf, invoicesOf, STATUS_ENTRY_TYPES, type LifeEntry, type StatusBuckets } from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import type { StatusReader } from './status-reader';

const PAGE = 256;

export interface StatusComparisonParts {
  readonly ledger: Pick<LedgerReader, 'acts'>;
  readonly reader: StatusReader;
  /** The pairs as they were sealed. */
  readonly pairs: StatusBuckets;
}

/** Holds the values of the map of statuses against the state that a ledger has each invoice in. */
export class StatusComparison {
  readonly #parts: StatusComparisonParts;

  constructor(parts: StatusComparisonParts) {
    this.#parts = parts;
  }

  /**
   * Invoices whose value is another one than the ledger's state gives, page by page: of those that something happened to before a
   * sequence, and nothing since. One whose content is not here cannot be compared.
   * @param covers what the map's newest seal covers.
   */
  *differing(covers: number): Generator<readonly string[], undefined> {
    const moved = new Set(this.entriesFrom(covers).flatMap((act) => this.#invoices(act)));
    const seen = new Set<string>();
    for (const type of STATUS_ENTRY_TYPES) {
      for (const page of this.#pages(type, covers)) {
        const fresh = page.flatMap((act) => this.#invoices(act)).filter((number) => !moved.has(number) && !seen.has(number));
        for (const number of fresh) seen.add(number);
        yield [...new Set(fresh)].filter((number) => this.#differs(number));
      }
    }
  }

  /** Entries that changed invoices from a sequence on: at most a page of each type, since a seal that is further behind is stalled. */
  entriesFrom(sequence: number): PlacedAct[] {
    return STATUS_ENTRY_TYPES.flatMap((type) => [...this.#parts.ledger.acts({ type, after: sequence - 1, limit: PAGE })]);
  }

  /** The entries of a type before a sequence. */
  *#pages(type: string, before: number): Generator<readonly PlacedAct[], undefined> {
    for (let after = -1; ;) {
      const acts = this.#parts.ledger.acts({ type, after, limit: PAGE });
      yield acts.filter(({ sequence }) => sequence < before);
      const last = acts.at(-1);
      if (last === undefined || acts.length < PAGE || last.sequence >= before) return;
      after = last.sequence;
    }
  }

  #invoices({ entry }: PlacedAct): readonly string[] {
    return invoicesOf(this.#parts.reader.state, entry as LifeEntry);
  }

  #differs(number: string): boolean {
    const pair = this.#parts.reader.pair(number);
    if (pair === undefined) return false;
    const kept = this.#parts.pairs.get(bucketOf(pair.key)).find(({ key }) => key === pair.key);
    return kept?.value !== pair.value;
  }
}
