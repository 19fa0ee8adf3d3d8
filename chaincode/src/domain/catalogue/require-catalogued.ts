import type { GrantRight } from '../access/grant';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { requireOrganisation } from '../registry/require';
import { requireLiveEntry, type ApprovalState, type CatalogueEntryState, type ResourcePlaceState } from './catalogue-state';
import { isQuarantined } from './place-resource';
import { decideSharing } from './sharing-decision';

interface Wanted {
  readonly resource: string;
  readonly consumer: string;
  readonly right: GrantRight;
}

/**
 * What the directory asks of a new grant: the resource stands under a catalogue entry that is alive, shared and fits its
 * schema, and the decision table, or the bureau's approval, allows the right. It holds for new grants; those that stand on the
 * ledger from before there was a directory keep their meaning (docs/decisions/2026-11-22-directory-chain.md).
 * @throws LedgerError RESOURCE_NOT_CATALOGUED, CATALOGUE_ENTRY_RETIRED, SHARING_CLOSED, RESOURCE_QUARANTINED, TITLE_UNPROVEN,
 * SHARING_DENIED, SHARING_UNAPPROVED, ORGANISATION_UNKNOWN.
 */
export function requireCatalogued(state: LedgerState, wanted: Wanted): void {
  // What is not registered at all is for the rule of the grant to refuse.
  if (state.get(stateKeys.resource(wanted.resource)) === undefined) return;
  const place = state.get<ResourcePlaceState>(stateKeys.resourcePlace(wanted.resource));
  if (place === undefined) throw new LedgerError('RESOURCE_NOT_CATALOGUED', { path: '/resource', found: wanted.resource });
  const entry = requireLiveEntry(state, place.entry);
  if (entry.openness === 'closed') throw new LedgerError('SHARING_CLOSED', { path: '/resource', found: place.entry });
  if (isQuarantined(state, wanted.resource)) throw new LedgerError('RESOURCE_QUARANTINED', { path: '/resource' });
  if (wanted.right === 'operate' && entry.evidence === undefined) throw new LedgerError('TITLE_UNPROVEN', { path: '/right' });
  checkDecision(state, place.entry, entry, wanted);
}

function checkDecision(state: LedgerState, id: string, entry: CatalogueEntryState, { consumer, right }: Wanted): void {
  const decision = decideSharing(entry, requireOrganisation(state, consumer).role, right);
  if (decision === 'deny')
    throw new LedgerError('SHARING_DENIED', { path: '/right', rule: `grade-${String(entry.grade)}.${entry.class}` });
  if (decision === 'allow') return;
  const approval = state.get<ApprovalState>(stateKeys.approval(id, consumer, right));
  if (approval === undefined || (parseTime(approval.until) ?? 0) <= state.now)
    throw new LedgerError('SHARING_UNAPPROVED', { path: '/right', found: id });
}
