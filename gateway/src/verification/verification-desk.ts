import {
  BundleVerifier,
  chinaDate,
  isSameMoney,
  parseFapiaoQr,
  stateKeys,
  type BundleSummary,
  type Check,
  type LifeState,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import type { LedgerReader } from '../ledger/ledger';
import type { InvoiceFinder } from '../issuing/invoice-finder';
import type { Registration } from '../provenance/provenance-reader';

/** What anyone may be told of a paper: never the buyer, never the lines. */
export interface VerificationResult {
  /**
   * `test` is genuine, but a sandbox organisation's: worth nothing. `partly-red` and `wholly-red` are genuine too, and were taken
   * back by a red letter, in part or whole.
   */
  readonly result: 'genuine' | 'partly-red' | 'test' | 'wholly-red' | 'registered' | 'differing' | 'unknown' | 'invalid';
  readonly number?: string;
  /** Of a content, with its first registration when it has one. */
  readonly digest?: string;
  readonly registration?: Registration;
  /** Which of the facts given differ from the record. */
  readonly differing?: readonly ('date' | 'total')[];
  readonly reason?: string;
  readonly checks?: readonly Check[];
  readonly summary?: BundleSummary;
}

/** The facts that stand on a paper. */
export interface PaperFacts {
  readonly number: string;
  /** YYYY-MM-DD, the date in China. */
  readonly date: string;
  readonly total: string;
}

/** Answers anyone, without login, whether a paper is genuine. */
export class VerificationDesk {
  readonly #finder: InvoiceFinder;
  readonly #trust: () => TrustFile;
  readonly #ledger: Pick<LedgerReader, 'state'>;
  #trusted: TrustFile;
  #verifier: BundleVerifier;

  /**
   * @param trust whom to trust now: the same object as long as nothing has changed.
   * @param ledger tells whether an invoice was red-lettered.
   */
  constructor(finder: InvoiceFinder, trust: () => TrustFile, ledger: Pick<LedgerReader, 'state'>) {
    this.#finder = finder;
    this.#trust = trust;
    this.#ledger = ledger;
    this.#trusted = trust();
    this.#verifier = new BundleVerifier(this.#trusted, nodeSignatures);
  }

  /** One verifier for as long as the trust is the same: it remembers checkpoints. */
  #bundles(): BundleVerifier {
    const trusted = this.#trust();
    if (trusted !== this.#trusted) {
      this.#trusted = trusted;
      this.#verifier = new BundleVerifier(trusted, nodeSignatures);
    }
    return this.#verifier;
  }

  byFacts({ number, date, total }: PaperFacts): VerificationResult {
    const row = this.#finder.find(number);
    if (row === undefined) return { result: 'unknown', number };
    // Nothing is left to compare the paper with, so it is not called a fake; its own bundle still proves it.
    if (row.gross === '') return { result: 'unknown', number, reason: 'INVOICE_ERASED' };
    const differing: ('date' | 'total')[] = [];
    if (chinaDate(row.issuedAt) !== date) differing.push('date');
    if (!isSameMoney(row.gross, total)) differing.push('total');
    if (differing.length > 0) return { result: 'differing', number, differing };
    return { result: this.#standing(number, row.test === 1), number };
  }

  /** What a genuine invoice is worth now. @param number absent where a bundle withholds it. */
  #standing(number: string | undefined, test: boolean): 'genuine' | 'partly-red' | 'test' | 'wholly-red' {
    if (test) return 'test';
    const life = number === undefined ? undefined : (this.#ledger.state(stateKeys.life(number)) as LifeState | undefined);
    const document = life?.document;
    return document === 'partly-red' || document === 'wholly-red' ? document : 'genuine';
  }

  byQr(text: string): VerificationResult {
    const { verdict, reason, number, date, amount } = parseFapiaoQr(text);
    if (verdict === 'invalid' || number === undefined || date === undefined || amount === undefined) {
      return { result: 'invalid', reason: reason ?? 'QR_MALFORMED' };
    }
    const answer = this.byFacts({ number, date, total: amount });
    return verdict === 'without-checksum' ? { reason: 'QR_WITHOUT_CHECKSUM', ...answer } : answer;
  }

  byBundle(bundle: unknown): VerificationResult {
    const verdict = this.#bundles().verify(bundle);
    const { test, number } = verdict.summary;
    const now = this.#standing(number, test === true);
    const shown = verdict.summary.status?.axes.document;
    // A bundle of another operator's log says more than our own ledger, which does not know the invoice.
    const genuine = now === 'genuine' && (shown === 'partly-red' || shown === 'wholly-red') ? shown : now;
    return {
      result: verdict.result === 'valid' ? genuine : verdict.result,
      ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
      checks: verdict.checks,
      summary: verdict.summary,
    };
  }
}
