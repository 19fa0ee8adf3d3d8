import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { ProvenanceEvent } from './provenance-entries';
import type { ProvenanceState } from './provenance-state';

/**
 * Notes what happened to a registered content. Its present holder licenses and transfers; holder and licensees use. A
 * licence outlives a transfer: whoever buys a licensed work buys it with its licences.
 * @throws LedgerError ORGANISATION_UNKNOWN, ACTION_FORBIDDEN, PROVENANCE_UNKNOWN, PROVENANCE_NOT_YOURS, FIELD_MISSING,
 * FIELD_UNKNOWN or FIELD_INVALID.
 */
export function noteEvent(state: LedgerState, entry: ProvenanceEvent): void {
  const { digest, event, organisation } = entry;
  requireOrganisation(state, organisation);
  if (state.caller !== organisation) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'event-by-its-own-organisation' });
  const content = state.get<ProvenanceState>(stateKeys.provenance(digest));
  if (content === undefined) throw new LedgerError('PROVENANCE_UNKNOWN', { path: '/digest' });
  if (event === 'used') {
    if (entry.to !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: '/to' });
    requireRight(state, entry, content);
    return;
  }
  if (content.holder !== organisation) throw new LedgerError('PROVENANCE_NOT_YOURS', { rule: 'holder-only' });
  const to = requireReceiver(state, entry);
  if (event === 'transferred') state.put(stateKeys.provenance(digest), { ...content, holder: to });
  else state.put(stateKeys.licence(digest, to), true);
}

function requireReceiver(state: LedgerState, { organisation, to }: ProvenanceEvent): string {
  if (to === undefined) throw new LedgerError('FIELD_MISSING', { path: '/to' });
  if (to === organisation) throw new LedgerError('FIELD_INVALID', { path: '/to', wanted: 'another organisation' });
  requireOrganisation(state, to);
  return to;
}

function requireRight(state: LedgerState, { digest, organisation }: ProvenanceEvent, content: ProvenanceState): void {
  if (content.holder === organisation) return;
  if (state.get<boolean>(stateKeys.licence(digest, organisation)) !== true) {
    throw new LedgerError('PROVENANCE_NOT_YOURS', { rule: 'holder-or-licensee' });
  }
}
