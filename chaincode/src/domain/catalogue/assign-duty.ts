import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau, requireOrganisation } from '../registry/require';
import type { DutyAssigned } from './catalogue-entries';
import { requirePlaced, requireVersion, type DutyState } from './catalogue-state';

/**
 * The bureau gives a duty to an organisation, or from one to another: each time a version. Catalogue entries under the duty
 * stay their owner's until that hands them over.
 * @throws LedgerError ORGANISATION_UNKNOWN, ORGANISATION_NOT_PLACED, VERSION_NOT_NEXT, ACTION_FORBIDDEN.
 */
export function assignDuty(state: LedgerState, entry: Omit<DutyAssigned, 'commitment' | 'time' | 'type'>): void {
  requireBureau(state);
  const { duty, version, organisation } = entry;
  if (requireOrganisation(state, organisation).role !== 'provider')
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'provider-only', path: '/organisation' });
  requirePlaced(state, organisation);
  requireVersion(version, (state.get<DutyState>(stateKeys.duty(duty))?.version ?? 0) + 1);
  const value: DutyState = { version, organisation };
  state.put(stateKeys.duty(duty), value);
}
