import { parseTime } from '../encoding/time';
import { LedgerError, type ErrorCode } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { isLive, type ConsentState } from './consent';
import type { CrossingState } from './crossing';
import { MAX_GRANT_DEPTH, requireGrant, type GrantState, type GrantStatus } from './grant';

/** A grant with its id, as it stands in a chain of grants. */
export interface PlacedGrant {
  readonly id: string;
  readonly grant: GrantState;
  /** What it rests on beside: a consent, the bureau's approval. */
  readonly consent?: ConsentState;
  readonly approval?: CrossingState;
}

/**
 * The grants on which access rests: the one asked for first, the one that the resource's controller gave last.
 * @throws LedgerError GRANT_UNKNOWN.
 */
export function grantChain(state: Pick<LedgerState, 'get'>, id: string): PlacedGrant[] {
  const chain: PlacedGrant[] = [];
  for (let next: string | undefined = id; next !== undefined && chain.length < MAX_GRANT_DEPTH;) {
    const grant = requireGrant(state, next);
    chain.push(place(state, next, grant));
    next = grant.parent;
  }
  return chain;
}

function place(state: Pick<LedgerState, 'get'>, id: string, grant: GrantState): PlacedGrant {
  const consent = grant.consent === undefined ? undefined : state.get<ConsentState>(stateKeys.consent(grant.consent));
  const approval = grant.approval === undefined ? undefined : state.get<CrossingState>(stateKeys.crossing(grant.approval));
  return { id, grant, ...(consent && { consent }), ...(approval && { approval }) };
}

const REFUSALS: Readonly<Record<Exclude<GrantStatus, 'active'>, ErrorCode>> = {
  revoked: 'GRANT_REVOKED',
  paused: 'GRANT_PAUSED',
};

/** Why a grant gives nothing at this time; undefined while it holds. Final reasons go first. */
export function refusalOf({ status, from, until }: GrantState, now: number): ErrorCode | undefined {
  if (status === 'revoked') return REFUSALS.revoked;
  if (now >= (parseTime(until) ?? 0)) return 'GRANT_EXPIRED';
  if (status === 'paused') return REFUSALS.paused;
  return now < (parseTime(from) ?? Number.POSITIVE_INFINITY) ? 'GRANT_NOT_STARTED' : undefined;
}

/** The worst that holds for any grant of a chain, in the order in which it is told. */
const WORST_FIRST: readonly ErrorCode[] = [
  'GRANT_REVOKED',
  'GRANT_EXPIRED',
  'CONSENT_WITHDRAWN',
  'CROSSING_NOT_APPROVED',
  'GRANT_PAUSED',
  'GRANT_NOT_STARTED',
];

/** Every reason that a grant of a chain gives: its own state, and what it rests on. */
function refusalsOf({ grant, consent, approval }: PlacedGrant, now: number): (ErrorCode | undefined)[] {
  return [
    refusalOf(grant, now),
    consent !== undefined && !isLive(consent, now) ? 'CONSENT_WITHDRAWN' : undefined,
    approval !== undefined && !isLive(approval, now) ? 'CROSSING_NOT_APPROVED' : undefined,
  ];
}

/** Why a chain of grants gives nothing at this time: what happens to a grant happens to all below it. */
export function chainRefusal(chain: readonly PlacedGrant[], now: number): ErrorCode | undefined {
  const refusals = chain.flatMap((placed) => refusalsOf(placed, now));
  return WORST_FIRST.find((code) => refusals.includes(code));
}

/** Reasons that do not go away: what was granted is over for good, and whoever holds data of it states that it deletes them. */
const FINAL: readonly ErrorCode[] = ['GRANT_REVOKED', 'GRANT_EXPIRED', 'CONSENT_WITHDRAWN', 'CROSSING_NOT_APPROVED'];

/** Why a chain of grants is over for good at this time; undefined while it holds or may hold again. */
export function endOf(chain: readonly PlacedGrant[], now: number): ErrorCode | undefined {
  const refusal = chainRefusal(chain, now);
  return refusal !== undefined && FINAL.includes(refusal) ? refusal : undefined;
}

/**
 * The decision on a grant, from the ledger's state alone.
 * @param now milliseconds since 1970.
 * @throws LedgerError GRANT_UNKNOWN, GRANT_REVOKED, GRANT_EXPIRED, CONSENT_WITHDRAWN, CROSSING_NOT_APPROVED, GRANT_PAUSED or
 * GRANT_NOT_STARTED.
 */
export function checkGrant(state: Pick<LedgerState, 'get'>, id: string, now: number): PlacedGrant[] {
  const chain = grantChain(state, id);
  const refusal = chainRefusal(chain, now);
  if (refusal !== undefined) throw new LedgerError(refusal);
  return chain;
}
