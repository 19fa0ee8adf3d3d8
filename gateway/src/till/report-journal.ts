import { LedgerError, type EntryFacts, type ErrorDetail } from '@lianpiao/chaincode/domain';
import type { OfflineTill } from './offline-till';
import type { TillBook } from './till-book';
import type { IssuedLine, PendingSlip } from './till-lines';

/** What the ledger said of one invoice of a report. */
export type ReportAnswer =
  { readonly number: string; readonly recordedAt: string } | { readonly code: string; readonly detail: ErrorDetail };

/** Where a till reports to; every call may be repeated, and fails with an error when there was no answer. */
export interface ReportSink {
  /** One answer an invoice, in order. */
  send(lines: readonly IssuedLine[]): Promise<readonly ReportAnswer[]>;
  /** Sends a collective record. @throws LedgerError of the ledger's refusal. */
  close(facts: EntryFacts): Promise<void>;
  book(): Promise<TillBook>;
}

/** How a report went. */
export interface ReportOutcome {
  readonly recorded: number;
  /** The first invoice that was refused, when one was: those behind it wait for it. */
  readonly refused?: { readonly number: string; readonly code: string; readonly detail: ErrorDetail };
  /** Whether a collective record closed the outage. */
  readonly closed: boolean;
  readonly left: number;
}

const BATCH = 500;

/**
 * Reports what a till issued without the network, in its order; when all of it is recorded, the collective record closes the
 * outage, and the till goes on with what the ledger says now. It may break off anywhere and be called again: what the ledger
 * has already, it answers the same.
 * @throws whatever the sink throws when there was no answer; nothing is lost then.
 */
export async function reportJournal(till: OfflineTill, sink: ReportSink): Promise<ReportOutcome> {
  let recorded = 0;
  while (till.pending.length > 0) {
    const { taken, refused } = await reportBatch(till, sink);
    recorded += taken;
    if (refused !== undefined) return { recorded, refused, closed: false, left: till.pending.length };
  }
  const closed = await closeOutage(till, sink);
  await till.renew(await sink.book());
  return { recorded, closed, left: till.pending.length };
}

/** The next ones, up to the first that is refused. */
async function reportBatch(till: OfflineTill, sink: ReportSink): Promise<Taken> {
  const batch = await till.reportable(BATCH);
  if (batch.length === 0) return { taken: 0 };
  const answers = await sink.send(batch.map((pending) => till.lineOf(pending)));
  const outcome = readAnswers(batch, answers);
  if (outcome.last !== undefined) await till.noteRecorded(outcome.last.counter, outcome.last.time);
  return outcome;
}

interface Taken {
  readonly taken: number;
  /** The last one that was recorded, with the ledger's time of it. */
  readonly last?: { readonly counter: number; readonly time: string };
  readonly refused?: NonNullable<ReportOutcome['refused']>;
}

function readAnswers(batch: readonly PendingSlip[], answers: readonly ReportAnswer[]): Taken {
  if (answers.length === 0) throw new LedgerError('INTERNAL', { found: 'a report without answers' });
  let outcome: Taken = { taken: 0 };
  for (const [place, { counter, number }] of batch.entries()) {
    const answer = answers[place];
    // A connection may have ended in the middle of the answers.
    if (answer === undefined) break;
    if ('code' in answer) return { ...outcome, refused: { number, ...answer } };
    outcome = { taken: place + 1, last: { counter, time: answer.recordedAt } };
  }
  return outcome;
}

/** @returns whether the till closed an outage now. */
async function closeOutage(till: OfflineTill, sink: ReportSink): Promise<boolean> {
  if (till.head.offline?.from === undefined) return false;
  const book = await sink.book();
  // What is sold meanwhile closes with the next report.
  if (till.pending.length > 0) return false;
  const isOpen = till.hasOutage(book);
  if (isOpen) await sink.close(till.signOutage());
  await till.noteClosed();
  return isOpen;
}
