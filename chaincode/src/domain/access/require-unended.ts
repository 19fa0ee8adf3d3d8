import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { endOf, grantChain } from './check-grant';

/**
 * What a request is answered with can still be used: a grant that is over for good is no answer. It holds for new answers; those
 * that stand on the ledger keep their meaning.
 * @throws LedgerError GRANT_REVOKED, GRANT_EXPIRED, CONSENT_WITHDRAWN, CROSSING_NOT_APPROVED.
 */
export function requireUnended(state: Pick<LedgerState, 'get' | 'now'>, grant: string): void {
  // What there is none of is for the rule of the answer to refuse.
  if (state.get(stateKeys.grant(grant)) === undefined) return;
  const end = endOf(grantChain(state, grant), state.now);
  if (end !== undefined) throw new LedgerError(end, { path: '/grant' });
}
