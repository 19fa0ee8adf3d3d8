import { applyAccess, isAccessEntry, type AccessEntry } from './access/apply-access';
import { applyCatalogue } from './catalogue/apply-catalogue';
import { isCatalogueEntry, type CatalogueEntry } from './catalogue/catalogue-entries';
import { handOverLedger, takeOverLedger } from './handover/hand-over';
import { applyLife } from './life/apply-life';
import { isLifeEntry, type LifeEntry } from './life/life-entries';
import { admitInvoice } from './invoice/admit-invoice';
import type { LedgerState } from './ports/ledger-state';
import { noteEvent } from './provenance/note-event';
import { registerProvenance } from './provenance/register-provenance';
import { applyOffline, isOfflineEntry } from './offline/apply-offline';
import type { OfflineEntry } from './offline/offline-entries';
import { allotRange } from './range/allot-range';
import { assignRange } from './range/assign-range';
import { entryText, type Entry, type EntryType } from './record/entry';
import { grantDelegation, revokeDelegation } from './registry/delegate';
import { registerOrganisation } from './registry/register-organisation';
import { registerTill } from './registry/register-till';
import { requireOrganisation } from './registry/require';
import { sealStatus } from './status/seal-status';
import { applyUsage, isUsageEntry } from './usage/apply-usage';
import type { UsageEntry } from './usage/usage-entries';

type EntryOf<Type extends EntryType> = Extract<Entry, { readonly type: Type }>;

type RuledType = Exclude<
  EntryType,
  AccessEntry['type'] | CatalogueEntry['type'] | LifeEntry['type'] | OfflineEntry['type'] | UsageEntry['type'] | 'invoice.issued'
>;

/**
 * The rule of each type of entry but those of access, of the directory, of use and of an invoice's life, and the invoice's,
 * which also gives the entry's text.
 */
const RULES: { readonly [Type in RuledType]: (state: LedgerState, entry: EntryOf<Type>) => void } = {
  'organisation.registered': registerOrganisation,
  'till.registered': registerTill,
  'delegation.granted': grantDelegation,
  'delegation.revoked': revokeDelegation,
  'range.allotted': allotRange,
  'range.assigned': assignRange,
  'act.recorded': (state) => {
    requireOrganisation(state, state.caller);
  },
  'provenance.registered': registerProvenance,
  'provenance.event': noteEvent,
  'status.sealed': sealStatus,
  'ledger.handed-over': handOverLedger,
  'ledger.taken-over': takeOverLedger,
};

/**
 * Takes a public entry into the state by the rule of its type. Issuing ends here, and a replay of the chain starts here:
 * what was once accepted must be accepted again, in the same order, from nothing but the public entries.
 * @returns the text of the entry.
 * @throws LedgerError when the rule refuses; then nothing has changed.
 */
export function applyEntry(state: LedgerState, entry: Entry): string {
  if (entry.type === 'invoice.issued') return admitInvoice(state, entry).text;
  if (isAccessEntry(entry)) applyAccess(state, entry);
  else if (isCatalogueEntry(entry)) applyCatalogue(state, entry);
  else if (isUsageEntry(entry)) applyUsage(state, entry);
  else if (isOfflineEntry(entry)) applyOffline(state, entry);
  else if (isLifeEntry(entry)) applyLife(state, entry);
  else (RULES[entry.type] as (state: LedgerState, entry: Entry) => void)(state, entry);
  return entryText(entry);
}
