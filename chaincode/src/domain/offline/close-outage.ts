import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { stateKeys } from '../ports/state-keys';
import type { TillHead } from '../ports/state-values';
import { requireSellerOrAgent, requireTill } from '../registry/require';
import type { OutageClosed } from './offline-entries';
import { outageText } from './statement';
import { requireDeviceKey, requireSigned } from './till-key';

/**
 * A till's collective record names exactly the invoices that it reported since the last one.
 * @throws LedgerError TILL_UNKNOWN, TILL_NOT_YOURS, TILL_KEY_MISSING, TILL_KEY_FOREIGN, OUTAGE_NOT_OPEN, OUTAGE_MISMATCH.
 */
export function closeOutage(state: LedgerState, entry: Omit<OutageClosed, 'commitment' | 'time'>): void {
  const till = requireTill(state, entry.till);
  requireSellerOrAgent(state, till.seller);
  requireDeviceKey(till, entry.key, entry.signedAt);
  const head = state.get<TillHead>(stateKeys.head(entry.till));
  invariant(head !== undefined, 'a registered till has a head');
  const { offline } = head;
  if (offline?.from === undefined || offline.first === undefined) throw new LedgerError('OUTAGE_NOT_OPEN', { path: '/till' });
  const wanted = {
    from: offline.from,
    to: head.counter,
    count: head.counter - offline.from + 1,
    first: offline.first,
    last: head.last,
  };
  for (const [member, value] of Object.entries(wanted)) {
    const found = entry[member as keyof typeof wanted];
    if (found !== value)
      throw new LedgerError('OUTAGE_MISMATCH', { path: `/${member}`, found: String(found), wanted: String(value) });
  }
  state.put(stateKeys.head(entry.till), { ...head, offline: { time: offline.time } });
}

/** The till's key signed its collective record. @throws LedgerError OFFLINE_SIGNATURE_WRONG and those of the key. */
export function checkOutageSignature(state: LedgerState, entry: OutageClosed, verifier: SignatureVerifier): void {
  const key = requireDeviceKey(requireTill(state, entry.till), entry.key, entry.signedAt);
  requireSigned(outageText(entry), entry.signature, key, verifier);
}
