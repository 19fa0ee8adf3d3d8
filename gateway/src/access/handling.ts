import { createHmac } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Condition, FieldType } from './condition';

/** What leaves: rows as they are, rows with masked fields, or answers of approved query templates only. */
export const LEVELS = ['raw', 'masked', 'aggregate'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * How a value is masked. `pseudonym`: the same value gets the same 32 hexadecimal digits under one grant, and others under
 * every other; `first`: its first character and `***`; `month`: year and month of a time; `hidden`: no value at all.
 */
export const MASKS = ['pseudonym', 'first', 'month', 'hidden'] as const;
export type MaskName = (typeof MASKS)[number];

/** The part of a grant's terms that says in which form data leaves. */
export interface Handling {
  readonly level: Level;
  readonly masks: Readonly<Record<string, MaskName>>;
  /** Rows leave in an order that tells this grant's copy from every other (copy-mark.ts). */
  readonly marked: boolean;
}

/** A value's text, masked. */
export type Mask = (value: string) => string | null;

/** Of grants that were given before there was a choice. */
export const AS_IT_IS: Handling = { level: 'raw', masks: {}, marked: false };

const FITS: Readonly<Record<MaskName, readonly FieldType[]>> = {
  pseudonym: ['text'],
  first: ['text'],
  month: ['time'],
  hidden: ['text', 'number', 'boolean', 'time'],
};
const PSEUDONYM_DIGITS = 32;
/** What an empty text begins with: an asterisk. */
const MASKED = 0x2a;
const MONTH_CHARACTERS = 'YYYY-MM'.length;

/** @throws LedgerError FIELD_INVALID when masks do not fit the level, the grant's fields or their types. */
export function checkHandling(
  { level, masks }: Handling,
  fields: readonly string[],
  types: ReadonlyMap<string, FieldType>,
): void {
  if ((level === 'masked') !== Object.keys(masks).length > 0)
    throw new LedgerError('FIELD_INVALID', { path: '/handling/masks', wanted: 'masks with the level masked, and only with it' });
  for (const [field, mask] of Object.entries(masks)) {
    const type = types.get(field);
    if (type === undefined || !fields.includes(field) || !FITS[mask].includes(type))
      throw new LedgerError('FIELD_INVALID', {
        path: `/handling/masks/${field}`,
        wanted: 'a mask that fits a field of the grant',
      });
  }
}

/**
 * A sub-grant gives no more than the grants above it: the strictest level, and every mask; of two the one that hides all, or
 * else the upper one.
 * @param chain the grant first, the one that it rests on behind it.
 */
export function strictest(chain: readonly Handling[]): Handling {
  const level = LEVELS[Math.max(...chain.map((handling) => LEVELS.indexOf(handling.level)))] ?? 'aggregate';
  const masks = chain.flatMap((handling) => Object.entries(handling.masks));
  return {
    level,
    masks: Object.fromEntries([...masks, ...masks.filter(([, mask]) => mask === 'hidden')]),
    marked: chain.some(({ marked }) => marked),
  };
}

/**
 * Refuses conditions on masked fields: whoever could choose by one would learn its values one by one.
 * @throws LedgerError FIELD_MASKED.
 */
export function refuseMasked(conditions: readonly Condition[], masks: Handling['masks'], path: '/rows' | '/where'): void {
  const place = conditions.findIndex(({ field }) => field in masks);
  if (place >= 0) throw new LedgerError('FIELD_MASKED', { path: `${path}/${String(place)}/field` });
}

/** The masks of a grant, ready for use. @param key of this grant alone. */
export function masksOf({ masks }: Handling, key: Buffer): ReadonlyMap<string, Mask> {
  const make: Readonly<Record<MaskName, (field: string) => Mask>> = {
    pseudonym: (field) => (value) =>
      createHmac('sha256', key).update(`${field}\n${value}`).digest('hex').slice(0, PSEUDONYM_DIGITS),
    first: () => (value) => `${String.fromCodePoint(value.codePointAt(0) ?? MASKED)}***`,
    month: () => (value) => value.slice(0, MONTH_CHARACTERS),
    hidden: () => () => null,
  };
  return new Map(Object.entries(masks).map(([field, name]) => [field, make[name](field)]));
}
