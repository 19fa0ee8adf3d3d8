import { parseTime } from '../encoding/time';
import { invariant, LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import type { ProvenanceRegistered } from './provenance-entries';
import type { ProvenanceState } from './provenance-state';

/**
 * An organisation registers a content; each organisation once, so that the first is first for ever and others can confirm.
 * Parents were registered before the content was: a later registration may add some that were there then, and a cycle
 * cannot come about. docs/decisions/2026-11-22-provenance.md says why.
 * @throws LedgerError ORGANISATION_UNKNOWN, ACTION_FORBIDDEN, PROVENANCE_EXISTS, PROVENANCE_PARENT_UNKNOWN, PROVENANCE_CYCLE.
 */
export function registerProvenance(state: LedgerState, entry: ProvenanceRegistered): void {
  const { digest, registrant } = entry;
  requireOrganisation(state, registrant);
  if (state.caller !== registrant) throw new LedgerError('ACTION_FORBIDDEN', { rule: 'registrant-only' });
  if (state.get<boolean>(stateKeys.registration(digest, registrant)) === true) {
    throw new LedgerError('PROVENANCE_EXISTS', { path: '/digest' });
  }
  const before = lastParent(state, entry);
  const known = state.get<ProvenanceState>(stateKeys.provenance(digest));
  if (known !== undefined && before >= known.order) {
    throw new LedgerError('PROVENANCE_CYCLE', { path: '/parents', wanted: 'parents that were registered before the content' });
  }

  state.put(stateKeys.registration(digest, registrant), true);
  if (known !== undefined) return;
  const time = parseTime(entry.time);
  invariant(time !== undefined, 'an entry has a time');
  const value: ProvenanceState = { first: registrant, holder: registrant, order: Math.max(time, before + 1) };
  state.put(stateKeys.provenance(digest), value);
}

/** The highest order among the parents; below every order when there are none. */
function lastParent(state: LedgerState, { digest, parents }: ProvenanceRegistered): number {
  let last = -1;
  parents.forEach((parent, index) => {
    const path = `/parents/${String(index)}`;
    if (parent === digest) throw new LedgerError('PROVENANCE_CYCLE', { path, found: 'the content itself' });
    const known = state.get<ProvenanceState>(stateKeys.provenance(parent));
    if (known === undefined) throw new LedgerError('PROVENANCE_PARENT_UNKNOWN', { path });
    last = Math.max(last, known.order);
  });
  return last;
}
