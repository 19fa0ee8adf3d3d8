import { formatTime } from '../encoding/time';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireBureau, requireSellerOrAgent } from '../registry/require';
import { heldClaims } from './apply-claim';
import { PENDING_CORRECTION, type AxisState, type LifeRole, type Transition } from './axes';
import type { CorrectionChanged, CorrectionCompleted, CorrectionRequested } from './life-entries';
import { lifeRules } from './life-rules';
import { lifeOf, millisecondsOf, newLife, viewOf, type CorrectionState, type LifeState } from './life-state';
import { requireTransition } from './require-transition';

const HOUR_MS = 3_600_000;

/** The red-letter confirmation, from its request to the red invoice. @throws LedgerError when refused. */
export function applyCorrection(state: LedgerState, entry: CorrectionChanged | CorrectionCompleted | CorrectionRequested): void {
  if (entry.type === 'correction.requested') request(state, entry);
  else if (entry.type === 'correction.changed') change(state, entry);
  else complete(state, entry);
}

function request(state: LedgerState, entry: CorrectionRequested): void {
  const { correction, invoice, event, reason, until, time } = entry;
  const life = lifeOf(state, invoice) ?? newLife(entry.seller);
  const by = event === 'request-of-seller' ? 'buyer' : 'seller';
  if (by === 'seller') requireSellerOrAgent(state, life.seller);
  // A request after a void one is a new one: ids are not used twice.
  if (state.get(stateKeys.correction(correction)) !== undefined)
    throw new LedgerError('CORRECTION_EXISTS', { path: '/correction' });
  const now = millisecondsOf(time);
  const { to } = requireNewCorrection(state, life, event, now);
  if (until !== confirmUntil(state, event, now)) throw new LedgerError('FIELD_INVALID', { path: '/until' });
  const value: CorrectionState = {
    invoice,
    by,
    reason,
    status: to as AxisState<'correction'>,
    ...(until === undefined ? undefined : { until }),
    commitment: entry.commitment,
  };
  state.put(stateKeys.correction(correction), value);
  // Leases that have ended stay so, as in the balance.
  const claims = heldClaims(state, life, now);
  state.put(stateKeys.life(invoice), { ...life, claims, correction, balance: entry.commitment });
}

/** What must hold for a new request, before a look at amounts. @throws LedgerError INVOICE_RED, CORRECTION_PENDING, … */
export function requireNewCorrection(
  state: Pick<LedgerState, 'get'>,
  life: LifeState | undefined,
  event: string,
  now: number,
): Transition {
  const { cited } = lifeRules(state);
  const view = viewOf(state, life, now);
  if (PENDING_CORRECTION.includes(view.correction))
    throw new LedgerError('CORRECTION_PENDING', { rule: `life.correction.${event}@${cited}`, found: view.correction });
  return requireTransition('correction', event, view, event === 'request-of-seller' ? 'buyer' : 'seller', cited);
}

/** Until when the other side may answer a request; undefined where nobody has to. */
export function confirmUntil(state: Pick<LedgerState, 'get'>, event: string, now: number): string | undefined {
  if (event === 'request-alone') return undefined;
  return formatTime(now + lifeRules(state).values.confirmHours * HOUR_MS);
}

function change(state: LedgerState, { correction, event, as, time }: CorrectionChanged): void {
  const value = requireCorrection(state, correction);
  const life = requireLife(state, value.invoice);
  requireSide(state, as, life);
  requireUnended(value, life);
  const { cited } = lifeRules(state);
  const { to } = requireTransition('correction', event, viewOfOne(state, value, correction, time), as, cited);
  if (event.startsWith('withdraw') && as !== value.by)
    throw new LedgerError('CORRECTION_NOT_YOURS', { rule: `life.correction.${event}@${cited}`, wanted: value.by });
  state.put(stateKeys.correction(correction), { ...value, status: to });
}

function complete(state: LedgerState, { correction, red, event, clawback, time }: CorrectionCompleted): void {
  const value = requireCorrection(state, correction);
  const life = requireLife(state, value.invoice);
  requireSellerOrAgent(state, life.seller);
  requireUnended(value, life);
  const { cited } = lifeRules(state);
  const view = viewOfOne(state, value, correction, time);
  const { to: status } = requireTransition('correction', 'complete', view, 'seller', cited);
  const { to: document } = requireTransition('document', event, view, 'seller', cited);
  state.put(stateKeys.correction(correction), { ...value, status, red });
  state.put(stateKeys.life(value.invoice), { ...life, document, ...(clawback ? { clawback } : undefined) });
}

/** An invoice's place on the axes; of an older correction than its last one, that one's own state. */
function viewOfOne(
  state: LedgerState,
  { invoice }: CorrectionState,
  correction: string,
  time: string,
): ReturnType<typeof viewOf> {
  return viewOf(state, { ...requireLife(state, invoice), correction }, millisecondsOf(time));
}

/**
 * While a correction is pending nobody writes the balance. Where somebody has, the correction's time had ended: a clock that
 * goes back does not bring it back.
 */
function requireUnended({ status, commitment }: CorrectionState, life: LifeState): void {
  if (life.balance !== commitment && PENDING_CORRECTION.includes(status))
    throw new LedgerError('CORRECTION_EXPIRED', { found: status });
}

/** A buyer's side is private: `change-life.ts` has seen to it. */
function requireSide(state: LedgerState, as: LifeRole, life: LifeState): void {
  if (as === 'bureau') requireBureau(state);
  if (as === 'seller') requireSellerOrAgent(state, life.seller);
}

function requireLife(state: LedgerState, invoice: string): LifeState {
  const life = lifeOf(state, invoice);
  invariant(life !== undefined, 'a correction belongs to an invoice with a life');
  return life;
}

/** @throws LedgerError CORRECTION_UNKNOWN. */
export function requireCorrection(state: Pick<LedgerState, 'get'>, id: string): CorrectionState {
  const correction = state.get<CorrectionState>(stateKeys.correction(id));
  if (correction === undefined) throw new LedgerError('CORRECTION_UNKNOWN', { found: id });
  return correction;
}
