import type { DayBooks } from '../day-totals';
import type { IndexedInvoice, IndexRows, IndexScope } from '../index-store';
import type { LineageLink, LineageQuery } from '../provenance-index';

/** Rows of consecutive entries, and what the entries took away. */
export interface IndexPage extends IndexRows {
  /** Numbers of invoices whose content was erased: their rows lose buyer and amount. */
  readonly erased?: readonly string[];
}

/**
 * The searchable index as lists, lineages and statistics ask for it: disposable, since ledger and records can fill it
 * again. A folder's SQLite is one (`LocalSearchIndex`), a PostgreSQL that several gateways share is the other.
 *
 * - **Order.** Rows come in by the ledger's order and without gaps: below `height()` everything is there.
 * - **Concurrency.** Whoever appends names the height that the page follows. Of several who append the same page one takes
 *   it in, the others are told `false`; nothing is ever there twice.
 * - **Deadlines.** Each call ends: with an answer, or with `DATABASE_UNAVAILABLE`.
 */
export interface SearchIndex {
  /** Entries below this sequence are all indexed. */
  height(): Promise<number>;
  /** Takes the page from one height to another in, all of it or nothing. @returns false when the index does not stand at `from`. */
  append(page: IndexPage, from: number, to: number): Promise<boolean>;
  byNumber(number: string): Promise<IndexedInvoice | undefined>;
  /** Rows of a scope from a sequence on, in order. */
  list(scope: IndexScope, from: number, limit: number): Promise<readonly IndexedInvoice[]>;
  /** Sequences, from one on, of entries other than invoices that concern an organisation, in order. */
  concerns(organisation: string, from: number, limit: number): Promise<readonly number[]>;
  /** Links of a content's lineage: see {@link LineageQuery}. */
  lineage(query: LineageQuery): Promise<readonly LineageLink[]>;
  /**
   * A day's books, exact.
   * @param day YYYY-MM-DD, in China. @param groups sellers by the name of a group.
   */
  books(day: string, groups: ReadonlyMap<string, ReadonlySet<string>>): Promise<DayBooks>;
  /** Empties the index, so that it is filled again from the ledger. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
