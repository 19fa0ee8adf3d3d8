import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { OrganisationState } from '../ports/state-values';
import type { OrganisationRegistered } from '../record/entry';
import { requireBureau } from './require';

/**
 * The bureau registers an organisation. On an empty ledger the bureau registers itself: that is its first entry.
 * @throws LedgerError ORGANISATION_EXISTS, TAXPAYER_EXISTS, ACTION_FORBIDDEN.
 */
export function registerOrganisation(
  state: LedgerState,
  entry: Omit<OrganisationRegistered, 'commitment' | 'time' | 'type'>,
): void {
  const first = state.get<string>(stateKeys.genesis) === undefined;
  if (!first) requireBureau(state);
  else if (entry.role !== 'bureau' || entry.organisation !== state.caller)
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'bureau-first' });
  if (state.get(stateKeys.organisation(entry.organisation)) !== undefined) {
    throw new LedgerError('ORGANISATION_EXISTS', { path: '/organisation' });
  }
  if (entry.taxpayer !== undefined && state.get(stateKeys.taxpayer(entry.taxpayer)) !== undefined) {
    throw new LedgerError('TAXPAYER_EXISTS', { path: '/party/taxId' });
  }

  if (first) state.put(stateKeys.genesis, entry.organisation);
  if (entry.taxpayer !== undefined) state.put(stateKeys.taxpayer(entry.taxpayer), entry.organisation);
  const value: OrganisationState = {
    role: entry.role,
    sandbox: entry.sandbox,
    publicKey: entry.publicKey,
    party: entry.party,
    ...(entry.quota === undefined ? undefined : { quota: entry.quota }),
  };
  state.put(stateKeys.organisation(entry.organisation), value);
}
