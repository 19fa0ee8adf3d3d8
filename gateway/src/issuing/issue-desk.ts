import {
  asksForInvoice,
  isIdentifier,
  LedgerError,
  parseInvoiceRequest,
  referenceFingerprint,
  type InvoiceIssued,
  type OfflineSlip,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { Ledger, PlacedEntry, Submission, Verdict } from '../ledger/ledger';
import type { PayloadStore } from '../stores/payload-store';
import { isEntryOfSlip, readReportedLine, type ReportedLine } from '../till/reported-line';
import type { Metrics } from '../metrics';
import type { GroupCommit } from './group-commit';
import { invoiceAnswerText } from './invoice-answer';
import { randomSeed } from './random-seed';
import type { RangeKeeper } from './range-keeper';
import type { RegistryReader } from './registry-reader';

/** What became of one request: the JSON text of its answer; `created` is false for a repetition of an earlier one. */
export type IssueOutcome =
  { readonly answer: string; readonly created: boolean } | { readonly error: LedgerError; readonly existing?: string };

export interface IssueDeskParts {
  readonly ledger: Ledger;
  readonly payloads: PayloadStore;
  readonly registry: RegistryReader;
  readonly commits: GroupCommit;
  readonly ranges: RangeKeeper;
  readonly metrics: Metrics;
}

/** Other callers may take numbers that were meant for us: after so many rounds the till has none to give. */
const TOP_UP_ROUNDS = 4;

/**
 * Where requests become invoices: one call gets one final answer. The same request again gets the first answer again, other
 * content under the same order reference a conflict that shows the first.
 */
export class IssueDesk {
  readonly #parts: IssueDeskParts;

  constructor(parts: IssueDeskParts) {
    this.#parts = parts;
  }

  /** Issues requests of one organisation, in their order, each with an outcome of its own. */
  async issue(caller: string, requests: readonly unknown[]): Promise<IssueOutcome[]> {
    const started = performance.now();
    const verdicts = await this.#parts.commits.submit(requests.map((request) => this.#submission(caller, request)));
    this.#parts.metrics.observeIssue((performance.now() - started) / 1000);
    const outcomes = verdicts.map((verdict, index) => this.#outcome(verdict, requests[index]));
    await this.#topUp(caller, requests, outcomes);
    for (const outcome of outcomes) this.#parts.metrics.countOutcome(outcomeName(outcome));
    return outcomes;
  }

  /**
   * Takes in what a till has issued without the network, in the till's order, each with an outcome of its own: the ledger admits
   * exactly what the till signed. A repetition gets its first answer.
   */
  async report(caller: string, till: string, lines: readonly unknown[]): Promise<IssueOutcome[]> {
    const read = lines.map((line) => readReportedLine(line, till));
    const good = read.filter((line): line is ReportedLine => !(line instanceof LedgerError));
    const seller = this.#parts.registry.sellerOf(till);
    const verdicts = await this.#parts.commits.submit(
      good.map((line) => ({ caller, command: { type: 'invoice.issue', seller, ...line } })),
    );
    let next = 0;
    const outcomes = read.map((line): IssueOutcome => {
      if (line instanceof LedgerError) return { error: line };
      return this.#outcome(verdicts[next++] as Verdict, line.request, line.offline);
    });
    this.#parts.ranges.topUpLater([till]);
    for (const outcome of outcomes) this.#parts.metrics.countOutcome(outcomeName(outcome));
    return outcomes;
  }

  /**
   * Sees to it that the tills have numbers. Nobody waits for that, unless numbers ran out in the middle of the group: then
   * the tills get what is lacking, and those that missed a number are tried again.
   */
  async #topUp(caller: string, requests: readonly unknown[], outcomes: IssueOutcome[]): Promise<void> {
    for (let round = 0; round < TOP_UP_ROUNDS; round += 1) {
      const missed = outcomes.flatMap((outcome, index) => (outcomeName(outcome) === 'RANGE_EXHAUSTED' ? [index] : []));
      if (missed.length === 0) break;
      const wanted = countByTill(missed.map((index) => requests[index]));
      await this.#parts.ranges.topUp(wanted.keys(), wanted);
      const verdicts = await this.#parts.commits.submit(missed.map((index) => this.#submission(caller, requests[index])));
      verdicts.forEach((verdict, place) => {
        const index = missed[place] as number;
        outcomes[index] = this.#outcome(verdict, requests[index]);
      });
    }
    this.#parts.ranges.topUpLater(countByTill(requests).keys());
  }

  #submission(caller: string, request: unknown): Submission {
    const seller = this.#parts.registry.sellerOf(tillOf(request));
    return { caller, command: { type: 'invoice.issue', request, seller, seed: randomSeed(), ...this.#correctionOf(request) } };
  }

  /** A red invoice shows the rules the request that it carries out. */
  #correctionOf(request: unknown): { readonly correction: SealedRecord } | undefined {
    const { corrects } = (request ?? {}) as { readonly corrects?: { readonly correction?: unknown } };
    if (typeof corrects?.correction !== 'string') return undefined;
    const { ledger, payloads } = this.#parts;
    const act = ledger.acts({ subject: corrects.correction, type: 'correction.requested', limit: 1 })[0];
    const correction = act === undefined ? undefined : payloads.read(act.sequence);
    return correction === undefined ? undefined : { correction };
  }

  #outcome(verdict: Verdict, request: unknown, slip?: OfflineSlip): IssueOutcome {
    if (verdict.accepted) {
      return { answer: invoiceAnswerText(verdict.placed.entry as InvoiceIssued, verdict.record, verdict.receipt), created: true };
    }
    return verdict.error.code === 'INVOICE_EXISTS' ? this.#repetition(request, slip) : { error: verdict.error };
  }

  /** The order reference was used before: by the same content, or by other; of a till's report, by this very slip. */
  #repetition(value: unknown, slip: OfflineSlip | undefined): IssueOutcome {
    const request = parseInvoiceRequest(value);
    const seller = this.#parts.registry.till(request.till)?.seller ?? '';
    const placed = this.#parts.ledger.findReference(referenceFingerprint(seller, request.orderReference));
    if (placed?.entry.type !== 'invoice.issued') return { error: new LedgerError('INTERNAL') };
    const record = this.#parts.payloads.read(placed.sequence);
    // Once its content is erased, nobody can tell any more whether this is the same.
    if (record === undefined) return { error: new LedgerError('INVOICE_CONFLICT', { path: '/orderReference', found: 'erased' }) };
    const answer = this.answer(placed, record);
    const isTheSlip = slip === undefined || isEntryOfSlip(placed.entry, slip);
    if (isTheSlip && asksForInvoice(request, record)) return { answer, created: false };
    return { error: new LedgerError('INVOICE_CONFLICT', { path: '/orderReference' }), existing: answer };
  }

  /** The answer that an invoice's issuing gave, as JSON text. */
  answer(placed: PlacedEntry, record = this.#parts.payloads.read(placed.sequence)): string {
    const receipt = this.#parts.ledger.receipt(placed.sequence);
    if (record === undefined || receipt === undefined) throw new LedgerError('INVOICE_ERASED');
    return invoiceAnswerText(placed.entry as InvoiceIssued, record, receipt);
  }
}

/** How many requests there are for each till. */
function countByTill(requests: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const request of requests) {
    const till = tillOf(request);
    if (till !== undefined) counts.set(till, (counts.get(till) ?? 0) + 1);
  }
  return counts;
}

function outcomeName(outcome: IssueOutcome): string {
  if ('error' in outcome) return outcome.error.code;
  return outcome.created ? 'created' : 'repeated';
}

function tillOf(request: unknown): string | undefined {
  const till = typeof request === 'object' && request !== null ? (request as { till?: unknown }).till : undefined;
  return isIdentifier(till) ? till : undefined;
}
