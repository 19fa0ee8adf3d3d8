import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { PoolState } from '../ports/state-values';
import type { RangeAllotted } from '../record/entry';
import { requireBureau, requireOrganisation } from '../registry/require';
import { isNumberPrefix, MAX_SEQUENCE } from './number-range';

/**
 * The bureau gives a seller numbers that nobody had before. Sequences of a prefix are handed out upwards, so that
 * overlap is impossible and one key a prefix is all the state there is.
 * @throws LedgerError RANGE_INVALID, RANGE_OVERLAPS, RANGE_QUOTA.
 */
export function allotRange(state: LedgerState, entry: Omit<RangeAllotted, 'commitment' | 'time' | 'type'>): void {
  requireBureau(state);
  const seller = requireOrganisation(state, entry.seller);
  const { prefix, from, to } = entry;
  if (!isNumberPrefix(prefix) || from < 1 || to < from || to > MAX_SEQUENCE)
    throw new LedgerError('RANGE_INVALID', { path: '/from' });
  if (seller.quota === undefined)
    throw new LedgerError('RANGE_INVALID', { path: '/seller', wanted: 'an organisation that sells' });
  if (from < nextSequence(state, prefix)) throw new LedgerError('RANGE_OVERLAPS', { path: '/from' });
  const year = prefix.slice(0, 2);
  const allotted = (seller.allotted?.[year] ?? 0) + (to - from + 1);
  if (allotted > seller.quota)
    throw new LedgerError('RANGE_QUOTA', { path: '/to', wanted: `at most ${String(seller.quota)} a year` });

  state.put(stateKeys.prefix(prefix), to + 1);
  state.put(stateKeys.organisation(entry.seller), { ...seller, allotted: { ...seller.allotted, [year]: allotted } });
  const pool = state.get<PoolState>(stateKeys.pool(entry.seller))?.ranges ?? [];
  state.put(stateKeys.pool(entry.seller), { ranges: [...pool, { prefix, next: from, to }] });
}

/** The first sequence of a prefix that was never allotted. */
export function nextSequence(state: LedgerState, prefix: string): number {
  return state.get<number>(stateKeys.prefix(prefix)) ?? 1;
}
