import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  asksForInvoice,
  formatTime,
  issueOffline,
  LedgerError,
  lifeRules,
  MAX_CLOCK_SKEW_MS,
  offlineLease,
  parseInvoiceRequest,
  parseTime,
  signOutage,
  type EntryFacts,
  type IssuedOffline,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import { syncFolder } from '../crypto/write-whole';
import { randomSeed } from '../issuing/random-seed';
import type { TillKey } from './device-key';
import { Journal } from './journal';
import { lockFile } from './journal-lock';
import { paperOf, recordOfLine, type Paper } from './paper';
import type { TillBook } from './till-book';
import { entryOfLine, parseTillLine, pendingOf, type IssuedLine, type PendingSlip, type TillLine } from './till-lines';
import { TillMemory } from './till-memory';

const JOURNAL = 'journal.lpj';
const NEXT_JOURNAL = 'journal.next.lpj';
/** How long a till knows an order reference that it has used: a sale that is sent twice comes soon. */
const KNOWN_MS = 7 * 24 * 3_600_000;
/** Invoices that may wait for their report: a very busy till's day. */
export const MAX_PENDING = 20_000;

export interface OfflineTillOptions {
  readonly folder: string;
  readonly key: TillKey;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * A till that issues without the network: by the ledger's own rules, from a journal that tells it where it stands. An invoice
 * is issued when it is durable in the journal, and recorded when the ledger has acknowledged it; between the two it is "issued
 * offline, not yet recorded", and its paper says so.
 *
 * One process at a time has a till open. What a crash leaves behind: before the sync nothing, or a half frame that is cut off;
 * after it, the invoice, which the same request finds again.
 */
export class OfflineTill {
  readonly #options: OfflineTillOptions;
  readonly #unlock: () => void;
  #journal: Journal;
  #memory: TillMemory;

  /** Begins a till's journal with what the ledger says. @throws LedgerError TILL_KEY_FOREIGN; Error EEXIST for one that has begun. */
  static begin({ folder, key }: Pick<OfflineTillOptions, 'folder' | 'key'>, book: TillBook): void {
    requireKey(book, key);
    Journal.create(join(folder, JOURNAL), textOf([{ type: 'book', book }]));
  }

