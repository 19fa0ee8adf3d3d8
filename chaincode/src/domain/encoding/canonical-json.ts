import { LedgerError } from '../errors';

/** A value of I-JSON (RFC 7493). */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * RFC 8785 (JCS): the one text for a JSON value. Keys are sorted by UTF-16 code units (§3.2.3), numbers and strings are
 * written as ECMAScript writes them (§3.2.2); members whose value is undefined are left out.
 * @throws LedgerError TEXT_NOT_WELL_FORMED for a lone surrogate, FIELD_INVALID for NaN, an infinity or a value that is no JSON.
 */
export function canonicalJson(value: JsonValue | undefined): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new LedgerError('FIELD_INVALID', { found: 'a number that JSON does not have' });
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return canonicalContainer(value);
    default:
      throw new LedgerError('FIELD_INVALID', { found: typeof value });
  }
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new LedgerError('TEXT_NOT_WELL_FORMED');
  return JSON.stringify(text);
}

function canonicalContainer(value: JsonValue & (object | null)): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  const object = value as Readonly<Record<string, JsonValue | undefined>>;
  let text = '';
  // The default order of sort() is by UTF-16 code units: what §3.2.3 asks for.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/**
 * True when `JSON.stringify` writes a value as {@link canonicalJson} does, and several times as fast: it is I-JSON, the
 * members of every object stand in their order, and no object says itself how it is to be written.
 */
export function isInCanonicalOrder(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'boolean';
  return value === null || hasMembersInOrder(value);
}

function hasMembersInOrder(value: JsonValue & object): boolean {
  if ('toJSON' in value) return false;
  if (Array.isArray(value)) {
    // Not `every`, which passes holes over.
    for (const item of value as readonly JsonValue[]) if (!isInCanonicalOrder(item)) return false;
    return true;
  }
  const object = value as Readonly<Record<string, JsonValue | undefined>>;
  let before = '';
  for (const key of Object.keys(object)) {
    // Strings compare by UTF-16 code units, as §3.2.3 asks.
    if (key < before || !key.isWellFormed() || !isInCanonicalOrder(object[key])) return false;
    before = key;
  }
  return true;
}
