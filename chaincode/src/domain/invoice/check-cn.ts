import { formatUnits, multiply, parseDecimal, unitsAt, within, type Decimal } from '../encoding/decimal';
import { LedgerError, invariant } from '../errors';
import { BUILT_IN_CN_RULES, isRateInForce, type CnRules } from './cn-rates';
import type { InvoiceLine, InvoiceRequest, InvoiceTotals } from './invoice-request';

const MONEY_SCALE = 2;

/**
 * Profile `cn`: each line's amount is quantity × price and its tax is amount × rate, within 0.01; the rate was in force
 * on the day of the sale; totals are exactly the sums of the lines (rules-of-the-field 2.1, libraries 1.3).
 * @param soldOn civil date in China, YYYY-MM-DD.
 * @param rules the rule set in force.
 */
export function checkCn(request: InvoiceRequest, soldOn: string, rules: CnRules = BUILT_IN_CN_RULES): void {
  if (request.adjustments !== undefined || request.taxBreakdown !== undefined) {
    throw new LedgerError('FIELD_UNKNOWN', {
      path: request.adjustments === undefined ? '/taxBreakdown' : '/adjustments',
      rule: 'cn.form',
      wanted: 'discounts as lines of their own',
    });
  }
  let net = 0n;
  let tax = 0n;
  for (let index = 0; index < request.lines.length; index += 1) {
    const line = request.lines[index] as InvoiceLine;
    const path = `/lines/${String(index)}`;
    const lineNet = decimalOf(line.net, MONEY_SCALE);
    checkLineAmount(line, lineNet, rules, path);
    net += unitsAt(lineNet, MONEY_SCALE);
    tax += checkLineTax(line, lineNet, { soldOn, rules }, path);
  }
  checkTotals(request.totals, net, tax);
}

function decimalOf(text: string, scale: number): Decimal {
  const decimal = parseDecimal(text, scale);
  invariant(decimal !== undefined, 'the parser has checked every decimal');
  return decimal;
}

function checkLineAmount(line: InvoiceLine, net: Decimal, rules: CnRules, path: string): void {
  if (line.allowance !== undefined || line.charge !== undefined || line.baseQuantity !== undefined) {
    throw new LedgerError('FIELD_UNKNOWN', { path, rule: 'cn.form', wanted: 'discounts as lines of their own' });
  }
  if (line.quantity === undefined || line.unitPrice === undefined) return;
  const product = multiply(decimalOf(line.quantity, 13), decimalOf(line.unitPrice, 13));
  if (net.units < 0n || product.units < 0n) {
    throw new LedgerError('AMOUNT_SIGN_WRONG', {
      path: `${path}/net`,
      rule: 'cn.blue-positive',
      wanted: 'a discount line without quantity and price',
    });
  }
  if (!within(product, net, decimalOf(rules.tolerance, MONEY_SCALE))) {
    throw new LedgerError('LINE_AMOUNT_WRONG', { path: `${path}/net`, rule: `cn.line-amount${rules.cited}` });
  }
}

/** Checks rate and tax of a line; returns its tax in fen. */
function checkLineTax(
  line: InvoiceLine,
  net: Decimal,
  { soldOn, rules }: { readonly soldOn: string; readonly rules: CnRules },
  path: string,
): bigint {
  const tax = line.tax === undefined ? undefined : decimalOf(line.tax, MONEY_SCALE);
  if (line.taxCategory === 'exempt' || line.taxCategory === 'untaxed') {
    checkUntaxed(line, tax, path);
    return 0n;
  }
  if (line.rate === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/rate` });
  if (tax === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/tax` });
  if (!isRateInForce(line.taxCategory as 'standard' | 'levy', line.rate, soldOn, rules)) {
    const found = `${line.taxCategory} ${line.rate} on ${soldOn}`;
    throw new LedgerError('RATE_UNKNOWN', { path: `${path}/rate`, rule: `cn.rate-in-force${rules.cited}`, found });
  }
  if (!within(multiply(net, decimalOf(line.rate, 6)), tax, decimalOf(rules.tolerance, MONEY_SCALE))) {
    throw new LedgerError('LINE_TAX_WRONG', { path: `${path}/tax`, rule: `cn.line-tax${rules.cited}` });
  }
  return unitsAt(tax, MONEY_SCALE);
}

/** 免税 and 不征税 are no rates: a rate of 0 % is another thing. */
function checkUntaxed(line: InvoiceLine, tax: Decimal | undefined, path: string): void {
  if (line.rate !== undefined) throw new LedgerError('RATE_UNKNOWN', { path: `${path}/rate`, rule: 'cn.exempt-has-no-rate' });
  if (tax !== undefined && tax.units !== 0n) {
    throw new LedgerError('LINE_TAX_WRONG', { path: `${path}/tax`, rule: 'cn.exempt-has-no-tax' });
  }
}

function checkTotals(totals: InvoiceTotals, net: bigint, tax: bigint): void {
  expectTotal(totals.net, net, '/totals/net');
  expectTotal(totals.tax, tax, '/totals/tax');
  expectTotal(totals.gross, net + tax, '/totals/gross');
  if (net + tax < 0n) throw new LedgerError('AMOUNT_SIGN_WRONG', { path: '/totals/gross', rule: 'cn.blue-positive' });
}

function expectTotal(text: string, wanted: bigint, path: string): void {
  if (unitsAt(decimalOf(text, MONEY_SCALE), MONEY_SCALE) !== wanted) {
    throw new LedgerError('TOTALS_WRONG', { path, rule: 'cn.totals', wanted: formatUnits(wanted, MONEY_SCALE) });
  }
}
