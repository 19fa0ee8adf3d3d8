import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';

/**
 * A registered resource: whose it is, and who decides over access to it. The two are kept apart: title to data and the
 * power to share it often lie with different organisations.
 */
export type ResourceState = {
  readonly owner: string;
  readonly controller: string;
  /** It holds data on persons: access needs their consent. Once said, it stays. */
  readonly personal?: true;
};

/** @throws LedgerError RESOURCE_UNKNOWN. */
export function requireResource(state: Pick<LedgerState, 'get'>, id: string): ResourceState {
  const resource = state.get<ResourceState>(stateKeys.resource(id));
  if (resource === undefined) throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource', found: id });
  return resource;
}
