import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { SchemaRegistered } from './catalogue-entries';
import { requireVersion, type SchemaState } from './catalogue-state';

/**
 * A provider or the bureau registers a version of a schema; further versions are its owner's.
 * @throws LedgerError SCHEMA_NOT_YOURS, VERSION_NOT_NEXT, ACTION_FORBIDDEN.
 */
export function registerSchema(state: LedgerState, entry: Omit<SchemaRegistered, 'commitment' | 'time' | 'type'>): void {
  const { schema, version, owner, digest } = entry;
  if (!['bureau', 'provider'].includes(requireOrganisation(state, state.caller).role))
    throw new LedgerError('ACTION_FORBIDDEN', { rule: 'provider-or-bureau' });
  const before = state.get<SchemaState>(stateKeys.schema(schema));
  if (owner !== state.caller || (before !== undefined && before.owner !== owner))
    throw new LedgerError('SCHEMA_NOT_YOURS', { path: '/schema' });
  requireVersion(version, (before?.version ?? 0) + 1);
  const value: SchemaState = { version, owner, digest };
  state.put(stateKeys.schema(schema), value);
}
