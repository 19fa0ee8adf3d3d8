import { addUpDay, type DayBooks } from '../day-totals';
import type { IndexedInvoice, IndexScope, IndexStore } from '../index-store';
import type { LineageLink, LineageQuery } from '../provenance-index';
import type { IndexPage, SearchIndex } from './search-index';

/** The folder's index, behind the port: what there is without a PostgreSQL. Its owner closes the store. */
export class LocalSearchIndex implements SearchIndex {
  readonly #index: IndexStore;

  constructor(index: IndexStore) {
    this.#index = index;
  }

  height(): Promise<number> {
    return Promise.resolve(this.#index.height());
  }

  append({ erased = [], ...rows }: IndexPage, from: number, to: number): Promise<boolean> {
    if (this.#index.height() !== from) return Promise.resolve(false);
    this.#index.append(rows, to);
    for (const number of erased) {
      const row = this.#index.byNumber(number);
      if (row !== undefined) this.#index.erase(row.sequence);
    }
    return Promise.resolve(true);
  }

  byNumber(number: string): Promise<IndexedInvoice | undefined> {
    return Promise.resolve(this.#index.byNumber(number));
  }

  list(scope: IndexScope, from: number, limit: number): Promise<readonly IndexedInvoice[]> {
    return Promise.resolve(this.#index.list(scope, from, limit));
  }

  concerns(organisation: string, from: number, limit: number): Promise<readonly number[]> {
    return Promise.resolve(this.#index.concerns(organisation, from, limit));
  }

  lineage(query: LineageQuery): Promise<readonly LineageLink[]> {
    return Promise.resolve(this.#index.provenance.lineage(query));
  }

  /** A page a step: other requests go on between. */
  async books(day: string, groups: ReadonlyMap<string, ReadonlySet<string>>): Promise<DayBooks> {
    const steps = addUpDay(this.#index, day, groups);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  clear(): Promise<void> {
    this.#index.clear();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
