import { requireGrant } from '../access/grant';
import { requireResource } from '../access/resource';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { ExportPermitted } from './usage-entries';
import type { ExportState } from './usage-state';

type OfRun = Pick<ExportPermitted, 'grant' | 'result' | 'run'>;

/**
 * The resource's controller lets the result of a run leave; once, and for that very result.
 * @throws LedgerError GRANT_UNKNOWN, RESOURCE_NOT_YOURS, EXPORT_EXISTS, EXPORT_REFUSED.
 */
export function permitExport(state: LedgerState, { grant, run, result }: OfRun): void {
  decide(state, run, { grant, result });
}

/**
 * The resource's controller refuses to let the result of a run leave, for good: no permit follows.
 * @throws LedgerError GRANT_UNKNOWN, RESOURCE_NOT_YOURS, EXPORT_EXISTS, EXPORT_REFUSED.
 */
export function refuseExport(state: LedgerState, { grant, run, result }: OfRun): void {
  decide(state, run, { grant, result, refused: true });
}

/** What is decided once about a run stands. */
function decide(state: LedgerState, run: string, value: ExportState): void {
  const { resource } = requireGrant(state, value.grant);
  if (requireResource(state, resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
  const before = state.get<ExportState>(stateKeys.export(run));
  if (before !== undefined) throw new LedgerError(before.refused === true ? 'EXPORT_REFUSED' : 'EXPORT_EXISTS', { path: '/run' });
  state.put(stateKeys.export(run), value);
}
