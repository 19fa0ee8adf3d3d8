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
