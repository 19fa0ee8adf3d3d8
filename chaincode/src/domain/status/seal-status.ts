import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau } from '../registry/require';
import type { StatusSealed, StatusSealState } from './status-sealed';

/** Pairs that one seal may change: its record stays some 140 KB. */
export const MAX_SEALED_CHANGES = 1024;

/**
 * The bureau puts the root of the map on the ledger. Seals are numbered without gap, so of two that race one is refused, and
 * what they cover never shrinks.
 * @throws LedgerError STATUS_NOT_CONTIGUOUS, ACTION_FORBIDDEN, FIELD_INVALID.
 */
export function sealStatus(state: LedgerState, { number, covers, changes, root, time }: StatusSealed): void {
  requireBureau(state);
  const last = state.get<StatusSealState>(stateKeys.status);
  const wanted = (last?.number ?? 0) + 1;
  if (number !== wanted)
    throw new LedgerError('STATUS_NOT_CONTIGUOUS', { path: '/number', found: String(number), wanted: String(wanted) });
  if (covers < (last?.covers ?? 0)) throw new LedgerError('STATUS_NOT_CONTIGUOUS', { path: '/covers' });
  if (changes > MAX_SEALED_CHANGES)
    throw new LedgerError('FIELD_INVALID', { path: '/changes', wanted: `at most ${String(MAX_SEALED_CHANGES)}` });
  const value: StatusSealState = { number, covers, root, time };
  state.put(stateKeys.status, value);
}
