import type { NumberRange } from '../ports/state-values';

const SEQUENCE_DIGITS = 15;
/** The largest sequence of a prefix: 15 digits, and below 2^53. */
export const MAX_SEQUENCE = 999_999_999_999_999;
const PREFIX = /^\d{5}$/;

/** True for year (2 digits), region (2) and channel (1). */
export function isNumberPrefix(text: unknown): text is string {
  return typeof text === 'string' && PREFIX.test(text);
}

/** The 20-digit invoice number: year 2, region 2, channel 1, sequence 15. */
export function invoiceNumber(prefix: string, sequence: number): string {
  return prefix + String(sequence).padStart(SEQUENCE_DIGITS, '0');
}

/** The two-digit year in China that numbers of an invoice issued now must carry. */
export function numberYear(chinaDate: string): string {
  return chinaDate.slice(2, 4);
}

/** How many numbers of a year are left in ranges. */
export function numbersLeft(ranges: readonly NumberRange[], year: string): number {
  let left = 0;
  for (const range of ranges) {
    if (range.prefix.startsWith(year)) left += range.to - range.next + 1;
  }
  return left;
}
