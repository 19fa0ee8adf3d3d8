import { canonicalJson, type JsonValue } from '../encoding/canonical-json';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { fieldText, type SealedRecord } from '../record/commitment';
import type { ProvenanceRegistered } from './provenance-entries';
import { isSignedBy, parseSourceKey } from './source-key';
import { parseSourceSignature, parseStatement, statementBytes, type SourceSignature, type Statement } from './statement';

/** How far ahead of the ledger's time a content may have been made: clocks differ. */
const MAX_CLOCK_SKEW_MS = 60_000;

/** What a registration says in public, whoever shows it: its entry, or the field `what` of its record. */
export type ProvenanceFacts = Pick<ProvenanceRegistered, 'digest' | 'kind' | 'parents' | 'registrant' | 'signer' | 'type'>;

/**
 * Checks the private record of a registration against its entry: it says the same, and its source signed it. Run before
 * anything is recorded, by every endorser on Fabric, and again by `lianpiao ledger verify`.
 * @throws LedgerError FIELD_MISSING, FIELD_INVALID and others of a malformed statement; STATEMENT_SIGNATURE_WRONG.
 */
export function checkProvenanceRecord(entry: ProvenanceRegistered, record: SealedRecord, verifier: SignatureVerifier): void {
  const { time, commitment: _, ...facts } = entry;
  if (fieldText(record, 'what') !== canonicalJson({ ...facts })) {
    throw new LedgerError('FIELD_INVALID', { path: '/what', wanted: "the entry's facts" });
  }
  const statement = parseStatement(fieldValue(record, 'statement'), '/statement');
  const signature = parseSourceSignature(fieldValue(record, 'signature'), '/signature');
  checkMadeAt(statement, time);
  checkSource(facts, statement, signature, verifier);
}

/**
 * Checks that a content was not made after it was registered, at this RFC 3339 time.
 * @throws LedgerError FIELD_INVALID
 */
export function checkMadeAt({ madeAt }: Statement, time: string): void {
  if ((parseTime(madeAt) ?? 0) > (parseTime(time) ?? 0) + MAX_CLOCK_SKEW_MS) {
    throw new LedgerError('FIELD_INVALID', { path: '/statement/madeAt', wanted: 'a time that is not in the future' });
  }
}

/**
 * Checks that a statement says what a registration says, and that the key the registration names signed it.
 * @throws LedgerError FIELD_INVALID naming what differs, or STATEMENT_SIGNATURE_WRONG.
 */
export function checkSource(
  facts: ProvenanceFacts,
  statement: Statement,
  signature: SourceSignature,
  verifier: SignatureVerifier,
): void {
  for (const member of ['digest', 'kind', 'parents'] as const) {
    if (canonicalJson(statement[member]) !== canonicalJson(facts[member])) {
      throw new LedgerError('FIELD_INVALID', { path: `/statement/${member}`, wanted: 'what is registered' });
    }
  }
  const key = parseSourceKey(signature.publicKey, signature.algorithm, '/signature/publicKey');
  if (key.signer !== facts.signer) {
    throw new LedgerError('FIELD_INVALID', { path: '/signature/publicKey', wanted: "the signer's key" });
  }
  if (!isSignedBy(key, statementBytes(statement), signature.value, verifier)) {
    throw new LedgerError('STATEMENT_SIGNATURE_WRONG', { path: '/signature/value' });
  }
}

function fieldValue(record: SealedRecord, name: string): JsonValue | undefined {
  const text = fieldText(record, name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw new LedgerError('FIELD_INVALID', { path: `/${name}`, wanted: 'JSON' }, { cause });
  }
}
