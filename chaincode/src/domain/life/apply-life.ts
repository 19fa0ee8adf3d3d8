import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireSellerOrAgent } from '../registry/require';
import { applyClaim } from './apply-claim';
import { applyCorrection } from './apply-correction';
import { applyRules } from './apply-rules';
import type { BookingChanged, LifeEntry, PledgeMade, PledgeReleased, UseChanged } from './life-entries';
import { lifeOf, millisecondsOf, newLife, viewOf, type PledgeState } from './life-state';
import { lifeRules } from './life-rules';
import { requireTransition } from './require-transition';

/**
 * Takes an entry about an invoice's life into the state, from nothing but its public part: transitions, guards, and who
 * acts where that is public. What rests on private content was checked by `change-life.ts` when the entry was made.
 * @throws LedgerError when the rule refuses; then nothing has changed.
 */
export function applyLife(state: LedgerState, entry: LifeEntry): void {
  switch (entry.type) {
    case 'use.changed':
    case 'booking.changed':
      changeByBuyer(state, entry);
      break;
    case 'correction.requested':
    case 'correction.changed':
    case 'correction.completed':
      applyCorrection(state, entry);
      break;
    case 'claim.reserved':
    case 'claim.changed':
      applyClaim(state, entry);
      break;
    case 'pledge.made':
      makePledge(state, entry);
      break;
    case 'pledge.released':
      releasePledge(state, entry);
      break;
    default:
      applyRules(state, entry);
  }
}

function changeByBuyer(state: LedgerState, { type, invoice, seller, event, time }: BookingChanged | UseChanged): void {
  const axis = type === 'use.changed' ? 'use' : 'booking';
  const life = lifeOf(state, invoice) ?? newLife(seller);
  const { to } = requireTransition(axis, event, viewOf(state, life, millisecondsOf(time)), 'buyer', lifeRules(state).cited);
  state.put(stateKeys.life(invoice), { ...life, [axis]: to });
}

function makePledge(state: LedgerState, { pledge, invoice, seller, financier, time }: PledgeMade): void {
  const life = lifeOf(state, invoice) ?? newLife(seller);
  requireSellerOrAgent(state, life.seller);
  if (state.get(stateKeys.pledge(pledge)) !== undefined) throw new LedgerError('PLEDGE_EXISTS', { path: '/pledge' });
  requireTransition('pledge', 'pledge', viewOf(state, life, millisecondsOf(time)), 'seller', lifeRules(state).cited);
  const value: PledgeState = { invoice, financier, status: 'pledged' };
  state.put(stateKeys.pledge(pledge), value);
  state.put(stateKeys.life(invoice), { ...life, pledge });
}

function releasePledge(state: LedgerState, { pledge, time }: PledgeReleased): void {
  const value = requirePledge(state, pledge);
  const life = lifeOf(state, value.invoice);
  if (value.status === 'released' || life === undefined) throw new LedgerError('PLEDGE_STATE_WRONG', { found: value.status });
  requireTransition('pledge', 'release-pledge', viewOf(state, life, millisecondsOf(time)), 'financier', lifeRules(state).cited);
  const { pledge: _, ...rest } = life;
  state.put(stateKeys.pledge(pledge), { ...value, status: 'released' });
  state.put(stateKeys.life(value.invoice), rest);
}

/** @throws LedgerError PLEDGE_UNKNOWN. */
export function requirePledge(state: Pick<LedgerState, 'get'>, id: string): PledgeState {
  const pledge = state.get<PledgeState>(stateKeys.pledge(id));
  if (pledge === undefined) throw new LedgerError('PLEDGE_UNKNOWN', { found: id });
  return pledge;
}
