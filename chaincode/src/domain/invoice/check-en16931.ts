import { LedgerError } from '../errors';
import { checkBreakdown } from './en16931-breakdown';
import { expectEqual, hundredths, hundredthsOrZero } from './en16931-money';
import type { DocumentAdjustment, InvoiceLine, InvoiceRequest, InvoiceTotals } from './invoice-request';

export { findLineDeviations, type LineDeviation } from './en16931-lines';

const CURRENCY_CODE = /^[A-Z]{3}$/;

/** What the lines and the document's allowances and charges add up to, in hundredths. */
interface Sums {
  readonly lines: bigint;
  readonly allowances: bigint;
  readonly charges: bigint;
}

/**
 * The arithmetic of EN 16931-1:2017+A1:2019, as its validation artefacts 1.3.16 decide it: sums are exact, a row of the
 * VAT breakdown may differ by less than one unit of the currency. Negative lines and totals are legal.
 *
 * A line's amount is not compared with quantity × price here: EN 16931 has no such rule, and its own examples break it
 * (see {@link findLineDeviations}, which tells them apart without refusing).
 * @throws LedgerError CURRENCY_INVALID, FIELD_MISSING, MONEY_MALFORMED, TOTALS_WRONG or TAX_BREAKDOWN_WRONG with the
 * id of the rule and the JSON Pointer of the field.
 */
export function checkEn16931(request: InvoiceRequest): void {
  checkCurrency(request.currency);
  checkForm(request.totals);
  const sums: Sums = { lines: sumLines(request.lines), ...sumAdjustments(request.adjustments ?? []) };
  checkSums(request.totals, sums);
  checkBreakdown(request);
  checkPayable(request.totals);
}

function checkCurrency(currency: string): void {
  if (!CURRENCY_CODE.test(currency)) {
    throw new LedgerError('CURRENCY_INVALID', { path: '/currency', rule: 'BR-CL-04', wanted: 'a code of ISO 4217' });
  }
}

/** Every amount of the totals and the rule on its decimals; `lines` and `payable` are mandatory (BR-12, BR-15). */
const TOTAL_RULES = {
  lines: 'BR-DEC-09',
  allowances: 'BR-DEC-10',
  charges: 'BR-DEC-11',
  net: 'BR-DEC-12',
  tax: 'BR-DEC-13',
  gross: 'BR-DEC-14',
  prepaid: 'BR-DEC-16',
  rounding: 'BR-DEC-17',
  payable: 'BR-DEC-18',
} as const satisfies Record<keyof InvoiceTotals, string>;

function total(totals: InvoiceTotals, key: keyof InvoiceTotals): bigint {
  return hundredthsOrZero(totals[key], `/totals/${key}`, TOTAL_RULES[key]);
}

function checkForm(totals: InvoiceTotals): void {
  if (totals.lines === undefined) throw new LedgerError('FIELD_MISSING', { path: '/totals/lines', rule: 'BR-12' });
  if (totals.payable === undefined) throw new LedgerError('FIELD_MISSING', { path: '/totals/payable', rule: 'BR-15' });
  for (const key of Object.keys(TOTAL_RULES) as (keyof InvoiceTotals)[]) total(totals, key);
}

function sumLines(lines: readonly InvoiceLine[]): bigint {
  let sum = 0n;
  lines.forEach((line, index) => {
    const path = `/lines/${String(index)}`;
    sum += hundredths(line.net, `${path}/net`, 'BR-DEC-23');
    hundredthsOrZero(line.allowance, `${path}/allowance`, 'BR-DEC-24');
    hundredthsOrZero(line.charge, `${path}/charge`, 'BR-DEC-27');
  });
  return sum;
}

function sumAdjustments(adjustments: readonly DocumentAdjustment[]): Omit<Sums, 'lines'> {
  const sums = { allowances: 0n, charges: 0n };
  adjustments.forEach(({ charge, amount }, index) => {
    const value = hundredths(amount, `/adjustments/${String(index)}/amount`, charge ? 'BR-DEC-05' : 'BR-DEC-01');
    sums[charge ? 'charges' : 'allowances'] += value;
  });
  return sums;
}

function checkSums(totals: InvoiceTotals, sums: Sums): void {
  expectEqual(total(totals, 'lines'), sums.lines, '/totals/lines', 'BR-CO-10');
  expectEqual(total(totals, 'allowances'), sums.allowances, '/totals/allowances', 'BR-CO-11');
  expectEqual(total(totals, 'charges'), sums.charges, '/totals/charges', 'BR-CO-12');
  expectEqual(total(totals, 'net'), sums.lines - sums.allowances + sums.charges, '/totals/net', 'BR-CO-13');
}

function checkPayable(totals: InvoiceTotals): void {
  const gross = total(totals, 'gross');
  expectEqual(gross, total(totals, 'net') + total(totals, 'tax'), '/totals/gross', 'BR-CO-15');
  const payable = gross - total(totals, 'prepaid') + total(totals, 'rounding');
  expectEqual(total(totals, 'payable'), payable, '/totals/payable', 'BR-CO-16');
}
