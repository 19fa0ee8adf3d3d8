import { isDecimal, LedgerError, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';

/** How a field is compared with a value. All conditions of a list must hold; a field without a value meets none. */
export const COMPARISONS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Scalar = string | number | boolean;

/** One structured condition: never a piece of a query language. docs/formats.md, "Filters". */
export type Condition =
  | { readonly field: string; readonly op: Comparison; readonly value: Scalar }
  | { readonly field: string; readonly op: 'in'; readonly value: readonly Scalar[] };

/** What a field holds. Numbers and times travel as texts, so that nothing is rounded. */
export const FIELD_TYPES = ['text', 'number', 'boolean', 'time'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Field {
  readonly name: string;
  readonly type: FieldType;
}

export const MAX_NUMBER_SCALE = 13;
const TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})?)?$/;

const FITS: Readonly<Record<FieldType, (value: Scalar) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => isDecimal(typeof value === 'number' ? String(value) : value, MAX_NUMBER_SCALE),
  boolean: (value) => typeof value === 'boolean',
  time: (value) => typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value)),
};

/** The values that a condition compares with. */
export function valuesOf({ value }: Condition): readonly Scalar[] {
  return Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
}

/**
 * Checks that conditions fit the fields' types.
 * @throws LedgerError FILTER_INVALID.
 */
export function checkConditions(conditions: readonly Condition[], types: ReadonlyMap<string, FieldType>, path: string): void {
  conditions.forEach((condition, index) => {
    const type = types.get(condition.field);
    const place = `${path}/${String(index)}`;
    if (type === undefined)
      throw new LedgerError('FILTER_INVALID', { path: `${place}/field`, wanted: 'a field of the resource' });
    if (type === 'boolean' && !['eq', 'ne', 'in'].includes(condition.op))
      throw new LedgerError('FILTER_INVALID', { path: `${place}/op`, wanted: 'eq, ne or in' });
    if (!valuesOf(condition).every((value) => FITS[type](value)))
      throw new LedgerError('FILTER_INVALID', { path: `${place}/value`, wanted: `a ${type}` });
  });
}

const ORDERS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

/** Below 0, 0 or above 0, as the left value goes before the right one: texts by their UTF-8 bytes, numbers exactly. */
function compare(type: FieldType, left: string, right: string): number {
  if (type !== 'number') return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));
  const [a, b] = [parseDecimal(left, MAX_NUMBER_SCALE), parseDecimal(right, MAX_NUMBER_SCALE)];
  if (a === undefined || b === undefined) return Number.NaN;
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [unitsAt(a, scale), unitsAt(b, scale)];
  return x < y ? -1 : Number(x > y);
}

/** True when a field's text meets a condition; for sources that have no query language of their own. */
export function meets(condition: Condition, type: FieldType, text: string): boolean {
  const holds = ORDERS[condition.op === 'in' ? 'eq' : condition.op];
  return valuesOf(condition).some((value) => {
    const order = compare(type, text, String(value));
    return !Number.isNaN(order) && holds(order);
  });
}
