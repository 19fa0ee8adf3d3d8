import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { OrganisationState, PoolState } from '../ports/state-values';
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
  if (!isRange(entry)) throw new LedgerError('RANGE_INVALID', { path: '/from' });
  if (from < nextSequence(state, prefix)) throw new LedgerError('RANGE_OVERLAPS', { path: '/from' });
  const allotted = countAllotted(seller, entry);

  state.put(stateKeys.prefix(prefix), to + 1);
  state.put(stateKeys.organisation(entry.seller), { ...seller, allotted });
  const pool = state.get<PoolState>(stateKeys.pool(entry.seller))?.ranges ?? [];
  state.put(stateKeys.pool(entry.seller), { ranges: [...pool, { prefix, next: from, to }] });
}

function isRange({ prefix, from, to }: Pick<RangeAllotted, 'from' | 'prefix' | 'to'>): boolean {
  return isNumberPrefix(prefix) && from >= 1 && to >= from && to <= MAX_SEQUENCE;
}

/** A seller's numbers by year with this range; refuses what its quota does not allow. */
function countAllotted(
  { quota, allotted }: OrganisationState,
  { prefix, from, to }: Pick<RangeAllotted, 'from' | 'prefix' | 'to'>,
): Record<string, number> {
  if (quota === undefined) throw new LedgerError('RANGE_INVALID', { path: '/seller', wanted: 'an organisation that sells' });
  const year = prefix.slice(0, 2);
  const count = (allotted?.[year] ?? 0) + (to - from + 1);
  if (count > quota) throw new LedgerError('RANGE_QUOTA', { path: '/to', wanted: `at most ${String(quota)} a year` });
  return { ...allotted, [year]: count };
}

/** The first sequence of a prefix that was never allotted. */
export function nextSequence(state: LedgerState, prefix: string): number {
  return state.get<number>(stateKeys.prefix(prefix)) ?? 1;
}
