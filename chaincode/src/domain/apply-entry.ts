import { applyAccess, isAccessEntry } from './access/apply-access';
import { admitInvoice } from './invoice/admit-invoice';
import type { LedgerState } from './ports/ledger-state';
import { allotRange } from './range/allot-range';
import { assignRange } from './range/assign-range';
import { entryText, type Entry } from './record/entry';
import { grantDelegation, revokeDelegation } from './registry/delegate';
import { registerOrganisation } from './registry/register-organisation';
import { registerTill } from './registry/register-till';
import { requireOrganisation } from './registry/require';

/**
 * Takes a public entry into the state by the rule of its type. Issuing ends here, and a replay of the chain starts here:
 * what was once accepted must be accepted again, in the same order, from nothing but the public entries.
 * @returns the text of the entry.
 * @throws LedgerError when the rule refuses; then nothing has changed.
 */
export function applyEntry(state: LedgerState, entry: Entry): string {
  if (isAccessEntry(entry)) {
    applyAccess(state, entry);
    return entryText(entry);
  }
  switch (entry.type) {
    case 'invoice.issued':
      return admitInvoice(state, entry).text;
    case 'organisation.registered':
      registerOrganisation(state, entry);
      break;
    case 'till.registered':
      registerTill(state, entry);
      break;
    case 'delegation.granted':
      grantDelegation(state, entry);
      break;
    case 'delegation.revoked':
      revokeDelegation(state, entry);
      break;
    case 'range.allotted':
      allotRange(state, entry);
      break;
    case 'range.assigned':
      assignRange(state, entry);
      break;
    case 'act.recorded':
      requireOrganisation(state, state.caller);
      break;
  }
  return entryText(entry);
}
