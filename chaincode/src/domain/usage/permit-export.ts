import { requireGrant } from '../access/grant';
import { requireResource } from '../access/resource';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { ExportPermitted } from './usage-entries';
import type { ExportState } from './usage-state';

/**
 * The resource's controller lets the result of a run leave; once, and for that very result.
 * @throws LedgerError GRANT_UNKNOWN, RESOURCE_NOT_YOURS, EXPORT_EXISTS.
 */
export function permitExport(
  state: LedgerState,
  { grant, run, result }: Pick<ExportPermitted, 'grant' | 'result' | 'run'>,
): void {
  const { resource } = requireGrant(state, grant);
  if (requireResource(state, resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  if (state.get(stateKeys.export(run)) !== undefined) throw new LedgerError('EXPORT_EXISTS', { path: '/run' });
  const value: ExportState = { grant, result };
  state.put(stateKeys.export(run), value);
}
