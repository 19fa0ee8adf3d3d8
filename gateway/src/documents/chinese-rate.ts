import { formatUnits, LedgerError, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';
import { decimalText } from './decimal-text';

/** Category and rate of a line of a Chinese invoice. */
export interface ChineseRate {
  readonly taxCategory: 'standard' | 'levy' | 'exempt' | 'untaxed';
  readonly rate?: string;
}

/** 征收率; every other rate counts as a 税率, so that issuing decides whether it is in force. */
const LEVY_RATES: ReadonlySet<string> = new Set(['0.05', '0.03', '0.015', '0.01', '0.005']);
const WORDS: ReadonlyMap<string, ChineseRate> = new Map([
  ['免税', { taxCategory: 'exempt' }],
  ['不征税', { taxCategory: 'untaxed' }],
]);

/** Reads TaxRate as it is met: 0.13, 0.130000, 13%, 免税, 不征税. @throws LedgerError FIELD_MISSING, RATE_UNKNOWN. */
export function readChineseRate(text: string | undefined, path: string): ChineseRate {
  const at = `${path}/rate`;
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path: at, wanted: 'TaxRate' });
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^\d{1,3}(?:\.\d{1,10})?%?$/.test(text))
    throw new LedgerError('RATE_UNKNOWN', { path: at, wanted: 'a rate such as 0.13' });
  const rate = decimalText(text.endsWith('%') ? hundredthOf(text.slice(0, -1)) : text, at, 0);
  return { taxCategory: LEVY_RATES.has(rate) ? 'levy' : 'standard', rate };
}

/** Moves the point two places to the left, exactly. */
function hundredthOf(percent: string): string {
  const [whole = '', decimals = ''] = percent.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`;
}

/** A fraction as a percentage, exactly and in its shortest form: 0.130 is 13, 0.015 is 1.5. */
export function percentOf(fraction: string): string {
  const decimal = parseDecimal(fraction, 6);
  const text = decimal === undefined ? fraction : formatUnits(unitsAt(decimal, 6), 4);
  return text.replace(/\.?0+$/, '') || '0';
}
