import type { LedgerState } from '../ports/ledger-state';
import type { Entry } from '../record/entry';
import { closeOutage } from './close-outage';
import type { OfflineEntry } from './offline-entries';
import { registerTillKey, revokeTillKey } from './till-key';

const OFFLINE_TYPES: ReadonlySet<string> = new Set<OfflineEntry['type']>([
  'till.key-registered',
  'till.key-revoked',
  'outage.closed',
]);

/** Entries about tills that issue without the network, but the invoices themselves. */
export function isOfflineEntry(entry: Entry): entry is OfflineEntry {
  return OFFLINE_TYPES.has(entry.type);
}

/** Takes an entry into the state by the rule of its type. @throws LedgerError when the rule refuses. */
export function applyOffline(state: LedgerState, entry: OfflineEntry): void {
  if (entry.type === 'till.key-registered') registerTillKey(state, entry);
  else if (entry.type === 'till.key-revoked') revokeTillKey(state, entry);
  else closeOutage(state, entry);
}
