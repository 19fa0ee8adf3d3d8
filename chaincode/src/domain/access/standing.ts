import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { Basis } from './conditions';
import { requireResource } from './resource';
import type { StandingClosed, StandingOpened } from './sharing-entries';

/** What a controller signed in advance: a standing grant. */
export type StandingState = {
  readonly resource: string;
  readonly provider: string;
  readonly consumer: string;
  /** Longest term of a grant that is drawn from it. */
  readonly days: number;
  readonly until: string;
  readonly basis: Basis;
  readonly keepDays: number;
  readonly closed: boolean;
};

/** @throws LedgerError RESOURCE_NOT_YOURS, ORGANISATION_UNKNOWN, STANDING_EXISTS, GRANT_TERM_INVALID, ACTION_FORBIDDEN. */
export function openStanding(state: LedgerState, entry: StandingOpened): void {
  const { standing, resource, provider, consumer, days, until, basis, keepDays } = entry;
  if (provider !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'provider-signs' });
  const { controller, personal } = requireResource(state, resource);
  if (controller !== state.caller) throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  // Each grant on personal data needs a consent of its own; signing in advance would pass over it.
  if (personal === true) throw new LedgerError('CONSENT_MISSING', { path: '/resource' });
  requireOrganisation(state, consumer);
  if (state.now >= (parseTime(until) ?? 0))
    throw new LedgerError('GRANT_TERM_INVALID', { path: '/until', wanted: 'a time to come' });
  if (state.get(stateKeys.standing(standing)) !== undefined) throw new LedgerError('STANDING_EXISTS', { path: '/standing' });
  const value: StandingState = { resource, provider, consumer, days, until, basis, keepDays, closed: false };
  state.put(stateKeys.standing(standing), value);
}

/** Nothing more is drawn from it; what was drawn stays. @throws LedgerError STANDING_CLOSED, RESOURCE_NOT_YOURS. */
export function closeStanding(state: LedgerState, { standing }: StandingClosed): void {
  const before = state.get<StandingState>(stateKeys.standing(standing));
  if (before === undefined || before.closed) throw new LedgerError('STANDING_CLOSED', { path: '/standing' });
  if (requireResource(state, before.resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  state.put(stateKeys.standing(standing), { ...before, closed: true });
}
