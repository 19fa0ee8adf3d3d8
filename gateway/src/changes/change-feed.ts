import type { RegistryReader } from '../issuing/registry-reader';
import { subjectOf } from '../ledger/embedded/entry-extras';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import { isSupervisor } from '../access-policy';
import { scopeOf, type Viewer } from '../routes/scope';
import type { IndexedInvoice, IndexStore } from '../stores/index-store';

/** One thing that happened, with the cursor from which to go on. */
export interface Change {
  /** Decimal text: the entry's sequence plus one. */
  readonly cursor: string;
  readonly type: string;
  /** RFC 3339 UTC: the ledger's time. */
  readonly time: string;
  /** Of an invoice: its number, and true for a sandbox organisation's. */
  readonly number?: string;
  readonly test?: boolean;
  /** Of any other entry: the id of what it is about. */
  readonly subject?: string;
}

export interface ChangePage {
  readonly items: readonly Change[];
  /** Where to go on. */
  readonly cursor: string;
  /** True when there may be more at once. */
  readonly more: boolean;
}

export interface ChangeFeedParts {
  readonly ledger: LedgerReader;
  readonly index: IndexStore;
  readonly registry: RegistryReader;
}

/**
 * The feed of what happened, in the ledger's one order and without gaps: whoever goes on from the last cursor misses
 * nothing and gets nothing twice, because a cursor is a place in the ledger and nothing is shown above the place up to
 * which the index knows all. Route, stream and webhooks read it here.
 */
export class ChangeFeed {
  readonly #parts: ChangeFeedParts;

  constructor(parts: ChangeFeedParts) {
    this.#parts = parts;
  }

  /** Below this sequence the feed is complete. */
  height(): number {
    return this.#parts.index.height();
  }

  /** What a viewer may see from a cursor on, at most `limit`. */
  read(viewer: Viewer, from: number, limit: number): ChangePage {
    // The height first: rights that the entries below it gave or took are known by the time they are asked for.
    const height = this.height();
    const items = isSupervisor(viewer) ? this.#all(from, Math.min(limit, height - from)) : this.#own(viewer, from, limit, height);
    const last = items.length === limit ? items.at(-1) : undefined;
    return { items, cursor: last?.cursor ?? String(Math.max(from, height)), more: last !== undefined };
  }

  #all(from: number, limit: number): Change[] {
    return this.#parts.ledger.read(from, Math.max(0, limit)).map((placed) => this.#change(placed));
  }

  /** Invoices and other entries lie in two tables: the first `limit` of both together are among the first of each. */
  #own(viewer: Viewer, from: number, limit: number, height: number): Change[] {
    const { index, ledger, registry } = this.#parts;
    const invoices = index.list(scopeOf(viewer, registry), from, limit).map(invoiceChange);
    const others = index.concerns(viewer.organisation, from, limit).flatMap((sequence) => ledger.read(sequence, 1));
    return [...invoices, ...others.map((placed) => this.#change(placed))]
      .filter(({ cursor }) => Number(cursor) <= height)
      .sort((left, right) => Number(left.cursor) - Number(right.cursor))
      .slice(0, limit);
  }

  #change({ sequence, entry }: PlacedEntry): Change {
    const common = { cursor: String(sequence + 1), type: entry.type, time: entry.time };
    return entry.type === 'invoice.issued'
      ? { ...common, number: entry.number, test: this.#parts.index.byNumber(entry.number)?.test === 1 }
      : { ...common, subject: subjectOf(entry) };
  }
}

function invoiceChange({ sequence, number, issuedAt, test }: IndexedInvoice): Change {
  return {
    cursor: String(sequence + 1),
    type: 'invoice.issued',
    time: new Date(issuedAt).toISOString(),
    number,
    test: test === 1,
  };
}
