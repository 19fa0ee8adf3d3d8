import { canonicalJson } from '../encoding/canonical-json';
import { parseIdentifier } from '../encoding/identifier';
import { readArray, readObject, refuseUnknown, requiredInteger, requiredText, optionalText } from '../encoding/reader';
import { parseDecimal } from '../encoding/decimal';
import { LedgerError } from '../errors';
import { MAX_LINES } from '../invoice/parse-invoice-request';
import type { LedgerState } from '../ports/ledger-state';
import type { RefundLine } from '../sale/check-refund';
import { requireBuyerSide } from './acting';
import { confirmUntil, requireCorrection, requireNewCorrection } from './apply-correction';
import { isUntouched } from './axes';
import { balanceOf, fen, grossOf, heldOf, readBalance } from './balance';
import type { ChangeLife, LifePlan } from './life-command';
import { composeRed, redText } from './compose-red';
import { lifeRules } from './life-rules';
import { lifeOf, viewOf } from './life-state';
import { RED_FIELD } from './require-correction-for';
import { openInvoice } from './open-invoice';
import { openOne } from './plan-others';

const LINE_KEYS: ReadonlySet<string> = new Set(['line', 'net', 'tax']);

/** A request: whoever's it is and whether the other side must confirm follows from what became of the invoice. */
export function planCorrection(state: LedgerState, command: ChangeLife): LifePlan {
  const invoice = openOne(state, command);
  const { facts, asked, openings } = command;
  const correction = parseIdentifier(facts['correction'], '/correction');
  const life = lifeOf(state, invoice.number);
  const before = readBalance(state, invoice.number, life, openings[0]?.balance, state.now);
  const bySeller = asked['by'] !== 'buyer';
  if (!bySeller) requireBuyerSide(state, command, invoice);
  const alone = isUntouched(viewOf(state, life, state.now));
  const event = bySeller ? (alone ? 'request-alone' : 'request-of-buyer') : 'request-of-seller';
  requireNewCorrection(state, life, event, state.now);
  const lines = asked['lines'] === undefined ? undefined : readLines(asked['lines']);
  const { document, taken: takes } = composeRed(invoice, correction, before.red, lines);
  const until = confirmUntil(state, event, state.now);
  return {
    facts: {
      ...facts,
      invoice: invoice.number,
      seller: invoice.seller,
      event,
      ...(until === undefined ? undefined : { until }),
      rules: lifeRules(state).cited,
    },
    fields: [
      { name: 'lines', text: canonicalJson(takes.map((line) => ({ ...line }))) },
      { name: RED_FIELD, text: redText(document) },
      balanceOf(invoice.number, { ...before, pending: { correction, lines: takes } }),
    ],
  };
}

/** An answer: the buyer's side is private and shows the invoice; seller and bureau are known by their signature. */
export function planCorrectionChange(state: LedgerState, command: ChangeLife): LifePlan {
  const { facts } = command;
  const { invoice } = requireCorrection(state, parseIdentifier(facts['correction'], '/correction'));
  if (facts['as'] === 'buyer') {
    const opened = openOne(state, command);
    if (opened.number !== invoice) throw new LedgerError('LIFE_OPENING_WRONG', { path: '/invoice' });
    requireBuyerSide(state, command, opened);
  }
  return { facts, fields: [] };
}

/** The red invoice is there: the second opening. What was settled of the blue one beyond what is left is due back. */
export function planCompletion(state: LedgerState, command: ChangeLife): LifePlan {
  const blue = openOne(state, command);
  const { facts, openings } = command;
  const correction = parseIdentifier(facts['correction'], '/correction');
  const [opened, red] = openings;
  if (opened === undefined || red === undefined) throw new LedgerError('FIELD_MISSING', { path: '/openings/1' });
  const { number, header } = openInvoice(state, red);
  if (header.corrects?.correction !== correction || header.corrects.invoice !== blue.number)
    throw new LedgerError('CORRECTION_CONTENT_WRONG', { path: '/red' });
  const balance = readBalance(state, blue.number, lifeOf(state, blue.number), opened.balance, state.now);
  const taken = grossOf(balance.red) + grossOf(balance.pending?.lines ?? []);
  const gross = fen(blue.totals.gross);
  return {
    facts: {
      ...facts,
      red: number,
      event: taken === gross ? 'correct-rest' : 'correct-part',
      clawback: heldOf(balance) + taken > gross,
    },
    fields: [],
  };
}

function readLines(value: unknown): RefundLine[] {
  return readArray(value, 1, MAX_LINES, '/lines').map((each, index) => {
    const path = `/lines/${String(index)}`;
    const object = readObject(each, path);
    refuseUnknown(object, LINE_KEYS, path);
    const tax = optionalText(object, 'tax', 30, path);
    const net = requiredText(object, 'net', 30, path);
    for (const amount of [net, tax ?? '0']) {
      if (parseDecimal(amount, 2) === undefined) throw new LedgerError('MONEY_MALFORMED', { path });
    }
    return { line: requiredInteger(object, 'line', 1, MAX_LINES, path), net, ...(tax === undefined ? undefined : { tax }) };
  });
}
