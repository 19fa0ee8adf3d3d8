import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { revoked } from './end-grant';
import { GRANT_TRANSITIONS, requireGrant, type GrantChange, type GrantState } from './grant';
import { requireResource } from './resource';

/**
 * Pauses, resumes or revokes a grant, by the resource's controller of the day; a sub-grant also by whoever gave it. What
 * was revoked never comes back.
 * @throws LedgerError GRANT_UNKNOWN, GRANT_NOT_YOURS, GRANT_REVOKED, GRANT_STATE_WRONG.
 */
export function changeGrant(state: LedgerState, change: GrantChange, id: string): void {
  const before = requireGrant(state, id);
  requirePower(state, before, change);
  const { from, to } = GRANT_TRANSITIONS[change];
  if (before.status === 'revoked') throw new LedgerError('GRANT_REVOKED');
  if (!from.includes(before.status))
    throw new LedgerError('GRANT_STATE_WRONG', { found: before.status, wanted: from.join(', ') });
  // Whoever revokes alone gives its reason in the record; the other side may still sign.
  if (to === 'revoked' && before.version === 2) {
    state.put(stateKeys.grant(id), revoked(before, 'provider', false, state.now));
    return;
  }
  const { pausedBy: _, ...rest } = before;
  const value: GrantState = { ...rest, status: to, ...(to === 'paused' ? { pausedBy: state.caller } : undefined) };
  state.put(stateKeys.grant(id), value);
}

/** The controller may do all; the giver of a sub-grant does not undo what the controller has paused. */
function requirePower(state: LedgerState, grant: GrantState, change: GrantChange): void {
  if (requireResource(state, grant.resource).controller === state.caller) return;
  const gave = grant.parent !== undefined && grant.provider === state.caller;
  if (!gave) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'controller-only' });
  if (change === 'grant.resumed' && grant.status === 'paused' && grant.pausedBy !== state.caller)
    throw new LedgerError('GRANT_NOT_YOURS', { rule: 'who-paused-resumes' });
}
