import { parseDigest } from '../encoding/digest';
import type { DisclosedField } from '../record/commitment';
import { isShallowJson } from './shallow-json';
import { CheckFailure } from './verdict';

export const MAX_FIELDS = 20_000;
const MAX_NAME_LENGTH = 256;
const MAX_VALUE_DEPTH = 32;
const SALT = /^[0-9a-f]{32}$/;

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a list of disclosed fields, no two of one name. @throws CheckFailure BUNDLE_MALFORMED */
export function parseFields(value: unknown): DisclosedField[] {
  demand(Array.isArray(value) && value.length <= MAX_FIELDS);
  const fields = value.map(parseField);
  refuseDuplicates(fields);
  return fields;
}

function parseField(value: unknown): DisclosedField {
  if (isObject(value) && Object.hasOwn(value, 'digest')) {
    const digest = parseDigest(exactObject(value, ['digest'])['digest']);
    demand(digest !== undefined);
    return { digest };
  }
  const {
    name,
    salt,
    value: content,
  } = exactObject(value, ['name', 'salt', 'value']) as Record<'name' | 'salt' | 'value', unknown>;
  demand(typeof name === 'string' && name !== '' && name.length <= MAX_NAME_LENGTH && name.isWellFormed());
  demand(typeof salt === 'string' && SALT.test(salt));
  demand(isShallowJson(content, MAX_VALUE_DEPTH));
  return { name, salt, value: content };
}

function refuseDuplicates(fields: readonly DisclosedField[]): void {
  const names = fields.flatMap((field) => ('name' in field ? [field.name] : []));
  demand(new Set(names).size === names.length);
}

export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with these members and no others. @throws CheckFailure BUNDLE_MALFORMED */
export function exactObject(value: unknown, names: readonly string[]): JsonObject {
  demand(isObject(value));
  demand(Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name)));
  return value;
}

/** @throws CheckFailure BUNDLE_MALFORMED unless it holds. */
export function demand(condition: boolean): asserts condition {
  if (!condition) throw new CheckFailure('BUNDLE_MALFORMED');
}
