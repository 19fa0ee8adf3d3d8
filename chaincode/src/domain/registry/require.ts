import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { OrganisationState, TillState } from '../ports/state-values';

/** @throws LedgerError ORGANISATION_UNKNOWN. */
export function requireOrganisation(state: LedgerState, id: string): OrganisationState {
  const organisation = state.get<OrganisationState>(stateKeys.organisation(id));
  if (organisation === undefined) throw new LedgerError('ORGANISATION_UNKNOWN', { found: id });
  return organisation;
}

/** @throws LedgerError TILL_UNKNOWN. */
export function requireTill(state: LedgerState, id: string): TillState {
  const till = state.get<TillState>(stateKeys.till(id));
  if (till === undefined) throw new LedgerError('TILL_UNKNOWN', { path: '/till', found: id });
  return till;
}

/** Only the tax bureau may do this. @throws LedgerError ACTION_FORBIDDEN. */
export function requireBureau(state: LedgerState): void {
  if (requireOrganisation(state, state.caller).role !== 'bureau')
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'bureau-only' });
}

/** Only the seller itself, or whom it has delegated to, may act for it. @throws LedgerError TILL_NOT_YOURS. */
export function requireSellerOrAgent(state: LedgerState, seller: string): void {
  if (state.caller === seller) return;
  if (state.get<boolean>(stateKeys.delegation(seller, state.caller)) !== true)
    throw new LedgerError('TILL_NOT_YOURS', { path: '/till' });
}
