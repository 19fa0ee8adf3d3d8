import type { Digest } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { AxisState, CorrectionReason, LifeView } from './axes';

/** An invoice of which something happened after its issue. No such key: it stands as it was issued. */
export type LifeState = {
  readonly seller: string;
  /** Commitment of the record that holds the balance of the invoice; absent until something rests on amounts. */
  readonly balance?: Digest;
  readonly document: AxisState<'document'>;
  readonly use: AxisState<'use'>;
  readonly booking: AxisState<'booking'>;
  /** Id of the last correction. */
  readonly correction?: string;
  readonly pledge?: string;
  /** Ids of claims that hold a part of it, or have been settled. */
  readonly claims: readonly string[];
  /** The greatest fencing token that any of its claims had. */
  readonly fence: number;
  /** True when more was settled than is left after a correction: somebody has to pay back. */
  readonly clawback?: boolean;
};

export type CorrectionState = {
  readonly invoice: string;
  readonly by: 'buyer' | 'seller';
  readonly reason: CorrectionReason;
  readonly status: AxisState<'correction'>;
  /** RFC 3339 UTC: until then the other side may answer; absent where nobody has to. */
  readonly until?: string;
  /** Commitment of the request's record, which holds the red invoice as it shall be. */
  readonly commitment: Digest;
  /** Number of the red invoice. */
  readonly red?: string;
};

export type ClaimState = {
  readonly invoices: readonly string[];
  /** Salted commitment of the organisation that holds it. */
  readonly holder: Digest;
  /** RFC 3339 UTC: the lease's end, itself outside. */
  readonly until: string;
  readonly fence: number;
  readonly status: 'released' | 'reserved' | 'settled';
};

export type PledgeState = {
  readonly invoice: string;
  /** Salted commitment of whoever lends on it. */
  readonly financier: Digest;
  readonly status: 'pledged' | 'released';
};

type Reading = Pick<LedgerState, 'get'>;

/** The confirmation's state now: what waits longer than it may is void without anybody's doing. */
export function correctionStatus({ status, until }: CorrectionState, now: number): AxisState<'correction'> {
  const waits = status === '02' || status === '03';
  return waits && until !== undefined && now >= millisecondsOf(until) ? '07' : status;
}

/** The claim's state now: a lease that has ended holds nothing. */
export function claimStatus({ status, until }: ClaimState, now: number): Exclude<AxisState<'claim'>, 'free'> {
  return status === 'reserved' && now >= millisecondsOf(until) ? 'expired' : status;
}

/** An invoice as it was issued. */
export function newLife(seller: string): LifeState {
  return { seller, document: 'issued', use: 'unused', booking: 'not-booked', claims: [], fence: 0 };
}

export function lifeOf(state: Reading, invoice: string): LifeState | undefined {
  return state.get<LifeState>(stateKeys.life(invoice));
}

/** Where an invoice stands on every axis at a time, milliseconds since 1970. */
export function viewOf(state: Reading, life: LifeState | undefined, now: number): LifeView {
  const { document, use, booking, pledge, correction, claims } = life ?? newLife('');
  return {
    document,
    correction: correction === undefined ? 'none' : statusOfCorrection(state, correction, now),
    use,
    booking,
    claim: strongestClaim(state, claims, now),
    pledge: pledge === undefined ? 'free' : 'pledged',
  };
}

function statusOfCorrection(state: Reading, id: string, now: number): AxisState<'correction'> {
  const correction = state.get<CorrectionState>(stateKeys.correction(id));
  invariant(correction !== undefined, 'the correction of a life is there');
  return correctionStatus(correction, now);
}

const STRONGEST_FIRST = ['settled', 'reserved', 'expired', 'released'] as const;

/** Of several claims the strongest counts: what is settled or reserved, before what is over. */
function strongestClaim(state: Reading, claims: readonly string[], now: number): AxisState<'claim'> {
  const found = claims.map((id) => {
    const claim = state.get<ClaimState>(stateKeys.claim(id));
    invariant(claim !== undefined, 'a claim on an invoice is there');
    return claimStatus(claim, now);
  });
  return STRONGEST_FIRST.find((each) => found.includes(each)) ?? 'free';
}

export function millisecondsOf(time: string): number {
  const milliseconds = parseTime(time);
  invariant(milliseconds !== undefined, 'times on the ledger have their form');
  return milliseconds;
}
