import { requireResource } from '../access/resource';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { CataloguePlaced, CatalogueQuarantined, CatalogueReleased } from './catalogue-entries';
import { requireLiveEntry, type QuarantineState, type ResourcePlaceState, type SchemaState } from './catalogue-state';

/**
 * The controller of a resource puts it under an entry of which it is owner or steward; also one that was registered before
 * there was a directory, and one that stood under another entry.
 * @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS, CATALOGUE_ENTRY_UNKNOWN, CATALOGUE_ENTRY_RETIRED,
 * CATALOGUE_ENTRY_NOT_YOURS, RESOURCE_PLACED.
 */
export function placeResource(state: LedgerState, { resource, entry }: Pick<CataloguePlaced, 'entry' | 'resource'>): void {
  if (requireResource(state, resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  const { owner, steward } = requireLiveEntry(state, entry);
  if (owner !== state.caller && steward !== state.caller)
    throw new LedgerError('CATALOGUE_ENTRY_NOT_YOURS', { path: '/entry', rule: 'owner-or-steward' });
  if (state.get<ResourcePlaceState>(stateKeys.resourcePlace(resource))?.entry === entry)
    throw new LedgerError('RESOURCE_PLACED', { path: '/entry', found: entry });
  const value: ResourcePlaceState = { entry };
  state.put(stateKeys.resourcePlace(resource), value);
}

/**
 * Controller or bureau keep a resource from being read, because what it serves does not fit a schema.
 * @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS, SCHEMA_UNKNOWN.
 */
export function quarantineResource(
  state: LedgerState,
  { resource, schema, version }: Pick<CatalogueQuarantined, 'resource' | 'schema' | 'version'>,
): void {
  requireControl(state, resource);
  if ((state.get<SchemaState>(stateKeys.schema(schema))?.version ?? 0) < version)
    throw new LedgerError('SCHEMA_UNKNOWN', { path: '/schema' });
  const value: QuarantineState = { schema, version };
  state.put(stateKeys.quarantine(resource), value);
}

/** @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS. */
export function releaseResource(state: LedgerState, { resource }: Pick<CatalogueReleased, 'resource'>): void {
  requireControl(state, resource);
  const value: QuarantineState = {};
  state.put(stateKeys.quarantine(resource), value);
}

function requireControl(state: LedgerState, resource: string): void {
  if (requireResource(state, resource).controller === state.caller) return;
  if (requireOrganisation(state, state.caller).role !== 'bureau')
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-or-bureau' });
}

/** Whether what a resource serves does not fit its schema. */
export function isQuarantined(state: Pick<LedgerState, 'get'>, resource: string): boolean {
  return state.get<QuarantineState>(stateKeys.quarantine(resource))?.schema !== undefined;
}
