import { hasher, type Digest } from '../encoding/digest';
import { chinaDate, parseTime } from '../encoding/time';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { NumberRange, TillHead, TillState } from '../ports/state-values';
import type { OfflineFacts } from '../offline/offline-entries';
import { requireInTime } from '../offline/require-in-time';
import { statementText } from '../offline/statement';
import { requireDeviceKey } from '../offline/till-key';
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
  const { offline } = entry;
  // By the till's clock when that was offline.
  const issuedAt = timeOf(offline?.time ?? entry.time);
  if (offline === undefined) refuseDevice(till);
  else {
    requireDeviceKey(till, offline.key, offline.time);
    requireInTime(state, head, { issuedAt, recordedAt: timeOf(entry.time) });
  }
  const place = nextPlace(head, issuedAt);
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
    ranges: replaceRange(head.ranges, place.rangeIndex, { ...range, next: range.next + 1 }),
    ...(offline === undefined ? { last: hash } : offlineEnd(head, entry, offline)),
  });
  return { text, hash };
}

/** A till with a key of its own issues with that alone: else its chain would fork while it is away. */
function refuseDevice({ device }: TillState): void {
  if (device !== undefined) throw new LedgerError('TILL_SIGNS_ITSELF', { path: '/till' });
}

/** What the head keeps of an invoice that was issued offline: the next one follows the till's statement of it. */
function offlineEnd(head: TillHead, entry: InvoiceIssued, offline: OfflineFacts): Pick<TillHead, 'last' | 'offline'> {
  const last = hasher().leafHash(statementText(entry, offline));
  const { from = entry.counter, first = last } = head.offline ?? {};
  return { last, offline: { time: offline.time, from, first } };
}

/** Milliseconds since 1970. @throws LedgerError TIME_MALFORMED. */
function timeOf(text: string): number {
  const time = parseTime(text);
  if (time === undefined) throw new LedgerError('TIME_MALFORMED', { path: '/time' });
  return time;
}
