import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { LifeView } from './axes';
import type { ClaimChanged, ClaimReserved } from './life-entries';
import { lifeRules, type LifeRules } from './life-rules';
import { claimStatus, lifeOf, millisecondsOf, newLife, viewOf, type ClaimState, type LifeState } from './life-state';
import { requireTransition } from './require-transition';

const MS_PER_SECOND = 1000;

/** The reservation of amounts for reimbursement. @throws LedgerError when refused. */
export function applyClaim(state: LedgerState, entry: ClaimChanged | ClaimReserved): void {
  if (entry.type === 'claim.reserved') reserve(state, entry);
  else change(state, entry);
}

/** All invoices of a claim or none: every one is checked before anything is written. */
function reserve(state: LedgerState, entry: ClaimReserved): void {
  const { claim, invoices, holder, until, fence, time } = entry;
  const now = millisecondsOf(time);
  const { values, cited } = lifeRules(state);
  if (state.get(stateKeys.claim(claim)) !== undefined) throw new LedgerError('CLAIM_EXISTS', { path: '/claim' });
  checkLease(until, now, values);
  const lives = invoices.map(({ invoice, seller }, index) => {
    const life = lifeOf(state, invoice) ?? newLife(seller);
    requireReservable(state, life, now);
    const claims = heldClaims(state, life, now);
    if (claims.length >= values.maxClaims)
      throw new LedgerError('CLAIM_LIMIT', { path: `/invoices/${String(index)}`, rule: `life.claim.max@${cited}` });
    return { ...life, claims: [...claims, claim] };
  });
  if (fence !== nextFence(lives)) throw new LedgerError('CLAIM_FENCE_STALE', { wanted: String(nextFence(lives)) });
  invoices.forEach(({ invoice }, index) => {
    state.put(stateKeys.life(invoice), { ...(lives[index] as LifeState), fence, balance: entry.commitment });
  });
  const value: ClaimState = { invoices: invoices.map(({ invoice }) => invoice), holder, until, fence, status: 'reserved' };
  state.put(stateKeys.claim(claim), value);
}

/** What must hold for a reservation, before a look at amounts. @throws LedgerError INVOICE_RED, CORRECTION_PENDING. */
export function requireReservable(state: Pick<LedgerState, 'get'>, life: LifeState | undefined, now: number): void {
  requireTransition('claim', 'reserve', viewOf(state, life, now), 'holder', lifeRules(state).cited);
}

function change(state: LedgerState, { claim, event, fence, until, time }: ClaimChanged): void {
  const value = requireClaim(state, claim);
  const now = millisecondsOf(time);
  const { values, cited } = lifeRules(state);
  const status = claimStatus(value, now);
  const lives = value.invoices.map((invoice): [string, LifeState] => {
    const life = lifeOf(state, invoice);
    invariant(life !== undefined, 'what is claimed has a life');
    // Its lease had ended when another took its place: a clock that goes back does not bring it back.
    if (status === 'reserved' && !life.claims.includes(claim)) throw new LedgerError('CLAIM_EXPIRED', { found: claim });
    // Others' claims on the same invoice are nothing to this one.
    const view: LifeView = { ...viewOf(state, life, now), claim: status };
    requireTransition('claim', event, view, 'holder', cited);
    return [invoice, life];
  });
  if (fence !== value.fence)
    throw new LedgerError('CLAIM_FENCE_STALE', {
      path: '/fence',
      rule: `life.claim.fence@${cited}`,
      wanted: String(value.fence),
    });
  if (event !== 'renew') {
    state.put(stateKeys.claim(claim), { ...value, status: event === 'settle' ? 'settled' : 'released' });
    return;
  }
  if (until === undefined) throw new LedgerError('FIELD_MISSING', { path: '/until' });
  checkLease(until, now, values);
  const next = nextFence(lives.map(([, life]) => life));
  for (const [invoice, life] of lives) state.put(stateKeys.life(invoice), { ...life, fence: next });
  state.put(stateKeys.claim(claim), { ...value, until, fence: next });
}

/** Above every token that any of these invoices has seen. */
export function nextFence(lives: readonly Pick<LifeState, 'fence'>[]): number {
  return Math.max(0, ...lives.map(({ fence }) => fence)) + 1;
}

/** The claims that still hold something at a time. */
export function heldClaims(state: Pick<LedgerState, 'get'>, { claims }: LifeState, now: number): string[] {
  return claims.filter((id) => {
    const status = claimStatus(requireClaim(state, id), now);
    return status === 'reserved' || status === 'settled';
  });
}

function checkLease(until: string, now: number, { maxLeaseSeconds }: LifeRules): void {
  const lease = millisecondsOf(until) - now;
  if (lease > 0 && lease <= maxLeaseSeconds * MS_PER_SECOND) return;
  throw new LedgerError('CLAIM_LEASE_INVALID', { path: '/until', wanted: `1 to ${String(maxLeaseSeconds)} s` });
}

/** @throws LedgerError CLAIM_UNKNOWN. */
export function requireClaim(state: Pick<LedgerState, 'get'>, id: string): ClaimState {
  const claim = state.get<ClaimState>(stateKeys.claim(id));
  if (claim === undefined) throw new LedgerError('CLAIM_UNKNOWN', { found: id });
  return claim;
}
