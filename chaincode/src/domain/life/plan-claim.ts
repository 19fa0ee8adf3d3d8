import { canonicalJson } from '../encoding/canonical-json';
import { parseDecimal } from '../encoding/decimal';
import { parseIdentifier } from '../encoding/identifier';
import { readArray, readObject, requiredInteger, requiredText, type JsonObject } from '../encoding/reader';
import { formatTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import type { RecordField } from '../record/commitment';
import { actingFor, hiddenParty, isNamedBuyer, requireHidden, saltOf } from './acting';
import { nextFence, requireClaim, requireReservable } from './apply-claim';
import { balanceOf, fen, grossOf, heldOf, readBalance, text, type Balance } from './balance';
import type { ChangeLife, LifePlan } from './life-command';
import { MAX_CLAIM_INVOICES } from './life-entries';
import { lifeRules } from './life-rules';
import { lifeOf, newLife } from './life-state';
import { openInvoice, type InvoiceOpening, type OpenedInvoice } from './open-invoice';

const MS_PER_SECOND = 1000;

/**
 * Reserves amounts of invoices for reimbursement. The holder is the buyer that an invoice names; an invoice that names no
 * taxpayer goes to whoever shows its content.
 */
export function planClaim(state: LedgerState, command: ChangeLife): LifePlan {
  const { asked, facts, openings } = command;
  const holder = actingFor(state, asked, 'holder');
  const salt = saltOf(asked);
  const claim = parseIdentifier(facts['claim'], '/claim');
  const amounts = readArray(asked['amounts'], 1, MAX_CLAIM_INVOICES, '/amounts').map((each, index) =>
    readObject(each, `/amounts/${String(index)}`),
  );
  if (amounts.length !== openings.length) throw new LedgerError('FIELD_INVALID', { path: '/openings' });
  const claimed = openings.map((opening, index) => {
    const invoice = openInvoice(state, opening);
    const path = `/amounts/${String(index)}`;
    requireClaimant(state, command, invoice, holder, path);
    const amount = amountOf(amounts[index] as JsonObject, invoice, path);
    return { invoice, amount, field: hold(state, invoice, opening, claim, amount, path) };
  });
  const lives = claimed.map(({ invoice }) => lifeOf(state, invoice.number) ?? newLife(invoice.seller));
  const { cited } = lifeRules(state);
  const shown = claimed.map(({ invoice, amount }) => ({ invoice: invoice.number, amount, currency: invoice.header.currency }));
  return {
    facts: {
      ...facts,
      invoices: claimed.map(({ invoice }) => ({ invoice: invoice.number, seller: invoice.seller })),
      holder: hiddenParty(salt, holder),
      until: leaseEnd(state, asked),
      fence: nextFence(lives),
      rules: cited,
    },
    fields: [
      { name: 'holder', text: canonicalJson({ organisation: holder, salt }) },
      { name: 'amounts', text: canonicalJson(shown) },
      ...claimed.map(({ field }) => field),
    ],
  };
}

/** Renewal, release and settlement: by the holder alone. */
export function planClaimChange(state: LedgerState, { facts, asked }: ChangeLife): LifePlan {
  const claim = requireClaim(state, parseIdentifier(facts['claim'], '/claim'));
  requireHidden(state, asked, claim.holder, 'CLAIM_NOT_YOURS');
  return { facts: { ...facts, ...(facts['event'] === 'renew' ? { until: leaseEnd(state, asked) } : undefined) }, fields: [] };
}

function requireClaimant(state: LedgerState, command: ChangeLife, invoice: OpenedInvoice, holder: string, path: string): void {
  if (invoice.header.corrects !== undefined) throw new LedgerError('INVOICE_RED', { path, rule: 'red-is-not-reimbursed' });
  if (invoice.buyer?.taxId === undefined || isNamedBuyer(state, command, invoice, holder)) return;
  throw new LedgerError('INVOICE_NOT_YOURS', { path, rule: 'named-buyer-claims' });
}

function amountOf(asked: JsonObject, { header }: OpenedInvoice, path: string): string {
  const currency = requiredText(asked, 'currency', 3, path);
  if (currency !== header.currency)
    throw new LedgerError('CLAIM_CURRENCY_WRONG', { path: `${path}/currency`, wanted: header.currency });
  const amount = requiredText(asked, 'amount', 30, path);
  const decimal = parseDecimal(amount, 2);
  if (decimal === undefined || decimal.units <= 0n) throw new LedgerError('MONEY_MALFORMED', { path: `${path}/amount` });
  return text(fen(amount));
}

/** What all claims hold, this one too, and all that corrections took back, is at most what the invoice is worth. */
function hold(
  state: LedgerState,
  { number, totals }: OpenedInvoice,
  opening: InvoiceOpening,
  claim: string,
  amount: string,
  path: string,
): RecordField {
  const life = lifeOf(state, number);
  requireReservable(state, life, state.now);
  const before = readBalance(state, number, life, opening.balance, state.now);
  const left = leftToClaim(totals.gross, before);
  if (fen(amount) > left) {
    const rule = `life.claim.amount@${lifeRules(state).cited}`;
    throw new LedgerError('CLAIM_AMOUNT_TAKEN', {
      path: `${path}/amount`,
      rule,
      wanted: `at most ${text(left < 0n ? 0n : left)}`,
    });
  }
  return balanceOf(number, { ...before, held: { ...before.held, [claim]: amount } });
}

/** What of an invoice nobody holds, in minor units. */
export function leftToClaim(gross: string, balance: Balance): bigint {
  const pending = balance.pending === null ? 0n : grossOf(balance.pending.lines);
  return fen(gross) - grossOf(balance.red) - pending - heldOf(balance);
}

function leaseEnd(state: LedgerState, asked: JsonObject): string {
  const { maxLeaseSeconds } = lifeRules(state).values;
  return formatTime(state.now + requiredInteger(asked, 'leaseSeconds', 1, maxLeaseSeconds, '') * MS_PER_SECOND);
}
