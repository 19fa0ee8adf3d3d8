import { LedgerError } from '../errors';

/** A JSON object whose members are read one by one; what is wrong is named by its JSON Pointer (RFC 6901). */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws LedgerError FIELD_MISSING or FIELD_INVALID. */
export function readObject(value: unknown, path: string): JsonObject {
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LedgerError('FIELD_INVALID', { path, wanted: 'an object' });
  }
  return value as JsonObject;
}

/** @throws LedgerError FIELD_UNKNOWN, so that a misspelt name is never silently dropped. */
export function refuseUnknown(object: JsonObject, known: ReadonlySet<string>, path: string): void {
  for (const key in object) {
    if (!known.has(key)) throw new LedgerError('FIELD_UNKNOWN', { path: `${path}/${pointerPart(key)}` });
  }
}

/** A key as a part of a JSON Pointer; shortened, since it is echoed. */
function pointerPart(key: string): string {
  return key.slice(0, 64).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A text of 1 to `most` characters without control characters or lone surrogates; undefined when absent. */
export function optionalText(object: JsonObject, key: string, most: number, path: string): string | undefined {
  const value = object[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new LedgerError('FIELD_INVALID', { path: `${path}/${key}`, wanted: 'a text' });
  if (value.length === 0 || value.length > most) {
    throw new LedgerError('FIELD_INVALID', { path: `${path}/${key}`, wanted: `1 to ${String(most)} characters` });
  }
  if (!value.isWellFormed()) throw new LedgerError('TEXT_NOT_WELL_FORMED', { path: `${path}/${key}` });
  if (hasControl(value)) throw new LedgerError('FIELD_INVALID', { path: `${path}/${key}`, wanted: 'no control characters' });
  return value;
}

/** As {@link optionalText}, but refused with FIELD_MISSING when absent. */
export function requiredText(object: JsonObject, key: string, most: number, path: string): string {
  const text = optionalText(object, key, most, path);
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${key}` });
  return text;
}

// Tab, line feed and carriage return may stand in notes and addresses.
// eslint is right to be wary of control characters in patterns; here they are the point.
const CONTROL = /[^\P{Cc}\t\n\r]/u;

function hasControl(text: string): boolean {
  return CONTROL.test(text);
}

/** A whole number in a closed range. */
export function requiredInteger(object: JsonObject, key: string, least: number, most: number, path: string): number {
  const value = object[key];
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${key}` });
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new LedgerError('FIELD_INVALID', {
      path: `${path}/${key}`,
      wanted: `a whole number from ${String(least)} to ${String(most)}`,
    });
  }
  return value;
}

/** One of a closed set of words; `fallback` when absent, or refused when there is none. */
export function oneOf<Word extends string>(
  object: JsonObject,
  key: string,
  words: readonly Word[],
  path: string,
  fallback?: Word,
): Word {
  const value = object[key];
  if (value === undefined && fallback !== undefined) return fallback;
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${key}` });
  const index = words.indexOf(value as Word);
  if (index < 0) throw new LedgerError('FIELD_INVALID', { path: `${path}/${key}`, wanted: words.join(', ') });
  return words[index] as Word;
}

/** The members of an array of `least` to `most` items; undefined when absent and `least` is 0. */
export function readArray(value: unknown, least: number, most: number, path: string): readonly unknown[] {
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path });
  if (!Array.isArray(value) || value.length < least || value.length > most) {
    throw new LedgerError('FIELD_INVALID', { path, wanted: `a list of ${String(least)} to ${String(most)} items` });
  }
  return value as readonly unknown[];
}
