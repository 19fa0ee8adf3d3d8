import { parseDecimal, unitsAt, type Decimal } from '../encoding/decimal';
import type { InvoiceLine, InvoiceRequest } from './invoice-request';

/** A line whose amount is not what its quantity and price give. */
export interface LineDeviation {
  /** JSON Pointer of the line's amount. */
  readonly path: string;
  readonly rule: 'PEPPOL-EN16931-R120';
  readonly found: string;
}

/**
 * Peppol BIS Billing 3.0 grants 0.02. Published invoices need more than rounding to the cent: up to 0.011, where a
 * program had computed with a price that it then printed with fewer decimals.
 */
const TOLERANCE: Decimal = { units: 2n, scale: 2 };
const ONE: Decimal = { units: 1n, scale: 0 };
const ZERO: Decimal = { units: 0n, scale: 0 };
/** Quantities, prices and amounts are compared at 13 decimals. */
const SCALE = 13;

/**
 * Lines whose amount is not quantity × price / base quantity − allowances + charges within 0.02. A finding, no refusal:
 * EN 16931 leaves a line's amount to the seller, and several of its official examples stand in this list.
 */
export function findLineDeviations(request: Pick<InvoiceRequest, 'lines'>): readonly LineDeviation[] {
  return request.lines.flatMap((line, index) =>
    fits(line) ? [] : [{ path: `/lines/${String(index)}/net`, rule: 'PEPPOL-EN16931-R120' as const, found: line.net }],
  );
}

/** Both sides are multiplied by the base quantity, so that nothing is divided and nothing rounded. */
function fits(line: InvoiceLine): boolean {
  if (line.quantity === undefined || line.unitPrice === undefined) return true;
  const base = unitsAt(decimalOr(line.baseQuantity, ONE), SCALE);
  // Peppol reads a base quantity of nothing as 1.
  const divisor = base === 0n ? unitsAt(ONE, SCALE) : base;
  const adjusted = at13(line.net) + at13(line.allowance) - at13(line.charge);
  const difference = adjusted * divisor - at13(line.quantity) * at13(line.unitPrice);
  const limit = unitsAt(TOLERANCE, SCALE) * divisor;
  return absolute(difference) <= absolute(limit);
}

function at13(text: string | undefined): bigint {
  return unitsAt(decimalOr(text, ZERO), SCALE);
}

function decimalOr(text: string | undefined, fallback: Decimal): Decimal {
  return parseDecimal(text, SCALE) ?? fallback;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
