import type { LedgerState } from '../ports/ledger-state';
import type { SignatureVerifier } from '../ports/signature-verifier';
import type { Entry } from '../record/entry';
import { requireTill } from '../registry/require';
import { checkOutageSignature } from './close-outage';
import { statementText } from './statement';
import { requireDeviceKey, requireSigned } from './till-key';

/**
 * Checks the signature that a till's device gave an entry, by the key that the till has before the entry; entries without
 * one pass. Whoever replays a ledger calls it: the entry and the state are all that it needs.
 * @throws LedgerError OFFLINE_SIGNATURE_WRONG, TILL_KEY_MISSING, TILL_KEY_FOREIGN.
 */
export function checkDeviceSignature(state: LedgerState, entry: Entry, verifier: SignatureVerifier): void {
  if (entry.type === 'outage.closed') checkOutageSignature(state, entry, verifier);
  if (entry.type !== 'invoice.issued' || entry.offline === undefined) return;
  const { key, signature, time } = entry.offline;
  const device = requireDeviceKey(requireTill(state, entry.till), key, time);
  requireSigned(statementText(entry, entry.offline), signature, device, verifier);
}
