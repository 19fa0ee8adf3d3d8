import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau, requireOrganisation } from '../registry/require';
import { HOME_REGION } from './conditions';
import { requireResource } from './resource';
import type { CrossingApproved, CrossingWithdrawn } from './sharing-entries';

/** Leave to use a resource in another region. */
export type CrossingState = {
  readonly resource: string;
  readonly consumer: string;
  readonly region: string;
  readonly until: string;
  readonly withdrawn: boolean;
};

/**
 * Use in another region is denied unless the bureau approves it: for one resource, one consumer, one region, for a time.
 * @throws LedgerError ACTION_FORBIDDEN, RESOURCE_UNKNOWN, ORGANISATION_UNKNOWN, CROSSING_EXISTS, FIELD_INVALID.
 */
export function approveCrossing(state: LedgerState, { approval, resource, consumer, region, until }: CrossingApproved): void {
  requireBureau(state);
  requireResource(state, resource);
  requireOrganisation(state, consumer);
  if (region === HOME_REGION) throw new LedgerError('FIELD_INVALID', { path: '/region', wanted: 'another region' });
  if (state.now >= (parseTime(until) ?? 0)) throw new LedgerError('FIELD_INVALID', { path: '/until', wanted: 'a time to come' });
  if (state.get(stateKeys.crossing(approval)) !== undefined) throw new LedgerError('CROSSING_EXISTS', { path: '/approval' });
  const value: CrossingState = { resource, consumer, region, until, withdrawn: false };
  state.put(stateKeys.crossing(approval), value);
}

/** @throws LedgerError ACTION_FORBIDDEN, CROSSING_NOT_APPROVED. */
export function withdrawCrossing(state: LedgerState, { approval }: CrossingWithdrawn): void {
  requireBureau(state);
  const before = state.get<CrossingState>(stateKeys.crossing(approval));
  if (before === undefined || before.withdrawn) throw new LedgerError('CROSSING_NOT_APPROVED', { found: approval });
  state.put(stateKeys.crossing(approval), { ...before, withdrawn: true });
}
