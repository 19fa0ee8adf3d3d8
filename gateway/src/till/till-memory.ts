import {
  admitInvoice,
  canonicalJson,
  LedgerError,
  parseTime,
  referenceFingerprint,
  stateKeys,
  type Digest,
  type JsonValue,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import type { Place } from './journal-frames';
import { LocalState } from './local-state';
import { stateOfBook, type TillBook } from './till-book';
import { entryOfLine, pendingOf, type KnownReference, type PendingSlip, type TillLine } from './till-lines';

/** A journal of more invoices than this is begun anew when all of them are recorded. */
const LONG_JOURNAL = 10_000;

/** What a till knows by its journal: its part of the ledger's state, what waits for its report, and the references it used. */
export class TillMemory {
  readonly book: TillBook;
  readonly state: LocalState;
  /** Not acknowledged by the ledger, oldest first. */
  readonly pending: PendingSlip[] = [];
  /** All invoices of this journal. */
  readonly #byReference = new Map<Digest, PendingSlip>();
  /** Of the journals before it. */
  #known: readonly KnownReference[] = [];

  constructor(book: TillBook) {
    this.book = book;
    this.state = new LocalState(book.seller, stateOfBook(book));
  }

  get head(): TillHead {
    return this.state.get<TillHead>(stateKeys.head(this.book.till)) as TillHead;
  }

  /** Takes in a line of the journal as when it was written. @throws LedgerError when the journal's lines do not fit each other. */
  replay(line: TillLine, place: Place): void {
    if (line.type === 'recorded') this.forget(line.counter);
    if (line.type === 'closed') this.close();
    if (line.type === 'known') this.#know(line.references);
    if (line.type !== 'issued') return;
    const entry = entryOfLine(line);
    this.state.now = parseTime(entry.time) ?? 0;
    admitInvoice(this.state, entry);
    this.add(pendingOf(entry, line, place));
  }

  add(pending: PendingSlip): void {
    this.pending.push(pending);
    this.#byReference.set(pending.reference, pending);
  }

  /** The ledger has acknowledged the oldest ones, up to this counter. */
  forget(counter: number): void {
    const waiting = this.pending.findIndex((each) => each.counter > counter);
    this.pending.splice(0, waiting < 0 ? this.pending.length : waiting);
  }

  /** The invoice of this journal that has the request's order reference. */
  find(request: unknown): PendingSlip | undefined {
    const { orderReference } = (request ?? {}) as { readonly orderReference?: unknown };
    if (typeof orderReference !== 'string') return undefined;
    return this.#byReference.get(referenceFingerprint(this.book.seller, orderReference));
  }

  /** The references that were used since a time, here and before. @param since milliseconds since 1970. */
  referencesSince(since: number): readonly KnownReference[] {
    const own = [...this.#byReference.values()].map(({ reference, number, issuedAt }) => ({ reference, number, issuedAt }));
    return [...this.#known, ...own].filter(({ issuedAt }) => issuedAt > since);
  }

  /** A collective record was taken in; what was issued meanwhile belongs to the next. */
  close(): void {
    const { offline, ...head } = this.head;
    const [first] = this.pending;
    const next = first === undefined ? {} : { from: first.counter, first: first.hash };
    this.#putHead(offline === undefined ? head : { ...head, offline: { time: offline.time, ...next } });
  }

  /** Where the reports began that no collective record has closed, by the ledger's word. @throws LedgerError OFFLINE_CHAIN_BROKEN. */
  takeOutage(book: TillBook): void {
    this.requireSameEnd(book);
    const { offline: _, ...head } = this.head;
    const { offline } = book.head;
    this.#putHead({ ...head, ...(offline === undefined ? {} : { offline }) });
  }

  /** @throws LedgerError OFFLINE_CHAIN_BROKEN when the ledger stands elsewhere than this till. */
  requireSameEnd({ head }: TillBook): void {
    const { counter, last } = this.head;
    if (head.counter !== counter || head.last !== last)
      throw new LedgerError('OFFLINE_CHAIN_BROKEN', { found: String(head.counter), wanted: String(counter) });
  }

  /** True when the ledger has other numbers or rules for this till, or its journal is long. */
  isOlderThan({ head, rules }: TillBook): boolean {
    const [now, then] = [
      { ranges: head.ranges, rules },
      { ranges: this.head.ranges, rules: this.book.rules },
    ];
    return this.#byReference.size > LONG_JOURNAL || canonicalJson(now) !== canonicalJson(then);
  }

  /** A sale that comes again is refused, and not issued a second time. */
  #know(references: readonly KnownReference[]): void {
    this.#known = references;
    for (const { reference, number } of references) this.state.put(stateKeys.reference(reference), number);
  }

  #putHead(head: JsonValue): void {
    this.state.put(stateKeys.head(this.book.till), head);
  }
}