  /** @throws LedgerError JOURNAL_IN_USE, JOURNAL_BROKEN, TILL_KEY_FOREIGN. */
  constructor(options: OfflineTillOptions) {
    this.#options = options;
    this.#unlock = lockFile(join(options.folder, 'journal.lock'));
    try {
      [this.#journal, this.#memory] = this.#open();
    } catch (error) {
      this.#unlock();
      throw error;
    }
  }

  get book(): TillBook {
    return this.#memory.book;
  }

  /** Invoices that the ledger has not acknowledged, oldest first. */
  get pending(): readonly PendingSlip[] {
    return this.#memory.pending;
  }

  /** The end of the till's chain as the till knows it. */
  get head(): TillHead {
    return this.#memory.head;
  }

  /**
   * Issues an invoice; it is durable when this resolves. The same request again gets the same invoice.
   * @throws LedgerError as issuing at the ledger does; OFFLINE_CLOCK_WRONG, OFFLINE_LEASE_OVER, JOURNAL_FULL,
   * JOURNAL_UNWRITABLE.
   */
  async issue(request: unknown): Promise<Paper> {
    const known = this.#memory.find(request);
    if (known !== undefined) return this.#again(request, known);
    const { state, book } = this.#memory;
    state.now = this.#now();
    this.#requireRoom();
    const sale = { request, seller: book.opening, seed: randomSeed() };
    const issued = issueOffline(state, sale, this.#options.key);
    const line = JSON.stringify({ type: 'issued', request, seed: sale.seed, ...issued.slip } satisfies IssuedLine);
    const pending = pendingOf(issued.entry, issued.slip, line);
    this.#memory.add(pending);
    pending.stored = await this.#journal.append(line);
    return paperOf(issued, this.#options.key);
  }

  /**
   * The oldest invoices that wait for their report, all of them durable; none when nothing waits.
   * @throws LedgerError JOURNAL_UNWRITABLE: what may not be in the journal is not reported either.
   */
  async reportable(most: number): Promise<readonly PendingSlip[]> {
    await this.#journal.flushed();
    const oldest = this.pending.slice(0, most);
    const unsure = oldest.findIndex(({ stored }) => typeof stored === 'string');
    return unsure < 0 ? oldest : oldest.slice(0, unsure);
  }

  /** The line of an invoice that waits, for its report. */
  lineOf({ stored }: PendingSlip): IssuedLine {
    return parseTillLine(typeof stored === 'string' ? stored : this.#journal.read(stored)) as IssuedLine;
  }

  /** Notes that the ledger has taken in the oldest invoices, up to this counter. @param time the ledger's, of the last one. */
  async noteRecorded(counter: number, time: string): Promise<void> {
    await this.#append({ type: 'recorded', counter, time });
    this.#memory.forget(counter);
  }

  /** Whether reports stand that no collective record has closed, by the ledger's word; an answer about one may have been lost. */
  hasOutage(book: TillBook): boolean {
    this.#memory.takeOutage(book);
    return this.head.offline?.from !== undefined;
  }

  /** The collective record of what was reported; to be asked for while nothing waits. @throws LedgerError OUTAGE_NOT_OPEN. */
  signOutage(): EntryFacts {
    const { state, book } = this.#memory;
    return signOutage(state, book.till, formatTime(this.#now()), this.#options.key);
  }

  /** Notes that the ledger has taken in the collective record; what was issued meanwhile belongs to the next. */
  async noteClosed(): Promise<void> {
    await this.#append({ type: 'closed' });
    this.#memory.close();
  }

  /**
   * Goes on from what the ledger says now, in a new journal that knows the order references of the last days; the old one is
   * kept beside it. Nothing happens while an invoice waits, nor when numbers and rules are the same and the journal is short.
   * @returns whether it did.
   * @throws LedgerError OFFLINE_CHAIN_BROKEN when the ledger stands elsewhere than this till; TILL_KEY_FOREIGN.
   */
  async renew(book: TillBook): Promise<boolean> {
    const memory = this.#memory;
    if (memory.pending.length > 0 || !memory.isOlderThan(book)) return false;
    memory.requireSameEnd(book);
    requireKey(book, this.#options.key);
    const { folder, clock } = this.#options;
    // From here to the end without a pause: no sale comes in between.
    const old = this.#journal;
    const references = memory.referencesSince(clock() - KNOWN_MS);
    Journal.create(
      join(folder, NEXT_JOURNAL),
      textOf([
        { type: 'book', book },
        { type: 'known', references },
      ]),
    );
    renameSync(join(folder, JOURNAL), join(folder, `journal-${String(book.head.counter)}.lpj`));
    renameSync(join(folder, NEXT_JOURNAL), join(folder, JOURNAL));
    syncFolder(folder);
    [this.#journal, this.#memory] = this.#open();
    await old.close();
    return true;
  }

  async close(): Promise<void> {
    await this.#journal.close();
    this.#unlock();
  }

  #open(): [journal: Journal, memory: TillMemory] {
    const { folder, key } = this.#options;
    const path = join(folder, JOURNAL);
    // A crash between the two names of a renewal; one before them leaves a new journal that nothing has been written to.
    if (!existsSync(path) && existsSync(join(folder, NEXT_JOURNAL))) renameSync(join(folder, NEXT_JOURNAL), path);
    rmSync(join(folder, NEXT_JOURNAL), { force: true });
    const { journal, lines } = Journal.open(path);
    const [first, ...rest] = lines;
    const begun = first === undefined ? undefined : parseTillLine(first.text);
    if (begun?.type !== 'book') throw new LedgerError('JOURNAL_BROKEN', { found: 'no book at its beginning' });
    requireKey(begun.book, key);
    const memory = new TillMemory(begun.book);
    for (const { text, place } of rest) memory.replay(parseTillLine(text), place);
    return [journal, memory];
  }

  #append(line: TillLine): Promise<unknown> {
    return this.#journal.append(JSON.stringify(line));
  }

  /** The till's time, which never goes back: a clock that was set back a little stands still. */
  #now(): number {
    const last = parseTime(this.head.offline?.time) ?? 0;
    const now = this.#options.clock();
    if (now < last - MAX_CLOCK_SKEW_MS)
      throw new LedgerError('OFFLINE_CLOCK_WRONG', { rule: 'offline.not-before-the-last', found: `${String(now - last)} ms` });
    return Math.max(now, last);
  }

  #requireRoom(): void {
    const { pending, state } = this.#memory;
    if (pending.length >= MAX_PENDING) throw new LedgerError('JOURNAL_FULL', { wanted: `at most ${String(MAX_PENDING)}` });
    const [oldest] = pending;
    if (oldest !== undefined && state.now - oldest.issuedAt > offlineLease(lifeRules(state).values))
      throw new LedgerError('OFFLINE_LEASE_OVER', { found: oldest.number, wanted: 'a report' });
  }

  /** The same paper again. @throws LedgerError INVOICE_CONFLICT when the order reference was used for other content. */
  async #again(request: unknown, pending: PendingSlip): Promise<Paper> {
    const line = this.lineOf(pending);
    const issued: IssuedOffline = { slip: line, entry: entryOfLine(line), record: recordOfLine(line, this.book) };
    if (!asksForInvoice(parseInvoiceRequest(request), issued.record))
      throw new LedgerError('INVOICE_CONFLICT', { path: '/orderReference' });
    // Of one that is being written, its line says nothing durable yet.
    if (typeof pending.stored === 'string') await this.#journal.flushed();
    return paperOf(issued, this.#options.key);
  }
}

function textOf(lines: readonly TillLine[]): string[] {
  return lines.map((line) => JSON.stringify(line));
}

/** @throws LedgerError TILL_KEY_FOREIGN */
function requireKey({ device }: TillBook, key: TillKey): void {
  if (device.id !== key.id) throw new LedgerError('TILL_KEY_FOREIGN', { found: key.id, wanted: device.id });
}
