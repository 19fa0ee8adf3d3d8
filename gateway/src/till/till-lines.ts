import {
  hasher,
  LedgerError,
  parseStatementText,
  parseTime,
  type Digest,
  type InvoiceIssued,
  type OfflineSlip,
} from '@lianpiao/chaincode/domain';
import type { Place } from './journal-frames';
import type { TillBook } from './till-book';

/** An invoice as the journal holds it, and as it is reported. */
export interface IssuedLine extends OfflineSlip {
  readonly type: 'issued';
  readonly request: unknown;
  readonly seed: string;
}

/** The ledger has taken in the invoices up to this counter, the last one at this time. */
export interface RecordedLine {
  readonly type: 'recorded';
  readonly counter: number;
  readonly time: string;
}

/** An order reference that an earlier journal of the till has used. */
export interface KnownReference {
  readonly reference: Digest;
  readonly number: string;
  /** Milliseconds since 1970, by the till's clock. */
  readonly issuedAt: number;
}

/** The lines of a journal: what the till knew at its beginning, and what happened since. */
export type TillLine =
  | IssuedLine
  | RecordedLine
  | { readonly type: 'book'; readonly book: TillBook }
  | { readonly type: 'known'; readonly references: readonly KnownReference[] }
  | { readonly type: 'closed' };

/** An invoice that the ledger has not acknowledged; its content lies in the journal. */
export interface PendingSlip extends KnownReference {
  readonly counter: number;
  /** Its hash in the till's chain. */
  readonly hash: Digest;
  /** Where its line is durable, or the line itself until it is. */
  stored: Place | string;
}

/** @throws LedgerError JOURNAL_BROKEN for a line that is none of ours. */
export function parseTillLine(text: string): TillLine {
  try {
    return JSON.parse(text) as TillLine;
  } catch (cause) {
    throw new LedgerError('JOURNAL_BROKEN', { found: 'a line that is no JSON' }, { cause });
  }
}

/** The public entry that a journal's line stands for, as the till knows it. */
export function entryOfLine({ statement, signature }: OfflineSlip): InvoiceIssued {
  const { commitment, counter, key, number, previous, reference, rules, till, time } = parseStatementText(statement);
  const offline = { key, rules, signature, time };
  return { type: 'invoice.issued', time, commitment, number, till, counter, previous, reference, offline };
}

export function pendingOf(entry: InvoiceIssued, slip: OfflineSlip, stored: Place | string): PendingSlip {
  const { counter, number, reference, time } = entry;
  return {
    counter,
    number,
    reference,
    issuedAt: parseTime(time) ?? Number.NaN,
    hash: hasher().leafHash(slip.statement),
    stored,
  };
}
