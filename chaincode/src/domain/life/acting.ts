import { parseDigest, hasher, type Digest } from '../encoding/digest';
import { parseIdentifier } from '../encoding/identifier';
import type { JsonObject } from '../encoding/reader';
import { LedgerError } from '../errors';
import type { Party } from '../invoice/invoice-request';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { partyDigest } from '../registry/party-opening';
import { requireOrganisation } from '../registry/require';
import { requireClaim } from './apply-claim';
import { claimStatus } from './life-state';
import type { ChangeLife } from './life-command';
import type { OpenedInvoice } from './open-invoice';

const CONTEXT = 'lianpiao-life-party-v1';
const SALT = /^[0-9a-f]{32}$/;

/** How the ledger keeps a holder or a financier: salted, so that only who has the salt can tell who it is. */
export function hiddenParty(salt: string, organisation: string): Digest {
  return hasher().sha256(`${CONTEXT}\n${salt}\n${organisation}`);
}

/**
 * The organisation in whose name something is done: the caller itself, or one that has delegated to it, so that an agent's
 * signature need not tell who stands behind it.
 * @throws LedgerError ACTION_FORBIDDEN, ORGANISATION_UNKNOWN.
 */
export function actingFor(state: LedgerState, asked: JsonObject, key: string): string {
  const organisation = asked[key] === undefined ? state.caller : parseIdentifier(asked[key], `/${key}`);
  requireOrganisation(state, organisation);
  if (organisation !== state.caller && state.get(stateKeys.delegation(organisation, state.caller)) !== true)
    throw new LedgerError('ACTION_FORBIDDEN', { path: `/${key}`, rule: 'in-its-own-name' });
  return organisation;
}

/** 16 bytes as hexadecimal text. @throws LedgerError FIELD_MISSING, FIELD_INVALID. */
export function saltOf(asked: JsonObject): string {
  const salt = asked['salt'];
  if (salt === undefined) throw new LedgerError('FIELD_MISSING', { path: '/salt' });
  if (typeof salt !== 'string' || !SALT.test(salt)) throw new LedgerError('FIELD_INVALID', { path: '/salt' });
  return salt;
}

/** @throws LedgerError CLAIM_NOT_YOURS when whoever acts is not whom the commitment hides. */
export function requireHidden(
  state: LedgerState,
  asked: JsonObject,
  hidden: Digest,
  code: 'CLAIM_NOT_YOURS' | 'PLEDGE_NOT_YOURS',
): void {
  const salt = asked['salt'];
  const organisation = actingFor(state, asked, 'holder');
  if (typeof salt !== 'string' || parseDigest(hidden) === undefined || hiddenParty(salt, organisation) !== hidden)
    throw new LedgerError(code);
}

/** True when an organisation, opened as registered, is the buyer that an invoice names. */
export function isNamedBuyer(state: LedgerState, { party }: ChangeLife, invoice: OpenedInvoice, organisation: string): boolean {
  if (party === undefined || invoice.buyer?.taxId === undefined) return false;
  if (partyDigest(party) !== requireOrganisation(state, organisation).party)
    throw new LedgerError('LIFE_OPENING_WRONG', { path: '/party' });
  return (JSON.parse(party.text) as Party).taxId === invoice.buyer.taxId;
}

/**
 * The buyer's side of an invoice: the buyer that it names, or, where `claim` and `salt` are given, whoever holds a claim on
 * it. An invoice to a person names nobody whom the ledger knows: its side is whoever reimburses it.
 * @throws LedgerError INVOICE_NOT_YOURS.
 */
export function requireBuyerSide(state: LedgerState, command: ChangeLife, invoice: OpenedInvoice): void {
  const { asked } = command;
  const organisation = actingFor(state, asked, 'holder');
  if (isNamedBuyer(state, command, invoice, organisation)) return;
  if (asked['claim'] !== undefined) {
    const claim = requireClaim(state, parseIdentifier(asked['claim'], '/claim'));
    const status = claimStatus(claim, state.now);
    const holds = claim.invoices.includes(invoice.number) && (status === 'reserved' || status === 'settled');
    if (holds && typeof asked['salt'] === 'string' && hiddenParty(asked['salt'], organisation) === claim.holder) return;
  }
  throw new LedgerError('INVOICE_NOT_YOURS', { rule: 'buyer-side-only' });
}
