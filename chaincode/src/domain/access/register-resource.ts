import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { ResourceRegistered, ResourceTransferred } from '../record/entry';
import { requireOrganisation } from '../registry/require';
import { requireResource, type ResourceState } from './resource';

/**
 * A provider registers a resource that it controls, and says whose it is.
 * @throws LedgerError RESOURCE_EXISTS, ORGANISATION_UNKNOWN, ACTION_FORBIDDEN.
 */
export function registerResource(state: LedgerState, entry: Omit<ResourceRegistered, 'commitment' | 'time' | 'type'>): void {
  if (requireOrganisation(state, state.caller).role !== 'provider')
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'provider-only' });
  if (entry.controller !== state.caller) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'controller-registers' });
  requireOrganisation(state, entry.owner);
  if (state.get(stateKeys.resource(entry.resource)) !== undefined)
    throw new LedgerError('RESOURCE_EXISTS', { path: '/resource' });
  putResource(state, entry, entry.personal);
}

/**
 * The owner gives a resource to another owner, or into the hands of another controller; both stand in the entry. Grants
 * stay as they are, and the controller of the day decides over them.
 * @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS, ORGANISATION_UNKNOWN, FIELD_INVALID when nothing would change.
 */
export function transferResource(state: LedgerState, entry: Omit<ResourceTransferred, 'commitment' | 'time' | 'type'>): void {
  const before = requireResource(state, entry.resource);
  if (before.owner !== state.caller) throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'owner-only' });
  requireOrganisation(state, entry.owner);
  requireOrganisation(state, entry.controller);
  if (entry.owner === before.owner && entry.controller === before.controller)
    throw new LedgerError('FIELD_INVALID', { path: '/owner', wanted: 'another owner or another controller' });
  putResource(state, entry, before.personal);
}

function putResource(
  state: LedgerState,
  { resource, owner, controller }: Pick<ResourceRegistered, 'controller' | 'owner' | 'resource'>,
  personal: true | undefined,
): void {
  const value: ResourceState = { owner, controller, ...(personal === undefined ? undefined : { personal }) };
  state.put(stateKeys.resource(resource), value);
}
