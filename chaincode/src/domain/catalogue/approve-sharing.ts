import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau, requireOrganisation } from '../registry/require';
import type { CatalogueApproved } from './catalogue-entries';
import { requireLiveEntry, type ApprovalState } from './catalogue-state';

/**
 * The bureau approves that an organisation be granted a right, until a time; what the table denies stays denied.
 * @throws LedgerError CATALOGUE_ENTRY_UNKNOWN, CATALOGUE_ENTRY_RETIRED, ORGANISATION_UNKNOWN, FIELD_INVALID, ACTION_FORBIDDEN.
 */
export function approveSharing(state: LedgerState, facts: Omit<CatalogueApproved, 'commitment' | 'time' | 'type'>): void {
  requireBureau(state);
  const { entry, consumer, right, until } = facts;
  requireLiveEntry(state, entry);
  requireOrganisation(state, consumer);
  if ((parseTime(until) ?? 0) <= state.now) throw new LedgerError('FIELD_INVALID', { path: '/until', wanted: 'a time to come' });
  const value: ApprovalState = { until };
  state.put(stateKeys.approval(entry, consumer, right), value);
}
