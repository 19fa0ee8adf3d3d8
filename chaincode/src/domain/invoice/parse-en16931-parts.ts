import { isDecimal } from '../encoding/decimal';
import { oneOf, optionalText, readArray, readObject, refuseUnknown, type JsonObject } from '../encoding/reader';
import { LedgerError } from '../errors';
import type { DocumentAdjustment, TaxBreakdownRow } from './invoice-request';
import { requiredMoney } from './read-money';

const MAX_ROWS = 100;
const ADJUSTMENT_KEYS: ReadonlySet<string> = new Set(['charge', 'amount', 'taxCategory', 'rate', 'reason']);
const BREAKDOWN_KEYS: ReadonlySet<string> = new Set(['taxCategory', 'rate', 'base', 'tax']);

/** Reads document allowances and charges (BG-20, BG-21); members come out in the order of RFC 8785. */
export function parseAdjustments(value: unknown, categories: readonly string[]): DocumentAdjustment[] {
  return readArray(value, 0, MAX_ROWS, '/adjustments').map((item, index) => {
    const path = `/adjustments/${String(index)}`;
    const object = readObject(item, path);
    refuseUnknown(object, ADJUSTMENT_KEYS, path);
    if (typeof object['charge'] !== 'boolean')
      throw new LedgerError('FIELD_INVALID', { path: `${path}/charge`, wanted: 'true or false' });
    const reason = optionalText(object, 'reason', 300, path);
    return {
      amount: requiredMoney(object, 'amount', path),
      charge: object['charge'],
      ...readRate(object, path),
      ...(reason === undefined ? undefined : { reason }),
      taxCategory: oneOf(object, 'taxCategory', categories, path),
    };
  });
}

/** Reads the VAT breakdown (BG-23). */
export function parseTaxBreakdown(value: unknown, categories: readonly string[]): TaxBreakdownRow[] {
  return readArray(value, 0, MAX_ROWS, '/taxBreakdown').map((item, index) => {
    const path = `/taxBreakdown/${String(index)}`;
    const object = readObject(item, path);
    refuseUnknown(object, BREAKDOWN_KEYS, path);
    return {
      base: requiredMoney(object, 'base', path),
      ...readRate(object, path),
      tax: requiredMoney(object, 'tax', path),
      taxCategory: oneOf(object, 'taxCategory', categories, path),
    };
  });
}

function readRate(object: JsonObject, path: string): { rate?: string } {
  const rate = object['rate'];
  if (rate === undefined) return {};
  if (!isDecimal(rate, 6)) throw new LedgerError('MONEY_MALFORMED', { path: `${path}/rate`, wanted: 'a percentage' });
  return { rate };
}
