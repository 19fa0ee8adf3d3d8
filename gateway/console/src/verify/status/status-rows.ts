import { STATUS_AXIS_NAMES, type StatusSummary } from '@lianpiao/chaincode/domain';
import { formatTime } from '../../shared/format';
import type { Words } from '../texts';

/** Where an invoice stood, and when that was: names and values in the reader's language. */
export function statusRows(status: StatusSummary | undefined, t: Words): (readonly [string, string])[] {
  if (status === undefined) return [];
  const words: Readonly<Record<string, string>> = t.statuses;
  // The codes of a booking are other words than those of a red-letter confirmation.
  const bookings: Readonly<Record<string, string>> = { ...words, ...t.bookings };
  const axes = STATUS_AXIS_NAMES.map((axis) => {
    const state = status.axes[axis];
    const word = state === undefined ? t.facts.withheld : (axis === 'booking' ? bookings : words)[state];
    return [t.axes[axis], word ?? state ?? ''] as const;
  });
  return [[t.facts.asOf, formatTime(status.asOf)], ...axes];
}
