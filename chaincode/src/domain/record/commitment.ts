import { canonicalJson, isInCanonicalOrder, type JsonValue } from '../encoding/canonical-json';
import { hasher, type Digest } from '../encoding/digest';

/**
 * A record is what one entry of the ledger commits to: named fields, each hidden behind its own salt, so that any of
 * them can be shown, or withheld, or erased, without touching the others. docs/formats.md, "Commitments".
 */
export interface RecordField {
  readonly name: string;
  /** RFC 8785 text of the field's value. */
  readonly text: string;
}

/** A record with the secret that its salts come from. Whoever holds it can show every field. */
export interface SealedRecord {
  /** 32 random bytes as 64 hexadecimal characters; never leaves the payload store. */
  readonly seed: string;
  readonly fields: readonly RecordField[];
}

/** The RFC 8785 text of a record's field; undefined where there is no record, or no such field. */
export function fieldText(record: Pick<SealedRecord, 'fields'> | undefined, name: string): string | undefined {
  return record?.fields.find((field) => field.name === name)?.text;
}

const SALTS_PER_BLOCK = 4;
const SALT_HEX_LENGTH = 32;
const SEED_FORM = /^[0-9a-f]{64}$/;

/** True for 64 lowercase hexadecimal characters. */
export function isSeed(text: unknown): text is string {
  return typeof text === 'string' && SEED_FORM.test(text);
}

/**
 * The salts of a record's fields, 16 bytes each as hexadecimal text, in order: consecutive quarters of
 * SHA-512(seed ‖ ":" ‖ block number). One salt tells nothing about the seed or the others.
 */
export function saltsOf(seed: string, count: number): string[] {
  const salts: string[] = [];
  for (let block = 0; salts.length < count; block += 1) {
    const bytes = hasher().sha512Hex(`${seed}:${String(block)}`);
    for (let quarter = 0; quarter < SALTS_PER_BLOCK && salts.length < count; quarter += 1) {
      salts.push(bytes.slice(quarter * SALT_HEX_LENGTH, (quarter + 1) * SALT_HEX_LENGTH));
    }
  }
  return salts;
}

/** Digest of one field: SHA-256 over the RFC 8785 text of [salt, name, value]. */
export function fieldDigest(salt: string, name: string, valueText: string): Digest {
  return hasher().sha256(`["${salt}",${canonicalJson(name)},${valueText}]`);
}

const COMMITMENT_CONTEXT = 'lianpiao-commitment-v1\n';

/** The commitment over field digests in their order: SHA-256 over a context line and one digest a line. */
export function commitmentOf(digests: readonly Digest[]): Digest {
  return hasher().sha256(`${COMMITMENT_CONTEXT}${digests.join('\n')}\n`);
}

/** The commitment of a whole record. */
export function sealRecord(record: SealedRecord): Digest {
  const salts = saltsOf(record.seed, record.fields.length);
  const digests: Digest[] = [];
  for (let index = 0; index < record.fields.length; index += 1) {
    const { name, text } = record.fields[index] as RecordField;
    // Field names are ours: letters, digits and "/" only, so quoting them is all that RFC 8785 asks.
    digests.push(hasher().sha256(`["${salts[index] as string}","${name}",${text}]`));
  }
  return commitmentOf(digests);
}

const known = new WeakMap<SealedRecord, Digest>();

/** The same for a record that is shown again and again, as ten companies show that of one invoice: by its identity. */
export function sealOfShown(record: SealedRecord): Digest {
  const digest = known.get(record) ?? sealRecord(record);
  known.set(record, digest);
  return digest;
}

/** A field of a disclosed document: open, or hidden behind its digest. */
export type DisclosedField =
  { readonly name: string; readonly salt: string; readonly value: JsonValue } | { readonly digest: Digest };

/**
 * Opens a record for a reader. `show` decides by name; a hidden field leaves its digest in its place, so that the
 * commitment can still be computed.
 */
export function discloseRecord(record: SealedRecord, show: (name: string) => boolean): DisclosedField[] {
  const salts = saltsOf(record.seed, record.fields.length);
  return record.fields.map(({ name, text }, index) => {
    const salt = salts[index] as string;
    if (!show(name)) return { digest: fieldDigest(salt, name, text) };
    return { name, salt, value: JSON.parse(text) as JsonValue };
  });
}

/** The digest that an open or a hidden field contributes. */
export function disclosedDigest(field: DisclosedField): Digest {
  if ('digest' in field) return field.digest;
  const { salt, name, value } = field;
  // What we write has its members in order already.
  return fieldDigest(salt, name, isInCanonicalOrder(value) ? JSON.stringify(value) : canonicalJson(value));
}
