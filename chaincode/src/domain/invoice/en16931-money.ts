import { formatUnits, parseDecimal, unitsAt } from '../encoding/decimal';
import { LedgerError, type ErrorCode } from '../errors';

/** Amounts of EN 16931 have at most two decimals in every currency (BR-DEC-01 to BR-DEC-28). */
const SCALE = 2;

/**
 * Reads an amount as hundredths.
 * @param rule the BR-DEC rule of this amount.
 * @throws LedgerError FIELD_MISSING or MONEY_MALFORMED.
 */
export function hundredths(text: string | undefined, path: string, rule: string): bigint {
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path, rule });
  const decimal = parseDecimal(text, SCALE);
  if (decimal === undefined) throw new LedgerError('MONEY_MALFORMED', { path, rule, wanted: 'at most two decimals' });
  return unitsAt(decimal, SCALE);
}

/** As {@link hundredths}; an absent amount counts as nothing. */
export function hundredthsOrZero(text: string | undefined, path: string, rule: string): bigint {
  return text === undefined ? 0n : hundredths(text, path, rule);
}

/** @throws LedgerError with both amounts when they differ. */
export function expectEqual(found: bigint, wanted: bigint, path: string, rule: string, code: ErrorCode = 'TOTALS_WRONG'): void {
  if (found === wanted) return;
  throw new LedgerError(code, { path, rule, found: formatUnits(found, SCALE), wanted: formatUnits(wanted, SCALE) });
}

/** The distance of two amounts. */
export function distance(left: bigint, right: bigint): bigint {
  return left < right ? right - left : left - right;
}
