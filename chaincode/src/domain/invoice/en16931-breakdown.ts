import { parseDecimal, unitsAt, type Decimal } from '../encoding/decimal';
import { LedgerError } from '../errors';
import { distance, expectEqual, hundredths } from './en16931-money';
import type { InvoiceRequest, TaxBreakdownRow } from './invoice-request';

/** VAT category (UNCL5305) to the letters of its rules: K stands in BR-IC, L in BR-AF, M in BR-AG; B is Italian split payment. */
const RULE_OF_CATEGORY: ReadonlyMap<string, string> = new Map([
  ['S', 'BR-S'],
  ['Z', 'BR-Z'],
  ['E', 'BR-E'],
  ['AE', 'BR-AE'],
  ['K', 'BR-IC'],
  ['G', 'BR-G'],
  ['O', 'BR-O'],
  ['L', 'BR-AF'],
  ['M', 'BR-AG'],
  ['B', 'BR-B'],
]);

/** Categories whose rows are told apart by rate; the others have one row and no tax. */
const TAXED: ReadonlySet<string> = new Set(['S', 'L', 'M', 'B']);

/** The artefacts let base and tax of a taxed row differ by less than one unit of the currency. */
const TOLERANCE = 100n;
const MAX_RATE_SCALE = 13;

/**
 * Checks the VAT breakdown: the tax total is the sum of the rows (BR-CO-14), a row's base is lines − allowances + charges
 * of its category and rate (BR-S-08 and its like), its tax is base × rate (BR-CO-17, BR-S-09 and their like).
 */
export function checkBreakdown(request: InvoiceRequest): void {
  const rows = request.taxBreakdown ?? [];
  if (rows.length === 0)
    throw new LedgerError('TAX_BREAKDOWN_WRONG', { path: '/taxBreakdown', rule: 'BR-CO-18', wanted: 'a row' });
  checkTaxTotal(request.totals.tax, rows);
  const bases = sumByGroup(request);
  rows.forEach((row, index) => {
    const path = `/taxBreakdown/${String(index)}`;
    checkBase(row, bases.get(groupOf(row, path)), path);
    checkTax(row, path);
    bases.delete(groupOf(row, path));
  });
  refuseUncovered(bases);
}

function checkTaxTotal(taxTotal: string, rows: readonly TaxBreakdownRow[]): void {
  const sum = rows.reduce(
    (total, row, index) => total + hundredths(row.tax, `/taxBreakdown/${String(index)}/tax`, 'BR-DEC-20'),
    0n,
  );
  expectEqual(hundredths(taxTotal, '/totals/tax', 'BR-DEC-13'), sum, '/totals/tax', 'BR-CO-14');
}

function sumByGroup(request: InvoiceRequest): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (group: string, amount: bigint): void => void sums.set(group, (sums.get(group) ?? 0n) + amount);
  request.lines.forEach((line, index) => {
    const path = `/lines/${String(index)}`;
    add(groupOf(line, path), hundredths(line.net, `${path}/net`, 'BR-DEC-23'));
  });
  request.adjustments?.forEach((adjustment, index) => {
    const path = `/adjustments/${String(index)}`;
    const amount = hundredths(adjustment.amount, `${path}/amount`, adjustment.charge ? 'BR-DEC-05' : 'BR-DEC-01');
    add(groupOf(adjustment, path), adjustment.charge ? amount : -amount);
  });
  return sums;
}

function ruleOf(taxCategory: string, path: string): string {
  const rule = RULE_OF_CATEGORY.get(taxCategory);
  if (rule === undefined) throw new LedgerError('FIELD_INVALID', { path: `${path}/taxCategory`, rule: 'BR-CL-17' });
  return rule;
}

/** Category, and for taxed ones the rate by value, so that "19" and "19.00" meet. */
function groupOf(part: { readonly taxCategory: string; readonly rate?: string }, path: string): string {
  ruleOf(part.taxCategory, path);
  if (!TAXED.has(part.taxCategory)) return part.taxCategory;
  return `${part.taxCategory} ${unitsAt(rateOf(part.rate, path), MAX_RATE_SCALE).toString()}`;
}

function rateOf(text: string | undefined, path: string): Decimal {
  const rate = text === undefined ? { units: 0n, scale: 0 } : parseDecimal(text, MAX_RATE_SCALE);
  if (rate === undefined) throw new LedgerError('MONEY_MALFORMED', { path: `${path}/rate`, wanted: 'a percentage' });
  return rate;
}

function checkBase(row: TaxBreakdownRow, sum: bigint | undefined, path: string): void {
  const rule = `${ruleOf(row.taxCategory, path)}-08`;
  const base = hundredths(row.base, `${path}/base`, 'BR-DEC-19');
  const taxed = TAXED.has(row.taxCategory);
  if (taxed && sum !== undefined && distance(base, sum) < TOLERANCE) return;
  if (taxed && sum === undefined) {
    throw new LedgerError('TAX_BREAKDOWN_WRONG', { path, rule, wanted: 'a line of this category and rate' });
  }
  expectEqual(base, sum ?? 0n, `${path}/base`, rule, 'TAX_BREAKDOWN_WRONG');
}

function checkTax(row: TaxBreakdownRow, path: string): void {
  const tax = hundredths(row.tax, `${path}/tax`, 'BR-DEC-20');
  if (!TAXED.has(row.taxCategory)) {
    expectEqual(tax, 0n, `${path}/tax`, `${ruleOf(row.taxCategory, path)}-09`, 'TAX_BREAKDOWN_WRONG');
    return;
  }
  const wanted = taxOf(hundredths(row.base, `${path}/base`, 'BR-DEC-19'), rateOf(row.rate, path));
  if (distance(tax, wanted) >= TOLERANCE) expectEqual(tax, wanted, `${path}/tax`, 'BR-CO-17', 'TAX_BREAKDOWN_WRONG');
}

/** base × rate / 100, rounded half away from zero to hundredths. */
function taxOf(base: bigint, rate: Decimal): bigint {
  const divisor = 100n * 10n ** BigInt(rate.scale);
  const product = base * rate.units;
  const size = ((product < 0n ? -product : product) * 2n + divisor) / (2n * divisor);
  return product < 0n ? -size : size;
}

/** What stands on lines without a row of its own would go untaxed. */
function refuseUncovered(bases: ReadonlyMap<string, bigint>): void {
  for (const [group, sum] of bases) {
    const category = group.split(' ', 1)[0] ?? group;
    expectEqual(0n, sum, '/taxBreakdown', `${ruleOf(category, '/taxBreakdown')}-01`, 'TAX_BREAKDOWN_WRONG');
  }
}
