import {
  claimStatus,
  CORRECTION_MEANINGS,
  correctionStatus,
  firstCnRules,
  firstLifeRules,
  formatUnits,
  leftToClaim,
  lifeOf,
  readBalance,
  requireClaim,
  requireCorrection,
  requirePledge,
  stateKeys,
  viewOf,
  type InvoiceTotals,
  type LifeState,
  type RuleSetName,
  type RulesState,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader, PlacedAct } from '../ledger/ledger';
import { fieldOf, type LifeOpener } from './life-opener';

/** Entries of one id that are shown, newest first. */
const SHOWN = 100;

/** Reads what became of invoices, at the time of asking. */
export class LifeReader {
  readonly #opener: LifeOpener;
  readonly #ledger: LedgerReader;
  readonly #clock: () => number;

  constructor(opener: LifeOpener, ledger: LedgerReader, clock: () => number) {
    this.#opener = opener;
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** Where an invoice stands on every axis, and what of it nobody holds. */
  status(number: string): Record<string, unknown> {
    const { state } = this.#opener;
    const now = this.#clock();
    const life = lifeOf(state, number);
    return {
      invoice: number,
      asOf: new Date(now).toISOString(),
      ...viewOf(state, life, now),
      clawbackDue: life?.clawback ?? false,
      lastCorrection: life?.correction ?? null,
      left: this.#left(number, life, now),
    };
  }

  /** Undefined for an invoice whose content was erased. */
  #left(number: string, life: LifeState | undefined, now: number): string | null {
    const row = this.#opener.find(number);
    if (row.gross === '') return null;
    if (life?.balance === undefined) return row.gross;
    const opening = this.#opener.open(number);
    const totals = fieldOf(opening.record, 'totals') as InvoiceTotals;
    return formatUnits(leftToClaim(totals.gross, readBalance(this.#opener.state, number, life, opening.balance, now)), 2);
  }

  correction(id: string): Record<string, unknown> {
    const state = requireCorrection(this.#opener.state, id);
    const record = this.#opener.recordOf(id, 'correction.requested');
    const status = correctionStatus(state, this.#clock());
    return {
      correction: id,
      invoice: state.invoice,
      seller: this.#opener.find(state.invoice).seller,
      by: state.by,
      reason: state.reason,
      status,
      meaning: CORRECTION_MEANINGS[status] ?? null,
      until: state.until ?? null,
      red: state.red ?? null,
      lines: fieldOf(record, 'lines') ?? null,
      events: this.#events(id),
    };
  }

  claim(id: string): Record<string, unknown> {
    const state = requireClaim(this.#opener.state, id);
    const record = this.#opener.recordOf(id, 'claim.reserved');
    const clawback = state.invoices.some((invoice) => lifeOf(this.#opener.state, invoice)?.clawback === true);
    return {
      claim: id,
      status: claimStatus(state, this.#clock()),
      until: state.until,
      fence: state.fence,
      invoices: fieldOf(record, 'amounts') ?? null,
      clawbackDue: state.status === 'settled' && clawback,
      events: this.#events(id),
    };
  }

  pledge(id: string): Record<string, unknown> {
    const { invoice, status } = requirePledge(this.#opener.state, id);
    return { pledge: id, invoice, status, events: this.#events(id) };
  }

  /** The rule set in force, the built-in one where nobody has published another; its text is what the digest is of. */
  rules(set: RuleSetName): RulesState {
    const published = this.#opener.state.get<RulesState>(stateKeys.rules(set));
    return published ?? (set === 'cn' ? firstCnRules() : firstLifeRules());
  }

  #events(subject: string): Record<string, unknown>[] {
    return this.#ledger.acts({ subject, limit: SHOWN }).map((act: PlacedAct) => ({
      sequence: act.sequence,
      type: act.entry.type,
      time: act.entry.time,
      ...('event' in act.entry ? { event: act.entry.event } : undefined),
    }));
  }
}
