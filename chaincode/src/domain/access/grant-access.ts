import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { GrantGranted } from '../record/entry';
import { requireOrganisation } from '../registry/require';
import { checkConditions, checkSigner } from './check-conditions';
import { checkGrant } from './check-grant';
import { MAX_GRANT_DEPTH, requireGrant, type GrantState } from './grant';
import { requireResource } from './resource';
import { GRANT_FACT_FORMS, type GrantFacts } from './sharing-entries';

type Facts = Omit<GrantGranted, 'commitment' | 'type'>;

/** What a grant of version 2 says beside the rest, as it stands in the state. */
const FACTS = Object.keys(GRANT_FACT_FORMS) as (keyof GrantFacts)[];

/**
 * The controller of a resource grants access to it; the consumer of an `operate` grant passes on what it holds. Purpose,
 * fields and rows are private and stand in the record: whoever serves the data enforces those of every grant above, too
 * (docs/decisions/2026-11-22-access-grants.md).
 * @throws LedgerError GRANT_EXISTS, GRANT_TERM_INVALID, GRANT_SCOPE_WIDER, GRANT_RIGHT_MISSING, RESOURCE_NOT_YOURS,
 * GRANT_NOT_YOURS, ORGANISATION_UNKNOWN, and what {@link checkGrant} throws for the grant above, {@link checkConditions} and
 * {@link checkSigner}.
 */
export function grantAccess(state: LedgerState, entry: Facts): void {
  const resource = requireResource(state, entry.resource);
  checkSigner(state, entry);
  requireOrganisation(state, entry.consumer);
  if (entry.consumer === entry.provider)
    throw new LedgerError('FIELD_INVALID', { path: '/consumer', wanted: 'another organisation' });
  checkTerm(entry, state.now);
  if (entry.parent !== undefined) checkSubGrant(state, entry, entry.parent);
  else if (resource.controller !== entry.provider) throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  checkConditions(state, entry, resource, entry.parent === undefined ? undefined : requireGrant(state, entry.parent));
  if (state.get(stateKeys.grant(entry.grant)) !== undefined) throw new LedgerError('GRANT_EXISTS', { path: '/grant' });

  const value: GrantState = {
    resource: entry.resource,
    provider: entry.provider,
    consumer: entry.consumer,
    right: entry.right,
    ...(entry.parent === undefined ? undefined : { parent: entry.parent }),
    from: entry.from,
    until: entry.until,
    status: 'active',
    ...Object.fromEntries(FACTS.filter((name) => entry[name] !== undefined).map((name) => [name, entry[name]])),
  };
  state.put(stateKeys.grant(entry.grant), value);
  if (entry.reviewBy !== undefined) state.put(stateKeys.emergency(entry.resource, entry.consumer), entry.grant);
}

/** A term has a length, and does not lie wholly in the past. */
function checkTerm({ from, until }: Facts, now: number): void {
  const end = milliseconds(until);
  if (end <= milliseconds(from)) throw new LedgerError('GRANT_TERM_INVALID', { path: '/until', wanted: 'a time after from' });
  if (end <= now) throw new LedgerError('GRANT_TERM_INVALID', { path: '/until', wanted: 'a time to come' });
}

/** Nobody passes on more than it holds: not another resource, not longer, and nothing at all under `use`. */
function checkSubGrant(state: LedgerState, entry: Facts, parentId: string): void {
  const chain = checkGrant(state, parentId, state.now);
  const parent = chain[0]?.grant;
  if (parent?.consumer !== state.caller) throw new LedgerError('GRANT_NOT_YOURS', { path: '/parent' });
  if (parent.right !== 'operate') throw new LedgerError('GRANT_RIGHT_MISSING', { path: '/parent', wanted: 'operate' });
  if (parent.resource !== entry.resource) throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/resource' });
  if (milliseconds(entry.from) < milliseconds(parent.from)) throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/from' });
  if (milliseconds(entry.until) > milliseconds(parent.until)) throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/until' });
  if (chain.length >= MAX_GRANT_DEPTH)
    throw new LedgerError('GRANT_SCOPE_WIDER', { path: '/parent', wanted: `at most ${String(MAX_GRANT_DEPTH)} grants in a row` });
}

function milliseconds(time: string): number {
  return parseTime(time) ?? Number.NaN;
}
