import { canonicalJson } from '../encoding/canonical-json';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { requireOrganisation } from '../registry/require';
import { parseIdentifier } from '../encoding/identifier';
import { hiddenParty, requireBuyerSide, requireHidden, saltOf } from './acting';
import { requirePledge } from './apply-life';
import type { ChangeLife, LifePlan } from './life-command';
import { openInvoice, type OpenedInvoice } from './open-invoice';

/** Use and booking: by the buyer's side, of an invoice that it can show. */
export function planByBuyer(state: LedgerState, command: ChangeLife): LifePlan {
  const invoice = openOne(state, command);
  requireBuyerSide(state, command, invoice);
  return { facts: { ...command.facts, invoice: invoice.number, seller: invoice.seller }, fields: [] };
}

/** A receivable goes to whoever lends on it; the amount is the invoice's own. */
export function planPledge(state: LedgerState, command: ChangeLife): LifePlan {
  const invoice = openOne(state, command);
  const financier = parseIdentifier(command.asked['financier'], '/financier');
  if (requireOrganisation(state, financier).role !== 'company')
    throw new LedgerError('FIELD_INVALID', { path: '/financier', wanted: 'a company' });
  const salt = saltOf(command.asked);
  return {
    facts: { ...command.facts, invoice: invoice.number, seller: invoice.seller, financier: hiddenParty(salt, financier) },
    fields: [{ name: 'financier', text: canonicalJson({ organisation: financier, salt }) }],
  };
}

/** Only the financier lets go of it. */
export function planPledgeRelease(state: LedgerState, { facts, asked }: ChangeLife): LifePlan {
  const pledge = requirePledge(state, parseIdentifier(facts['pledge'], '/pledge'));
  requireHidden(state, asked, pledge.financier, 'PLEDGE_NOT_YOURS');
  return { facts, fields: [] };
}

/** A rule set is public as it is. */
export function planRules(_state: LedgerState, { facts }: ChangeLife): LifePlan {
  return { facts, fields: [] };
}

/** The one invoice that a command is about. @throws LedgerError FIELD_MISSING, INVOICE_UNKNOWN. */
export function openOne(state: LedgerState, { facts, openings }: ChangeLife): OpenedInvoice {
  const [opening] = openings;
  if (opening === undefined) throw new LedgerError('FIELD_MISSING', { path: '/openings' });
  const invoice = openInvoice(state, opening);
  if (facts['invoice'] !== undefined && facts['invoice'] !== invoice.number)
    throw new LedgerError('LIFE_OPENING_WRONG', { path: '/invoice' });
  return invoice;
}
