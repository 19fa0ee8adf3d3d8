import { chinaDate, formatTime, MAX_CLOCK_SKEW_MS, parseTime } from '../encoding/time';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { OrganisationState, TillHead, TillState } from '../ports/state-values';
import { sealRecord, type SealedRecord } from '../record/commitment';
import type { Digest } from '../encoding/digest';
import type { InvoiceIssued } from '../record/entry';
import { checkParty, type PartyOpening } from '../registry/party-opening';
import { requireOrganisation, requireSellerOrAgent, requireTill } from '../registry/require';
import { nextPlace } from './admit-invoice';
import { checkCn } from './check-cn';
import { checkEn16931 } from './check-en16931';
import { BUILT_IN_CN_RULES, type CnRules } from './cn-rates';
import { invoiceFields, referenceFingerprint } from './compose-invoice';
import type { InvoiceRequest, Party } from './invoice-request';
import { parseInvoiceRequest } from './parse-invoice-request';

export const EN_RULES_VERSION = 'en16931-2017-a1-2019';

/** What a sale brings: what it asks for, its seller opened, and the secret of its salts. */
export interface Sale {
  readonly request: unknown;
  readonly seller: PartyOpening;
  readonly seed: string;
}

/** A request that was read, with what the state knows of its till and its seller. */
export interface PreparedSale {
  readonly request: InvoiceRequest;
  readonly till: TillState;
  readonly head: TillHead;
  readonly seller: OrganisationState;
  readonly opening: PartyOpening;
  readonly seed: string;
  readonly reference: Digest;
}

/**
 * Reads a request and finds its till and seller: the beginning of issuing, at the ledger and at a till without network.
 * @throws LedgerError of the form, TILL_UNKNOWN, TILL_NOT_YOURS, INVOICE_EXISTS, SELLER_MISMATCH.
 */
export function prepareSale(state: LedgerState, sale: Sale): PreparedSale {
  const request = parseInvoiceRequest(sale.request);
  const till = requireTill(state, request.till);
  requireSellerOrAgent(state, till.seller);
  const seller = requireOrganisation(state, till.seller);
  const reference = referenceFingerprint(till.seller, request.orderReference);
  // Before anything that may change with time: a repetition finds its invoice even when rates have changed since, or the
  // till has no numbers left.
  if (state.get(stateKeys.reference(reference)) !== undefined) {
    throw new LedgerError('INVOICE_EXISTS', { path: '/orderReference' });
  }
  checkParty(sale.seller, seller.party);
  checkSellerNamed(request, sale.seller);
  const head = state.get<TillHead>(stateKeys.head(request.till));
  invariant(head !== undefined, 'a registered till has a head');
  return { request, till, head, seller, opening: sale.seller, seed: sale.seed, reference };
}

/** Number, place, record and commitment of the till's next invoice. @throws LedgerError RANGE_EXHAUSTED, NUMBER_OUT_OF_RANGE. */
export function composeInvoice(
  { request, head, seller, opening, seed, reference }: PreparedSale,
  issuedAt: number,
  cn: CnRules,
): { readonly entry: InvoiceIssued; readonly record: SealedRecord; readonly rules: string } {
  const { number, counter, previous } = nextPlace(head, issuedAt);
  if (request.number !== undefined && request.number !== number)
    throw new LedgerError('NUMBER_OUT_OF_RANGE', { path: '/number' });
  const time = formatTime(issuedAt);
  const rules = request.profile === 'cn' ? cn.version : EN_RULES_VERSION;
  const position = { number, counter, previous, issuedAt: time, rules, test: seller.sandbox };
  const record = { seed, fields: invoiceFields(request, opening.text, position) };
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
  return { entry, record, rules };
}

/**
 * What the rules say of a request by itself: its time and its amounts.
 * @param now milliseconds since 1970.
 * @param rules the rule set of profile cn in force.
 * @throws LedgerError naming the wrong field.
 */
export function checkAmounts(request: InvoiceRequest, now: number, rules: CnRules = BUILT_IN_CN_RULES): void {
  const soldAt = request.soldAt === undefined ? now : (parseTime(request.soldAt) ?? now);
  if (soldAt > now + MAX_CLOCK_SKEW_MS) throw new LedgerError('TIME_IN_FUTURE', { path: '/soldAt' });
  if (request.profile === 'cn') checkCn(request, chinaDate(soldAt), rules);
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
