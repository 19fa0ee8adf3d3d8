import { formatUnits, LedgerError, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';

/** xs:decimal (XML Schema part 2, 3.2.3): a sign, leading zeros and either side of the point may be missing. */
const XS_DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const MAX_LENGTH = 64;

/**
 * Writes a decimal of a document in the form of a request: no plus, no leading zeros, no "-0". The value never changes;
 * decimals are kept, but zeros beyond `keep` decimals go.
 * @throws LedgerError MONEY_MALFORMED.
 */
export function decimalText(text: string, path: string, keep: number): string {
  const match = text.length > MAX_LENGTH ? null : XS_DECIMAL.exec(text);
  if (match === null || !/\d/.test(text)) throw new LedgerError('MONEY_MALFORMED', { path, wanted: 'a decimal' });
  const [, sign, integer = '', fraction = ''] = match;
  const digits = integer.replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.slice(0, keep) + fraction.slice(keep).replace(/0+$/, '');
  const size = decimals === '' ? digits : `${digits}.${decimals}`;
  return sign === '-' && /[1-9]/.test(size) ? `-${size}` : size;
}

/** Amounts of money: zeros beyond two decimals go. */
export function moneyText(text: string, path: string): string {
  return decimalText(text, path, 2);
}

/** Quantities and unit prices have up to 13 decimals. */
export function quantityText(text: string, path: string): string {
  return decimalText(text, path, 13);
}

/** The exact sum of amounts that are already in the form of a request; undefined when there are none. */
export function sumOf(amounts: readonly string[], path: string): string | undefined {
  if (amounts.length === 0) return undefined;
  const decimals = amounts.map((text) => parseDecimal(text, 13));
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal?.scale ?? 0), 0);
  let sum = 0n;
  for (const decimal of decimals) {
    if (decimal === undefined) throw new LedgerError('MONEY_MALFORMED', { path });
    sum += unitsAt(decimal, scale);
  }
  return formatUnits(sum, scale);
}
