import { hasher, type Digest } from '../encoding/digest';
import { chinaDate, parseTime } from '../encoding/time';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { NumberRange, TillHead } from '../ports/state-values';
import { invoiceNumber, numberYear } from '../range/number-range';
import { replaceRange } from '../range/assign-range';
import { invoiceEntryText, type InvoiceIssued } from '../record/entry';
import { requireSellerOrAgent, requireTill } from '../registry/require';

/** Where a till's next invoice stands. */
export interface NextPlace {
  readonly number: string;
  readonly counter: number;
  readonly previous: TillHead['last'];
  readonly rangeIndex: number;
}

/**
 * The place of a till's next invoice.
 * @throws LedgerError RANGE_EXHAUSTED when the till has no number of the year left.
 */
export function nextPlace(head: TillHead, now: number): NextPlace {
  const year = numberYear(chinaDate(now));
  const rangeIndex = head.ranges.findIndex((range) => range.prefix.startsWith(year));
  const range = head.ranges[rangeIndex];
  if (range === undefined) throw new LedgerError('RANGE_EXHAUSTED', { path: '/till' });
  return { number: invoiceNumber(range.prefix, range.next), counter: head.counter + 1, previous: head.last, rangeIndex };
}

/**
 * Takes an invoice into the ledger's state: the caller acts for the till's seller, the number is the till's next, the
 * chain goes on without a gap, and nobody has used the order reference. Everything is checked before anything is
 * written. A replay of the chain runs just this on the public entry.
 * @returns the entry's text, and its hash in the till's chain.
 */
export function admitInvoice(state: LedgerState, entry: InvoiceIssued): { readonly text: string; readonly hash: Digest } {
  const till = requireTill(state, entry.till);
  requireSellerOrAgent(state, till.seller);
  const head = state.get<TillHead>(stateKeys.head(entry.till));
  invariant(head !== undefined, 'a registered till has a head');
  const place = nextPlace(head, timeOf(entry));
  if (entry.number !== place.number)
    throw new LedgerError('NUMBER_OUT_OF_RANGE', { path: '/number', wanted: "the till's next number" });
  if (entry.counter !== place.counter || entry.previous !== place.previous) {
    throw new LedgerError('LEDGER_BROKEN', { path: '/previous', found: "a gap in the till's chain" });
  }
  if (state.get(stateKeys.reference(entry.reference)) !== undefined) {
    throw new LedgerError('INVOICE_EXISTS', { path: '/orderReference' });
  }

  const text = invoiceEntryText(entry);
  const hash = hasher().leafHash(text);
  const range = head.ranges[place.rangeIndex] as NumberRange;
  state.put(stateKeys.reference(entry.reference), entry.number);
  state.put(stateKeys.head(entry.till), {
    counter: place.counter,
    last: hash,
    ranges: replaceRange(head.ranges, place.rangeIndex, { ...range, next: range.next + 1 }),
  });
  return { text, hash };
}

function timeOf(entry: InvoiceIssued): number {
  const time = parseTime(entry.time);
  if (time === undefined) throw new LedgerError('TIME_MALFORMED', { path: '/time' });
  return time;
}
