import { chinaDate, formatTime, parseTime } from '../encoding/time';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { TillHead } from '../ports/state-values';
import type { Accepted } from '../record/accepted';
import { sealRecord } from '../record/commitment';
import type { InvoiceIssued } from '../record/entry';
import { checkParty, type PartyOpening } from '../registry/party-opening';
import { requireOrganisation, requireSellerOrAgent, requireTill } from '../registry/require';
import { admitInvoice, nextPlace } from './admit-invoice';
import { checkCn } from './check-cn';
import { checkEn16931 } from './check-en16931';
import { CN_RULES_VERSION } from './cn-rates';
import { invoiceFields, referenceFingerprint } from './compose-invoice';
import type { InvoiceRequest, Party } from './invoice-request';
import { parseInvoiceRequest } from './parse-invoice-request';

/** How far ahead of the ledger's time a sale may lie: clocks differ. */
export const MAX_CLOCK_SKEW_MS = 60_000;
const EN_RULES_VERSION = 'en16931-2017-a1-2019';

/** A command to issue one invoice. All of it is private: only its entry becomes part of the ledger. */
export interface IssueInvoice {
  readonly type: 'invoice.issue';
  readonly request: unknown;
  /** The seller as registered, opened from the payload store. */
  readonly seller: PartyOpening;
  /** 32 random bytes, hexadecimal, for the record's salts. */
  readonly seed: string;
}

/**
 * Issues one invoice: reads the request, checks it against the rules in force, gives it the till's next number and takes
 * it into the ledger.
 * @throws LedgerError naming what is wrong; then nothing has changed.
 */
export function issueInvoice(state: LedgerState, command: IssueInvoice): Accepted {
  const request = parseInvoiceRequest(command.request);
  const till = requireTill(state, request.till);
  requireSellerOrAgent(state, till.seller);
  const seller = requireOrganisation(state, till.seller);
  const reference = referenceFingerprint(till.seller, request.orderReference);
  // Before anything that may change with time: a repetition finds its invoice even when rates have changed since, or the
  // till has no numbers left.
  if (state.get(stateKeys.reference(reference)) !== undefined) {
    throw new LedgerError('INVOICE_EXISTS', { path: '/orderReference' });
  }
  checkParty(command.seller, seller.party);
  checkSellerNamed(request, command.seller);
  checkAmounts(request, state.now);

  const head = state.get<TillHead>(stateKeys.head(request.till));
  invariant(head !== undefined, 'a registered till has a head');
  const { number, counter, previous } = nextPlace(head, state.now);
  if (request.number !== undefined && request.number !== number)
    throw new LedgerError('NUMBER_OUT_OF_RANGE', { path: '/number' });

  const time = formatTime(state.now);
  const rules = request.profile === 'cn' ? CN_RULES_VERSION : EN_RULES_VERSION;
  const position = { number, counter, previous, issuedAt: time, rules, test: seller.sandbox };
  const record = { seed: command.seed, fields: invoiceFields(request, command.seller.text, position) };
  const entry: InvoiceIssued = {
    type: 'invoice.issued',
    time,
    commitment: sealRecord(record),
    number,
    till: request.till,
    counter,
    previous,
    reference,
  };
  return { entry, ...admitInvoice(state, entry), record };
}

/**
 * What the rules say of a request by itself: its time and its amounts.
 * @param now milliseconds since 1970.
 * @throws LedgerError naming the wrong field.
 */
export function checkAmounts(request: InvoiceRequest, now: number): void {
  const soldAt = request.soldAt === undefined ? now : (parseTime(request.soldAt) ?? now);
  if (soldAt > now + MAX_CLOCK_SKEW_MS) throw new LedgerError('TIME_IN_FUTURE', { path: '/soldAt' });
  if (request.profile === 'cn') checkCn(request, chinaDate(soldAt));
  else checkEn16931(request);
}

/**
 * Judges a request as issuing would, as far as anyone can who knows the request alone: its form, its time and its amounts.
 * Tills, gateways and the ledger call this same function, so that none of them takes what another refuses.
 * @param now milliseconds since 1970.
 * @throws LedgerError naming the rule and the wrong field.
 */
export function checkInvoiceRequest(value: unknown, now: number): InvoiceRequest {
  const request = parseInvoiceRequest(value);
  checkAmounts(request, now);
  return request;
}

function checkSellerNamed(request: InvoiceRequest, opening: PartyOpening): void {
  if (request.seller === undefined) return;
  const party = JSON.parse(opening.text) as Party;
  const { name, taxId } = request.seller;
  if (name !== undefined && name !== party.name) throw new LedgerError('SELLER_MISMATCH', { path: '/seller/name' });
  if (taxId !== undefined && taxId !== party.taxId) throw new LedgerError('SELLER_MISMATCH', { path: '/seller/taxId' });
}
