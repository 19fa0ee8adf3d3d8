import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import type { Entry } from '../record/entry';
import { requireOrganisation, requireSellerOrAgent, requireTill } from './require';

/** The kind of act by which a record is erased. */
export const ERASURE_ACT = 'content.erased';

/**
 * Only the bureau, and whoever wrote an entry or acts for its seller, has the record behind it erased; records of
 * administrative entries stay.
 * @param subject what the act of the erasure says it is about: the number of an invoice, `entry-<sequence>` of others.
 * @throws LedgerError ACTION_FORBIDDEN, TILL_NOT_YOURS, PROVENANCE_NOT_YOURS or FIELD_INVALID.
 */
export function requireEraser(state: LedgerState, entry: Entry, subject: unknown): void {
  const isBureau = requireOrganisation(state, state.caller).role === 'bureau';
  switch (entry.type) {
    case 'invoice.issued':
      if (subject !== entry.number) throw new LedgerError('FIELD_INVALID', { path: '/subject', wanted: "the invoice's number" });
      if (!isBureau) requireSellerOrAgent(state, requireTill(state, entry.till).seller);
      break;
    case 'provenance.registered':
      requireWriter(isBureau || state.caller === entry.registrant);
      break;
    case 'provenance.event':
      requireWriter(isBureau || state.caller === entry.organisation);
      break;
    default:
      throw new LedgerError('ACTION_FORBIDDEN', { rule: 'record-stays' });
  }
}

function requireWriter(holds: boolean): void {
  if (!holds) throw new LedgerError('PROVENANCE_NOT_YOURS', { rule: 'writer-only' });
}
