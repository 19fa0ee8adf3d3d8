import { formatUnits, parseDecimal, unitsAt, type RefundTotals } from '@lianpiao/chaincode/domain';
import type { SaleAmounts } from '../stores/sales-store';
import { saleState, type SaleState } from './sale';

const STATES: readonly SaleState[] = ['unpaid', 'open', 'invoiced', 'expired', 'cancelled'];
const SCALE = 2;
const PARTS = ['net', 'tax', 'gross'] as const;

/** Count and exact sums of sales in one state. */
export interface SaleSum extends RefundTotals {
  readonly state: SaleState;
  readonly count: number;
}

/** Adds sales up by their states. */
export function sumSales(rows: readonly SaleAmounts[], now: number): SaleSum[] {
  const sums = new Map(STATES.map((state) => [state, { count: 0, net: 0n, tax: 0n, gross: 0n }]));
  for (const row of rows) {
    const sum = sums.get(saleState(row, now));
    if (sum === undefined) continue;
    sum.count += 1;
    for (const part of PARTS) sum[part] += fen(row[part]);
  }
  return [...sums].map(([state, { count, net, tax, gross }]) => ({
    state,
    count,
    net: formatUnits(net, SCALE),
    tax: formatUnits(tax, SCALE),
    gross: formatUnits(gross, SCALE),
  }));
}

function fen(text: string): bigint {
  const decimal = parseDecimal(text, SCALE);
  return decimal === undefined ? 0n : unitsAt(decimal, SCALE);
}
