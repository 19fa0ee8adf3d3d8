import { formatTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau } from '../registry/require';
import { endOf, grantChain } from './check-grant';
import { requireGrant, type GrantState } from './grant';
import { requireResource } from './resource';

type Party = 'consumer' | 'provider';

/**
 * On whose side of a grant an organisation stands: the resource's controller stands with the provider.
 * @throws LedgerError GRANT_NOT_YOURS.
 */
function sideOf(state: LedgerState, grant: GrantState): Party {
  if (state.caller === grant.consumer) return 'consumer';
  const power = state.caller === grant.provider || requireResource(state, grant.resource).controller === state.caller;
  if (!power) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'parties-only' });
  return 'provider';
}

/**
 * Either side proposes that a grant end; it goes on until the other side signs.
 * @throws LedgerError GRANT_UNKNOWN, GRANT_NOT_YOURS, GRANT_REVOKED, GRANT_STATE_WRONG when it is proposed already.
 */
export function proposeRevocation(state: LedgerState, id: string): void {
  const grant = requireGrant(state, id);
  const by = sideOf(state, grant);
  if (grant.status === 'revoked') throw new LedgerError('GRANT_REVOKED');
  if (grant.revocation !== undefined) throw new LedgerError('GRANT_STATE_WRONG', { found: 'revocation proposed' });
  state.put(stateKeys.grant(id), { ...grant, revocation: { by, signed: false } });
}

/**
 * The other side signs. What was proposed is now revoked by both; what one side had revoked alone is acknowledged, so that
 * both signatures stand on the ledger either way.
 * @throws LedgerError GRANT_UNKNOWN, GRANT_NOT_YOURS, GRANT_STATE_WRONG when there is nothing to sign.
 */
export function countersignRevocation(state: LedgerState, id: string): void {
  const grant = requireGrant(state, id);
  const side = sideOf(state, grant);
  // Grants that were revoked before both could sign were revoked by the provider's side.
  const open = grant.revocation ?? (grant.status === 'revoked' ? { by: 'provider' as const, signed: false } : undefined);
  if (open === undefined || open.signed) throw new LedgerError('GRANT_STATE_WRONG', { wanted: 'a revocation to sign' });
  if (open.by === side) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'other-side-signs' });
  state.put(stateKeys.grant(id), revoked(grant, open.by, true, state.now));
}

/** A grant that has ended: when, by whose wish, and whether the other side signed. */
export function revoked(grant: GrantState, by: Party, signed: boolean, now: number): GrantState {
  const { pausedBy: _, ...rest } = grant;
  return { ...rest, status: 'revoked', revocation: { by, signed }, endedAt: grant.endedAt ?? formatTime(now) };
}

/**
 * After the end, the consumer states that it has deleted what it held; once.
 * @throws LedgerError GRANT_UNKNOWN, GRANT_NOT_YOURS, GRANT_STATE_WRONG while the grant holds or when it was stated before.
 */
export function attestDeletion(state: LedgerState, id: string): void {
  const grant = requireGrant(state, id);
  if (grant.consumer !== state.caller) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'consumer-only' });
  const ended = endOf(grantChain(state, id), state.now) !== undefined;
  if (!ended || grant.deletedAt !== undefined)
    throw new LedgerError('GRANT_STATE_WRONG', { found: ended ? 'deleted' : grant.status, wanted: 'ended' });
  state.put(stateKeys.grant(id), { ...grant, deletedAt: formatTime(state.now) });
}

/**
 * The bureau has reviewed an emergency grant; one that is not upheld is revoked.
 * @throws LedgerError ACTION_FORBIDDEN, GRANT_UNKNOWN, GRANT_STATE_WRONG when there is nothing to review.
 */
export function reviewGrant(state: LedgerState, id: string, upheld: boolean): void {
  requireBureau(state);
  const grant = requireGrant(state, id);
  if (grant.reviewBy === undefined || grant.reviewed !== undefined)
    throw new LedgerError('GRANT_STATE_WRONG', { wanted: 'an emergency that was not reviewed' });
  const reviewed: GrantState = { ...grant, reviewed: upheld };
  const ends = !upheld && grant.status !== 'revoked';
  state.put(stateKeys.grant(id), ends ? revoked(reviewed, 'provider', false, state.now) : reviewed);
  state.put(stateKeys.emergency(grant.resource, grant.consumer), '');
}
