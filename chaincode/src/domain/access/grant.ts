import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { GrantFacts } from './sharing-entries';

/** `use`: read for the agreed purpose. `operate`: the same, and sub-grants within what the grant itself allows. */
export const GRANT_RIGHTS = ['use', 'operate'] as const;
export type GrantRight = (typeof GRANT_RIGHTS)[number];

/** What was last done to a grant; whether it holds now also depends on its term and on the grants above it. */
export const GRANT_STATUSES = ['active', 'paused', 'revoked'] as const;
export type GrantStatus = (typeof GRANT_STATUSES)[number];

/** A grant in the ledger's state. */
export type GrantState = GrantFacts & {
  readonly resource: string;
  /** Who granted: the resource's controller, or the consumer of the grant above. */
  readonly provider: string;
  readonly consumer: string;
  readonly right: GrantRight;
  /** The grant above a sub-grant. */
  readonly parent?: string;
  /** RFC 3339 UTC; `until` itself is outside. */
  readonly from: string;
  readonly until: string;
  readonly status: GrantStatus;
  /** Who paused it: resuming is that organisation's, or the controller's. */
  readonly pausedBy?: string;
  /** Whether the bureau upheld an emergency; absent until it has looked. */
  readonly reviewed?: boolean;
  /** Who wants, or wanted, it to end, and whether the other side has signed. */
  readonly revocation?: { readonly by: 'consumer' | 'provider'; readonly signed: boolean };
  /** When it was revoked, and when the consumer stated that it had deleted what it held: RFC 3339. */
  readonly endedAt?: string;
  readonly deletedAt?: string;
};

export type GrantChange = 'grant.paused' | 'grant.resumed' | 'grant.revoked';

/**
 * What may follow what. `revoked` stands in no `from`: it is final. In the words of the Dataspace Protocol's transfers,
 * active is STARTED, paused SUSPENDED and revoked TERMINATED.
 */
export const GRANT_TRANSITIONS: Readonly<
  Record<GrantChange, { readonly from: readonly GrantStatus[]; readonly to: GrantStatus }>
> = {
  'grant.paused': { from: ['active'], to: 'paused' },
  'grant.resumed': { from: ['paused'], to: 'active' },
  'grant.revoked': { from: ['active', 'paused'], to: 'revoked' },
};

/** Grants one above the other at most: each check reads them all. */
export const MAX_GRANT_DEPTH = 8;

/** @throws LedgerError GRANT_UNKNOWN. */
export function requireGrant(state: Pick<LedgerState, 'get'>, id: string): GrantState {
  const grant = state.get<GrantState>(stateKeys.grant(id));
  if (grant === undefined) throw new LedgerError('GRANT_UNKNOWN', { found: id });
  return grant;
}
