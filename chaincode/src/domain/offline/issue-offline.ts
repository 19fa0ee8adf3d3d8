import { bytesToBase64 } from '../encoding/base64';
import { LedgerError } from '../errors';
import { admitInvoice } from '../invoice/admit-invoice';
import { cnRules } from '../invoice/cn-rules';
import { checkAmounts, composeInvoice, prepareSale, type Sale } from '../invoice/prepare-invoice';
import type { LedgerState } from '../ports/ledger-state';
import type { Signer } from '../ports/signature-verifier';
import { stateKeys } from '../ports/state-keys';
import type { TillHead } from '../ports/state-values';
import type { SealedRecord } from '../record/commitment';
import type { InvoiceIssued } from '../record/entry';
import type { OutageClosed } from './offline-entries';
import type { OfflineSlip } from './open-slip';
import { outageText, statementText } from './statement';

const encoder = new TextEncoder();

/** A till's key: it signs, and has the id that the till's registration gives it. */
export interface DeviceSigner extends Signer {
  readonly id: string;
}

/** An invoice that a till has issued without the network: what it reports later, and what it knows of it until then. */
export interface IssuedOffline {
  readonly slip: OfflineSlip;
  readonly entry: InvoiceIssued;
  readonly record: SealedRecord;
}

/**
 * Issues an invoice at a till without network: the same functions that the ledger runs derive number, place and commitment of
 * the till's own state, and the till's key signs them.
 * @param state the till's: its head and registration, its seller, the rules; `now` is the till's clock.
 * @throws LedgerError as issuing at the ledger; TILL_KEY_FOREIGN, OFFLINE_NOT_ALLOWED for a red invoice.
 */
export function issueOffline(state: LedgerState, sale: Sale, signer: DeviceSigner): IssuedOffline {
  const prepared = prepareSale(state, sale);
  if (prepared.request.corrects !== undefined) throw new LedgerError('OFFLINE_NOT_ALLOWED', { path: '/corrects' });
  const cn = cnRules(state);
  checkAmounts(prepared.request, state.now, cn);
  const { entry, record, rules } = composeInvoice(prepared, state.now, cn);
  const statement = statementText(entry, { key: signer.id, rules, time: entry.time });
  const signature = signText(statement, signer);
  const issued = { ...entry, offline: { key: signer.id, rules, signature, time: entry.time } };
  admitInvoice(state, issued);
  return { slip: { statement, signature }, entry: issued, record };
}

/**
 * The collective record of all that a till has reported since the last one, by its own state.
 * @throws LedgerError OUTAGE_NOT_OPEN when that is nothing.
 */
export function signOutage(
  state: Pick<LedgerState, 'get'>,
  till: string,
  signedAt: string,
  signer: DeviceSigner,
): Omit<OutageClosed, 'commitment' | 'time'> {
  const head = state.get<TillHead>(stateKeys.head(till));
  const { from, first } = head?.offline ?? {};
  if (head === undefined || from === undefined || first === undefined)
    throw new LedgerError('OUTAGE_NOT_OPEN', { path: '/till' });
  const { counter: to, last } = head;
  const facts = { till, from, to, count: to - from + 1, first, last, key: signer.id, signedAt };
  return { type: 'outage.closed', ...facts, signature: signText(outageText(facts), signer) };
}

/** A signature over the UTF-8 form of a text, base64. */
export function signText(text: string, signer: DeviceSigner): string {
  return bytesToBase64(signer.sign(encoder.encode(text)));
}
