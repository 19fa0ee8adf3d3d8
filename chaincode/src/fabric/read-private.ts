import {
  canonicalJson,
  LedgerError,
  readArray,
  readObject,
  type JsonValue,
  type OfflineSlip,
  type PartyOpening,
  type RecordField,
  type SealedRecord,
} from '../domain';
import { parseJson } from './parse-json';

/** Fields a record may have: an invoice of 2000 lines and its other parts. */
const MAX_FIELDS = 2100;
const FIELD_NAME = /^[A-Za-z0-9/]{1,40}$/;
/** 16 bytes, or none where the till is not known and there is nothing to open. */
const SALT = /^(?:[0-9a-f]{32})?$/;

type Members<Name extends string> = Readonly<Record<Name, unknown>>;

/**
 * An object of private content with exactly these members. What else it holds is refused without being named.
 * @throws LedgerError FIELD_MISSING, FIELD_INVALID or FIELD_UNKNOWN.
 */
export function readMembers<Name extends string>(value: unknown, names: readonly Name[], path: string): Members<Name> {
  const object = readObject(value, path);
  for (const name of names) {
    if (object[name] === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${name}` });
  }
  if (Object.keys(object).length > names.length) throw new LedgerError('FIELD_UNKNOWN', { path });
  return object;
}

/** @throws LedgerError FIELD_INVALID. */
function readText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new LedgerError('FIELD_INVALID', { path, wanted: 'a text' });
  return value;
}

/** @throws LedgerError FIELD_INVALID. */
function readMatching(value: unknown, form: RegExp, path: string): string {
  const text = readText(value, path);
  if (!form.test(text)) throw new LedgerError('FIELD_INVALID', { path });
  return text;
}

/** A registered party with its salt: `{"text":<RFC 8785 text>,"salt":<32 hexadecimal characters>}`. */
export function readOpening(value: unknown, path: string): PartyOpening {
  const { text, salt } = readMembers(value, ['text', 'salt'], path);
  return { text: readText(text, `${path}/text`), salt: readMatching(salt, SALT, `${path}/salt`) };
}

/** What a till signed of an invoice: two texts; the rules read them. */
export function readSlip(value: unknown, path: string): OfflineSlip {
  const { statement, signature } = readMembers(value, ['statement', 'signature'], path);
  return { statement: readText(statement, `${path}/statement`), signature: readText(signature, `${path}/signature`) };
}

/**
 * The private record behind an entry: `{"seed":<64 hexadecimal characters>,"fields":[{"name":…,"text":<RFC 8785 text>}]}`.
 * The command checks the seed.
 * @throws LedgerError FIELD_MISSING, FIELD_INVALID, FIELD_UNKNOWN or BODY_MALFORMED.
 */
export function readRecord(value: unknown, path: string): SealedRecord {
  const { seed, fields } = readMembers(value, ['seed', 'fields'], path);
  const list = readArray(fields, 1, MAX_FIELDS, `${path}/fields`);
  return { seed: seed as string, fields: list.map((field, index) => readField(field, `${path}/fields/${String(index)}`)) };
}

/** One field of a record. @throws LedgerError as {@link readRecord}. */
export function readField(value: unknown, path: string): RecordField {
  const members = readMembers(value, ['name', 'text'], path);
  const name = readMatching(members.name, FIELD_NAME, `${path}/name`);
  return { name, text: readCanonical(members.text, `${path}/text`) };
}

/**
 * A text that is the RFC 8785 form of its own value: it has one spelling, and hides nothing between its members.
 * @throws LedgerError BODY_MALFORMED or FIELD_INVALID.
 */
export function readCanonical(value: unknown, path: string): string {
  const text = readText(value, path);
  if (canonicalJson(parseJson(text, path) as JsonValue) !== text)
    throw new LedgerError('BODY_MALFORMED', { path, rule: 'RFC 8785' });
  return text;
}
