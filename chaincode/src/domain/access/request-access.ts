import { formatTime, parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import { ANSWER_DAYS, MS_PER_DAY, type Basis } from './conditions';
import { requireGrant } from './grant';
import { requireResource } from './resource';
import type { RequestAnswered, RequestMade } from './sharing-entries';

export type RequestStatus = 'escalated' | 'granted' | 'open' | 'refused';

/** A request for access; it is overdue when it is open and the ledger's time has passed `due`. */
export type RequestState = {
  readonly resource: string;
  readonly consumer: string;
  readonly basis: Basis;
  readonly due: string;
  readonly status: RequestStatus;
  readonly grant?: string;
};

/** @throws LedgerError ACTION_FORBIDDEN, RESOURCE_UNKNOWN, REQUEST_EXISTS. */
export function makeRequest(state: LedgerState, { request, resource, consumer, basis }: RequestMade): void {
  if (consumer !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'consumer-asks' });
  requireOrganisation(state, consumer);
  requireResource(state, resource);
  if (state.get(stateKeys.request(request)) !== undefined) throw new LedgerError('REQUEST_EXISTS', { path: '/request' });
  const days = basis === 'emergency' ? ANSWER_DAYS.emergency : ANSWER_DAYS.usual;
  const value: RequestState = { resource, consumer, basis, due: formatTime(state.now + days * MS_PER_DAY), status: 'open' };
  state.put(stateKeys.request(request), value);
}

/** The controller answers, late or in time; the grant is one of this resource, for whoever asked. */
export function answerRequest(state: LedgerState, { request, grant }: RequestAnswered): void {
  const before = requireRequest(state, request);
  if (requireResource(state, before.resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  requireUnanswered(before);
  if (grant !== undefined) {
    const given = requireGrant(state, grant);
    if (given.resource !== before.resource || given.consumer !== before.consumer)
      throw new LedgerError('GRANT_UNKNOWN', { path: '/grant', wanted: 'a grant of this resource for whoever asked' });
  }
  const answer = grant === undefined ? { status: 'refused' as const } : { status: 'granted' as const, grant };
  state.put(stateKeys.request(request), { ...before, ...answer });
}

/** @throws LedgerError REQUEST_UNKNOWN, REQUEST_STATE_WRONG before the deadline, or when it is answered. */
export function escalateRequest(state: LedgerState, id: string): void {
  const before = requireRequest(state, id);
  if (before.consumer !== state.caller) throw new LedgerError('REQUEST_UNKNOWN', { found: id });
  if (before.status !== 'open' || state.now < (parseTime(before.due) ?? 0))
    throw new LedgerError('REQUEST_STATE_WRONG', { found: before.status, wanted: `open, and ${before.due} past` });
  state.put(stateKeys.request(id), { ...before, status: 'escalated' });
}

function requireUnanswered({ status }: RequestState): void {
  if (status !== 'open' && status !== 'escalated') throw new LedgerError('REQUEST_STATE_WRONG', { found: status });
}

function requireRequest(state: Pick<LedgerState, 'get'>, id: string): RequestState {
  const request = state.get<RequestState>(stateKeys.request(id));
  if (request === undefined) throw new LedgerError('REQUEST_UNKNOWN', { found: id });
  return request;
}
