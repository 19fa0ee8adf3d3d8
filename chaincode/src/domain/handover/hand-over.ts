import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { LedgerHandedOver, LedgerTakenOver } from '../record/entry';
import type { HandoverState } from './handover';

/**
 * A ledger begins as the continuation of another one, whose log goes on with this very entry. Where the old entries are at
 * hand (a mirror, a replay), the bureau that they registered says so; on a new channel nobody is registered yet, and
 * whose certificate counts is for the channel's door to say.
 * @throws LedgerError HANDOVER_STATE_WRONG, ACTION_FORBIDDEN.
 */
export function handOverLedger(state: LedgerState, { origin, size, root, lastBlock }: LedgerHandedOver): void {
  if (state.get(stateKeys.handover) !== undefined) throw new LedgerError('HANDOVER_STATE_WRONG', { rule: 'once' });
  const bureau = state.get<string>(stateKeys.genesis);
  if (bureau !== undefined && bureau !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'bureau-only' });
  const value: HandoverState = { status: 'loading', bureau: state.caller, origin, size, root, lastBlock };
  state.put(stateKeys.handover, value);
}

/**
 * The old state is all there: from here on the ledger is open. The entry names the pages by their digest, so that whoever
 * has the old ledger can make them again and compare.
 * @throws LedgerError HANDOVER_STATE_WRONG, ACTION_FORBIDDEN.
 */
export function takeOverLedger(state: LedgerState, { erased }: LedgerTakenOver): void {
  const handover = requireLoading(state, state.get<HandoverState>(stateKeys.handover));
  if (state.get<string>(stateKeys.genesis) !== state.caller)
    throw new LedgerError('HANDOVER_STATE_WRONG', { rule: 'bureau-loaded' });
  const value: HandoverState = { ...handover, status: 'closed', erased };
  state.put(stateKeys.handover, value);
}

/** @throws LedgerError HANDOVER_STATE_WRONG when nothing is being handed over, ACTION_FORBIDDEN for others than its bureau. */
export function requireLoading(state: Pick<LedgerState, 'caller'>, handover: HandoverState | undefined): HandoverState {
  if (handover?.status !== 'loading') throw new LedgerError('HANDOVER_STATE_WRONG', { rule: 'loading' });
  if (handover.bureau !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'bureau-only' });
  return handover;
}
