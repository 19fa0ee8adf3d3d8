import { parseDigest } from '../encoding/digest';
import { parseTime } from '../encoding/time';

export type Check = (value: unknown) => boolean;

export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const digest: Check = (value) => parseDigest(value) !== undefined;
export const isTrue: Check = (value) => value === true;
export const bool: Check = (value) => typeof value === 'boolean';
export const time: Check = (value) => parseTime(value) !== undefined;
export const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object with exactly these members. */
export function object(members: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(members);
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => names.includes(name)) &&
    names.every((name) => members[name]?.(value[name]));
}

export function mapOf(key: RegExp, check: Check): Check {
  return (value) => isObject(value) && Object.entries(value).every(([name, each]) => key.test(name) && check(each));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const invoiceNumber: Check = (value) => typeof value === 'string' && /^\d{20}$/.test(value);

/** An identifier, as part of a key. */
export const ID = '[a-z0-9][a-z0-9-]*';

/** The form of a value of the state, for keys of one form. */
export type Form = readonly [key: RegExp, check: Check];
