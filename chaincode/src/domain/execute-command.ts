import { checkGrantRecord } from './access/check-grant-record';
import { requireOwnConsent } from './access/require-own-consent';
import { requireUnended } from './access/require-unended';
import { applyEntry } from './apply-entry';
import { requireCatalogued } from './catalogue/require-catalogued';
import { hasher } from './encoding/digest';
import { formatTime } from './encoding/time';
import { LedgerError } from './errors';
import { changeLife } from './life/change-life';
import type { ChangeLife } from './life/life-command';
import { isLifeEntry, type LifeEntry } from './life/life-entries';
import { issueInvoice, type IssueInvoice } from './invoice/issue-invoice';
import { checkDeviceSignature } from './offline/check-device-signature';
import type { LedgerState } from './ports/ledger-state';
import { NO_SIGNATURES, type SignatureVerifier } from './ports/signature-verifier';
import { checkProvenanceRecord } from './provenance/check-provenance-record';
import type { Accepted } from './record/accepted';
import { isSeed, sealRecord, type SealedRecord } from './record/commitment';
import type { Entry } from './record/entry';
import { parseEntry } from './record/parse-entry';

type FactsOf<E> = E extends Entry ? Omit<E, 'commitment' | 'time'> : never;

/** An entry as its caller proposes it: the ledger adds its time and its commitment. */
export type EntryFacts = FactsOf<Exclude<Entry, LifeEntry | { readonly type: 'invoice.issued' }>>;

/** A command whose public facts come from the caller; who did it and why stand in its record. */
export interface RecordEntry {
  readonly type: 'entry.record';
  readonly facts: EntryFacts;
  readonly record: SealedRecord;
}

export type Command = ChangeLife | IssueInvoice | RecordEntry;

/**
 * Runs one command of a transaction. Both ledgers come through here, so a rule stands once.
 * @param verifier the host's cryptography, for entries whose record carries somebody's signature.
 * @throws LedgerError for a refusal; then the state is as before.
 */
export function executeCommand(state: LedgerState, command: Command, verifier: SignatureVerifier = NO_SIGNATURES): Accepted {
  if (!isSeed(command.type === 'entry.record' ? command.record.seed : command.seed)) {
    throw new LedgerError('FIELD_INVALID', { path: '/seed', wanted: '32 bytes as hexadecimal text' });
  }
  if (command.type === 'invoice.issue') return issueInvoice(state, command, verifier);
  if (command.type === 'life.change') return changeLife(state, command);
  const { record } = command;
  const entry = parseEntry({ ...command.facts, time: formatTime(state.now), commitment: sealRecord(record) });
  if (entry.type === 'invoice.issued' || isLifeEntry(entry))
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'made-by-its-own-rule' });
  if (entry.type === 'provenance.registered') checkProvenanceRecord(entry, record, verifier);
  checkSharing(state, entry, record);
  checkDeviceSignature(state, entry, verifier);
  const text = applyEntry(state, entry);
  return { entry, text, hash: hasher().leafHash(text), record };
}

/** What access asks of new entries beside the rule of each: a grant's place in the directory, its consent, what its record says. */
function checkSharing(state: LedgerState, entry: Entry, record: SealedRecord): void {
  if (entry.type === 'grant.granted') {
    requireCatalogued(state, entry);
    requireOwnConsent(state, entry);
  }
  if (entry.type === 'request.answered' && entry.grant !== undefined) requireUnended(state, entry.grant);
  if (entry.type === 'grant.granted' || entry.type === 'standing.opened' || entry.type === 'grant.deletion-attested')
    checkGrantRecord(entry, record);
}
