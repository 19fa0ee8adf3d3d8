import { formatTime } from '../encoding/time';
import { LedgerError } from '../errors';
import { requireCorrectionFor } from '../life/require-correction-for';
import { openSlip, requireSame, type OfflineSlip } from '../offline/open-slip';
import type { LedgerState } from '../ports/ledger-state';
import type { SignatureVerifier } from '../ports/signature-verifier';
import type { Accepted } from '../record/accepted';
import type { SealedRecord } from '../record/commitment';
import type { PartyOpening } from '../registry/party-opening';
import { admitInvoice } from './admit-invoice';
import { cnRules, cnRulesNamed } from './cn-rules';
import { checkAmounts, composeInvoice, EN_RULES_VERSION, prepareSale, type PreparedSale } from './prepare-invoice';

/** A command to issue one invoice. All of it is private: only its entry becomes part of the ledger. */
export interface IssueInvoice {
  readonly type: 'invoice.issue';
  readonly request: unknown;
  /** The seller as registered, opened from the payload store. */
  readonly seller: PartyOpening;
  /** 32 random bytes, hexadecimal, for the record's salts. */
  readonly seed: string;
  /** For a red invoice: the record of the request for its correction. */
  readonly correction?: SealedRecord;
  /** For an invoice that its till has issued already, without the network: what the till signed. */
  readonly offline?: OfflineSlip;
}

/**
 * Issues one invoice: reads the request, checks it against the rules in force, gives it the till's next number and takes
 * it into the ledger. Of one that the till has issued already, the same is derived and compared with what the till signed.
 * @throws LedgerError naming what is wrong; then nothing has changed.
 */
export function issueInvoice(state: LedgerState, command: IssueInvoice, verifier: SignatureVerifier): Accepted {
  const sale = prepareSale(state, command);
  if (command.offline !== undefined) return recordOffline(state, sale, command.offline, verifier);
  const { request, till } = sale;
  const cn = cnRules(state);
  if (request.corrects === undefined) checkAmounts(request, state.now, cn);
  else requireCorrectionFor(state, request, till.seller, command.correction);
  const { entry, record } = composeInvoice(sale, state.now, cn);
  return { entry, ...admitInvoice(state, entry), record };
}

/** Takes in what a till has issued without the network: exactly the number, place and commitment that it derived. */
function recordOffline(state: LedgerState, sale: PreparedSale, slip: OfflineSlip, verifier: SignatureVerifier): Accepted {
  const { request, till, head } = sale;
  if (request.corrects !== undefined) throw new LedgerError('OFFLINE_NOT_ALLOWED', { path: '/corrects' });
  const { statement, signature, issuedAt } = openSlip(state, { till, head, slip, verifier });
  const cn = rulesNamed(state, request.profile, statement.rules);
  checkAmounts(request, issuedAt, cn);
  const { entry, record } = composeInvoice(sale, issuedAt, cn);
  requireSame(statement, entry);
  const { key, rules, time } = statement;
  const recorded = { ...entry, time: formatTime(state.now), offline: { key, rules, signature, time } };
  return { entry: recorded, ...admitInvoice(state, recorded), record };
}

function rulesNamed(state: LedgerState, profile: string, name: string): ReturnType<typeof cnRules> {
  if (profile === 'cn') return cnRulesNamed(state, name);
  if (name !== EN_RULES_VERSION) throw new LedgerError('OFFLINE_RULES_UNKNOWN', { path: '/rules', found: name });
  return cnRules(state);
}
