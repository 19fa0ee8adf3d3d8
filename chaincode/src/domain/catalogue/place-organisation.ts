import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau, requireOrganisation } from '../registry/require';
import type { DivisionRegistered, OrganisationPlaced } from './catalogue-entries';
import { requireDivision, type DivisionState, type PlacementState } from './catalogue-state';

/**
 * The bureau keeps the one list of divisions that all records refer to.
 * @throws LedgerError DIVISION_EXISTS, DIVISION_UNKNOWN for the one above, ACTION_FORBIDDEN.
 */
export function registerDivision(
  state: LedgerState,
  { division, parent }: Pick<DivisionRegistered, 'division' | 'parent'>,
): void {
  requireBureau(state);
  if (state.get(stateKeys.division(division)) !== undefined) throw new LedgerError('DIVISION_EXISTS', { path: '/division' });
  if (parent !== undefined) requireDivision(state, parent, '/parent');
  const value: DivisionState = { ...(parent === undefined ? undefined : { parent }) };
  state.put(stateKeys.division(division), value);
}

/** Organisations one above the other at most: a longer chain is a mistake. */
const MAX_SUPERIORS = 16;

/**
 * The bureau says to which division an organisation belongs, and which organisation is above it.
 * @throws LedgerError ORGANISATION_UNKNOWN, DIVISION_UNKNOWN, FIELD_INVALID for a circle of superiors, ACTION_FORBIDDEN.
 */
export function placeOrganisation(state: LedgerState, entry: Omit<OrganisationPlaced, 'commitment' | 'time' | 'type'>): void {
  requireBureau(state);
  const { organisation, division, superior } = entry;
  requireOrganisation(state, organisation);
  requireDivision(state, division, '/division');
  if (superior !== undefined) {
    requireOrganisation(state, superior);
    refuseCircle(state, organisation, superior);
  }
  const value: PlacementState = { division, ...(superior === undefined ? undefined : { superior }) };
  state.put(stateKeys.placement(organisation), value);
}

function refuseCircle(state: LedgerState, organisation: string, superior: string): void {
  let next: string | undefined = superior;
  for (let steps = 0; next !== undefined; steps += 1) {
    if (next === organisation || steps >= MAX_SUPERIORS)
      throw new LedgerError('FIELD_INVALID', { path: '/superior', wanted: 'an organisation that is not below this one' });
    next = state.get<PlacementState>(stateKeys.placement(next))?.superior;
  }
}
