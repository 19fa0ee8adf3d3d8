import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { CatalogueTransferred } from './catalogue-entries';
import { requireDuty, requireLiveEntry, requirePlaced, requireVersion, type CatalogueEntryState } from './catalogue-state';

/**
 * The owner hands an entry to the organisation of another duty, or gives it another steward. Resources and grants stay as
 * they are; a proposal to loosen the grade, which the old owner made, goes.
 * @throws LedgerError CATALOGUE_ENTRY_UNKNOWN, CATALOGUE_ENTRY_RETIRED, CATALOGUE_ENTRY_NOT_YOURS, VERSION_NOT_NEXT, DUTY_UNKNOWN,
 * DUTY_NOT_YOURS, ORGANISATION_UNKNOWN, ORGANISATION_NOT_PLACED, FIELD_INVALID when nothing would change.
 */
export function transferEntry(state: LedgerState, facts: Omit<CatalogueTransferred, 'commitment' | 'time' | 'type'>): void {
  const { entry, version, duty, owner, steward } = facts;
  const { loosening: _, ...before } = requireLiveEntry(state, entry);
  if (before.owner !== state.caller) throw new LedgerError('CATALOGUE_ENTRY_NOT_YOURS', { rule: 'owner-only' });
  requireVersion(version, before.version + 1);
  requireDuty(state, duty, owner);
  requirePlaced(state, owner);
  requireOrganisation(state, steward);
  if (owner === before.owner && duty === before.duty && steward === before.steward)
    throw new LedgerError('FIELD_INVALID', { path: '/owner', wanted: 'another owner, duty or steward' });
  const value: CatalogueEntryState = { ...before, version, duty, owner, steward };
  state.put(stateKeys.catalogue(entry), value);
}
