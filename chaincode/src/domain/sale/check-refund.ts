import { multiply, parseDecimal, within, formatUnits, type Decimal } from '../encoding/decimal';
import { minorUnits } from '../encoding/money';
import { LedgerError, invariant } from '../errors';
import type { InvoiceLine } from '../invoice/invoice-request';

/** What is given back of one line of a sale, with the signs of the line. */
export interface RefundLine {
  /** From 1. */
  readonly line: number;
  readonly net: string;
  /** Absent for a line without tax. */
  readonly tax?: string | undefined;
}

export interface RefundTotals {
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
}

const MONEY_SCALE = 2;
/** One fen, as the field allows between a line's tax and amount × rate, and one that parts of a line have from rounding. */
const TOLERANCE: Decimal = { units: 2n, scale: MONEY_SCALE };

interface Amount {
  net: bigint;
  tax: bigint;
}

/**
 * Checks a refund against a sale of profile cn and what was refunded of it before: each line between zero and what is left of
 * it, in net and in tax, and the tax what its rate makes of the net; so red letters can be issued from it line by line.
 * @returns the refund's totals, and whether nothing is left of the sale.
 * @throws LedgerError REFUND_LINE_UNKNOWN, REFUND_TOO_LARGE, LINE_TAX_WRONG, MONEY_MALFORMED, FIELD_INVALID.
 */
export function checkRefund(
  sold: readonly InvoiceLine[],
  before: readonly RefundLine[],
  refund: readonly RefundLine[],
): { readonly totals: RefundTotals; readonly whole: boolean } {
  const left = sold.map((line): Amount => ({ net: minorUnits(line.net, ''), tax: minorUnits(line.tax ?? '0', '') }));
  for (const line of before) take(left[line.line - 1], amountOf(line));
  const sum: Amount = { net: 0n, tax: 0n };
  const seen = new Set<number>();
  refund.forEach((line, index) => {
    const path = `/lines/${String(index)}`;
    const of = sold[line.line - 1];
    if (of === undefined || seen.has(line.line)) throw new LedgerError('REFUND_LINE_UNKNOWN', { path: `${path}/line` });
    seen.add(line.line);
    const amount = amountOf(line, path);
    checkLine(left[line.line - 1] as Amount, amount, path);
    checkTax(of, line, path);
    take(left[line.line - 1], amount);
    sum.net += amount.net;
    sum.tax += amount.tax;
  });
  if (sum.net + sum.tax <= 0n) throw new LedgerError('REFUND_TOO_LARGE', { path: '/lines', rule: 'refund.positive' });
  const rest = left.reduce((total, { net, tax }) => total + net + tax, 0n);
  if (rest < 0n) throw new LedgerError('REFUND_TOO_LARGE', { path: '/lines', rule: 'refund.within-sale' });
  return { totals: totalsOf(sum), whole: left.every(({ net, tax }) => net === 0n && tax === 0n) };
}

function totalsOf({ net, tax }: Amount): RefundTotals {
  return {
    net: formatUnits(net, MONEY_SCALE),
    tax: formatUnits(tax, MONEY_SCALE),
    gross: formatUnits(net + tax, MONEY_SCALE),
  };
}

function checkLine(left: Amount, amount: Amount, path: string): void {
  for (const part of ['net', 'tax'] as const) {
    if (!isBetween(amount[part], left[part])) {
      const wanted = `between 0 and ${formatUnits(left[part], MONEY_SCALE)}`;
      throw new LedgerError('REFUND_TOO_LARGE', { path: `${path}/${part}`, rule: 'refund.within-line', wanted });
    }
  }
}

/** Lines of discounts are negative, and so is what is taken back of them. */
function isBetween(value: bigint, end: bigint): boolean {
  return end >= 0n ? value >= 0n && value <= end : value <= 0n && value >= end;
}

function checkTax({ rate }: InvoiceLine, { net, tax = '0' }: RefundLine, path: string): void {
  if (rate === undefined) return;
  const [wanted, found] = [parseDecimal(net, MONEY_SCALE), parseDecimal(tax, MONEY_SCALE)];
  const factor = parseDecimal(rate, 6);
  invariant(wanted !== undefined && found !== undefined && factor !== undefined, 'the amounts were read before');
  if (!within(multiply(wanted, factor), found, TOLERANCE))
    throw new LedgerError('LINE_TAX_WRONG', { path: `${path}/tax`, rule: 'cn.line-tax' });
}

function take(left: Amount | undefined, amount: Amount): void {
  invariant(left !== undefined, 'an earlier refund names a line of the sale');
  left.net -= amount.net;
  left.tax -= amount.tax;
}

function amountOf({ net, tax = '0' }: RefundLine, path = ''): Amount {
  return { net: minorUnits(net, `${path}/net`), tax: minorUnits(tax, `${path}/tax`) };
}
