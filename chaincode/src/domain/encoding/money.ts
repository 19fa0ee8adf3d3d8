import { LedgerError } from '../errors';
import { parseDecimal, unitsAt } from './decimal';

/** Decimals of an amount of money. */
const SCALE = 2;

/** An amount as minor units: fen, cents. @throws LedgerError MONEY_MALFORMED, with the path. */
export function minorUnits(amount: string, path: string): bigint {
  const decimal = parseDecimal(amount, SCALE);
  if (decimal === undefined) throw new LedgerError('MONEY_MALFORMED', { path });
  return unitsAt(decimal, SCALE);
}

/** Whether two texts are the same amount, however it is written; false where one is none. */
export function isSameMoney(left: string, right: string): boolean {
  const [one, other] = [parseDecimal(left, SCALE), parseDecimal(right, SCALE)];
  return one !== undefined && other !== undefined && unitsAt(one, SCALE) === unitsAt(other, SCALE);
}
