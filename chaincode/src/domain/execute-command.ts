import { applyEntry } from './apply-entry';
import { hasher } from './encoding/digest';
import { formatTime } from './encoding/time';
import { LedgerError } from './errors';
import { issueInvoice, type IssueInvoice } from './invoice/issue-invoice';
import type { LedgerState } from './ports/ledger-state';
import { NO_SIGNATURES, type SignatureVerifier } from './ports/signature-verifier';
import { checkProvenanceRecord } from './provenance/check-provenance-record';
import type { Accepted } from './record/accepted';
import { isSeed, sealRecord, type SealedRecord } from './record/commitment';
import type { Entry } from './record/entry';
import { parseEntry } from './record/parse-entry';

type FactsOf<E> = E extends Entry ? Omit<E, 'commitment' | 'time'> : never;

/** An entry as its caller proposes it: the ledger adds its time and its commitment. */
export type EntryFacts = FactsOf<Exclude<Entry, { readonly type: 'invoice.issued' }>>;

/** A command whose public facts come from the caller; who did it and why stand in its record. */
export interface RecordEntry {
  readonly type: 'entry.record';
  readonly facts: EntryFacts;
  readonly record: SealedRecord;
}

export type Command = IssueInvoice | RecordEntry;

/**
 * Runs one command of a transaction. Both ledgers come through here, so a rule stands once.
 * @param verifier the host's cryptography, for entries whose record carries somebody's signature.
 * @throws LedgerError for a refusal; then the state is as before.
 */
export function executeCommand(state: LedgerState, command: Command, verifier: SignatureVerifier = NO_SIGNATURES): Accepted {
  if (!isSeed(command.type === 'invoice.issue' ? command.seed : command.record.seed)) {
    throw new LedgerError('FIELD_INVALID', { path: '/seed', wanted: '32 bytes as hexadecimal text' });
  }
  if (command.type === 'invoice.issue') return issueInvoice(state, command);
  const { record } = command;
  const entry = parseEntry({ ...command.facts, time: formatTime(state.now), commitment: sealRecord(record) });
  if (entry.type === 'invoice.issued') throw new LedgerError('ACTION_FORBIDDEN', { rule: 'invoices-are-issued' });
  if (entry.type === 'provenance.registered') checkProvenanceRecord(entry, record, verifier);
  const text = applyEntry(state, entry);
  return { entry, text, hash: hasher().leafHash(text), record };
}
