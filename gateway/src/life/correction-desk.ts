import { randomBytes } from 'node:crypto';
import {
  correctionStatus,
  LedgerError,
  redReference,
  requireCorrection,
  stateKeys,
  type CorrectionReason,
  type CorrectionState,
  type JsonValue,
  type LifeState,
  type RedDocument,
  type RefundLine,
} from '@lianpiao/chaincode/domain';
import type { Actor } from '../issuing/act-recorder';
import type { InvoiceAnswer, InvoiceHeader } from '../issuing/invoice-answer';
import type { IssueDesk } from '../issuing/issue-desk';
import { fieldOf, type LifeOpener } from './life-opener';
import type { LifeRecorder } from './life-recorder';

export interface CorrectionRequest {
  readonly correction: string | undefined;
  readonly invoice: string;
  readonly reason: CorrectionReason;
  /** All that is left when absent. */
  readonly lines: readonly RefundLine[] | undefined;
  readonly by: 'buyer' | 'seller';
  /** A claim that the caller holds, where the invoice does not name it as the buyer. */
  readonly claim: string | undefined;
}

export interface CorrectionDeskParts {
  readonly opener: LifeOpener;
  readonly recorder: LifeRecorder;
  readonly desk: IssueDesk;
  readonly clock: () => number;
}

const SYSTEM: Actor = { keyId: 'gateway', why: 'a confirmed correction is carried out by itself' };

/** Where corrections are asked for and answered; a red invoice is issued by itself once nothing is left to confirm. */
export class CorrectionDesk {
  readonly #parts: CorrectionDeskParts;

  constructor(parts: CorrectionDeskParts) {
    this.#parts = parts;
  }

  /** @returns the correction's id. @throws LedgerError for what the rules refuse. */
  async request(caller: string, request: CorrectionRequest, actor: Actor): Promise<string> {
    const { opener, recorder } = this.#parts;
    const correction = request.correction ?? `red-${randomBytes(12).toString('hex')}`;
    const { invoice, reason, lines, by } = request;
    await recorder.record({
      caller,
      facts: { type: 'correction.requested', correction, invoice, reason },
      asked: {
        by,
        ...(lines === undefined ? undefined : { lines: JSON.parse(JSON.stringify(lines)) as JsonValue }),
        ...this.claimed(request.claim),
      },
      open: () => [opener.open(invoice)],
      actor,
    });
    await this.finish(correction);
    return correction;
  }

  /** Confirms, refuses, withdraws or makes void. @throws LedgerError for what the rules refuse. */
  async answer(
    caller: string,
    correction: string,
    answer: { readonly event: string; readonly as: 'bureau' | 'buyer' | 'seller'; readonly claim?: string | undefined },
    actor: Actor,
  ): Promise<void> {
    const { opener, recorder } = this.#parts;
    const { event, as, claim } = answer;
    const { invoice } = requireCorrection(opener.state, correction);
    await recorder.record({
      caller,
      facts: { type: 'correction.changed', correction, event, as },
      asked: this.claimed(claim),
      open: () => (as === 'buyer' ? [opener.open(invoice)] : []),
      actor,
    });
    await this.finish(correction);
  }

  /**
   * Issues the red invoice of a correction that nobody has to confirm any more, and completes it. Every step may be repeated:
   * the order reference lets one red invoice be, and a completed correction is left alone.
   * @returns the red invoice's number; undefined while there is something to wait for.
   */
  async finish(correction: string): Promise<string | undefined> {
    const { opener, recorder, clock } = this.#parts;
    const state = requireCorrection(opener.state, correction);
    const status = correctionStatus(state, clock());
    if (status !== '01' && status !== '04') return state.red;
    const seller = (opener.state.get<LifeState>(stateKeys.life(state.invoice)) as LifeState).seller;
    const red = await this.#issueRed(seller, correction, state);
    try {
      await recorder.record({
        caller: seller,
        facts: { type: 'correction.completed', correction },
        open: () => [opener.open(state.invoice), opener.open(red)],
        actor: SYSTEM,
      });
    } catch (error) {
      // Another process was faster.
      if (!(error instanceof LedgerError && error.code === 'CORRECTION_STATE_WRONG')) throw error;
    }
    return requireCorrection(opener.state, correction).red;
  }

  async #issueRed(seller: string, correction: string, { invoice }: CorrectionState): Promise<string> {
    const { opener, desk } = this.#parts;
    const document = fieldOf(opener.recordOf(correction, 'correction.requested'), 'red') as RedDocument;
    const { till } = fieldOf(opener.open(invoice).record, 'header') as InvoiceHeader;
    const request = { ...document, till, orderReference: redReference(correction), corrects: { correction, invoice } };
    const [outcome] = await desk.issue(seller, [request]);
    if (outcome !== undefined && 'answer' in outcome) return (JSON.parse(outcome.answer) as InvoiceAnswer).number;
    throw outcome?.error ?? new LedgerError('INTERNAL');
  }

  /** What shows the rules that a caller stands on the buyer's side by a claim of its own. @throws LedgerError CLAIM_UNKNOWN. */
  claimed(claim: string | undefined): Record<string, JsonValue> {
    if (claim === undefined) return {};
    const holder = fieldOf(this.#parts.opener.recordOf(claim, 'claim.reserved'), 'holder') as { salt: string } | undefined;
    if (holder === undefined) throw new LedgerError('CLAIM_UNKNOWN', { path: '/claim' });
    return { claim, salt: holder.salt };
  }
}
