import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { NumberRange, PoolState, TillHead } from '../ports/state-values';
import type { RangeAssigned } from '../record/entry';
import { requireSellerOrAgent, requireTill } from '../registry/require';

/**
 * A seller gives one of its tills a part of its numbers: the front of one of its ranges.
 * @throws LedgerError RANGE_EXHAUSTED when the pool does not hold just these numbers at its front.
 */
export function assignRange(state: LedgerState, entry: Omit<RangeAssigned, 'commitment' | 'time' | 'type'>): void {
  const till = requireTill(state, entry.till);
  requireSellerOrAgent(state, till.seller);
  const pool = state.get<PoolState>(stateKeys.pool(till.seller))?.ranges ?? [];
  const index = pool.findIndex(({ prefix, next, to }) => prefix === entry.prefix && next === entry.from && entry.to <= to);
  const range = pool[index];
  if (range === undefined || entry.to < entry.from)
    throw new LedgerError('RANGE_EXHAUSTED', { path: '/from', wanted: "numbers at the front of the seller's range" });

  state.put(stateKeys.pool(till.seller), { ranges: replaceRange(pool, index, { ...range, next: entry.to + 1 }) });
  const head = state.get<TillHead>(stateKeys.head(entry.till));
  if (head === undefined) throw new LedgerError('TILL_UNKNOWN', { path: '/till' });
  const assigned: NumberRange = { prefix: entry.prefix, next: entry.from, to: entry.to };
  state.put(stateKeys.head(entry.till), { ...head, ranges: [...head.ranges, assigned] });
}

/** The ranges with one replaced, or left out when it is used up. */
export function replaceRange(ranges: readonly NumberRange[], index: number, range: NumberRange): readonly NumberRange[] {
  const rest = ranges.slice();
  if (range.next > range.to) rest.splice(index, 1);
  else rest[index] = range;
  return rest;
}
