import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { DelegationGranted, DelegationRevoked } from '../record/entry';
import { requireOrganisation } from './require';

type Parties = Pick<DelegationGranted, 'agent' | 'seller'>;

/** A seller lets another organisation, such as its platform, issue for it. @throws LedgerError DELEGATION_EXISTS. */
export function grantDelegation(state: LedgerState, entry: Parties): void {
  requireSellerItself(state, entry);
  requireOrganisation(state, entry.agent);
  if (isDelegated(state, entry)) throw new LedgerError('DELEGATION_EXISTS', { path: '/agent' });
  state.put(stateKeys.delegation(entry.seller, entry.agent), true);
}

/** The seller takes a delegation back. @throws LedgerError DELEGATION_UNKNOWN. */
export function revokeDelegation(state: LedgerState, entry: Pick<DelegationRevoked, 'agent' | 'seller'>): void {
  requireSellerItself(state, entry);
  if (!isDelegated(state, entry)) throw new LedgerError('DELEGATION_UNKNOWN', { path: '/agent' });
  state.put(stateKeys.delegation(entry.seller, entry.agent), false);
}

function requireSellerItself(state: LedgerState, { seller }: Parties): void {
  requireOrganisation(state, seller);
  if (state.caller !== seller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'seller-only' });
}

function isDelegated(state: LedgerState, { seller, agent }: Parties): boolean {
  return state.get<boolean>(stateKeys.delegation(seller, agent)) === true;
}
