import {
  BundleVerifier,
  chinaDate,
  parseDecimal,
  parseFapiaoQr,
  unitsAt,
  type BundleSummary,
  type Check,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import type { InvoiceFinder } from '../issuing/invoice-finder';
import type { Registration } from '../provenance/provenance-reader';

/** What anyone may be told of a paper: never the buyer, never the lines. */
export interface VerificationResult {
  /** `test` is genuine, but a sandbox organisation's: worth nothing. */
  readonly result: 'genuine' | 'test' | 'registered' | 'differing' | 'unknown' | 'invalid';
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
  readonly #bundles: BundleVerifier;

  constructor(finder: InvoiceFinder, trust: TrustFile) {
    this.#finder = finder;
    this.#bundles = new BundleVerifier(trust, nodeSignatures);
  }

  byFacts({ number, date, total }: PaperFacts): VerificationResult {
    const row = this.#finder.find(number);
    if (row === undefined) return { result: 'unknown', number };
    // Nothing is left to compare the paper with, so it is not called a fake; its own bundle still proves it.
    if (row.gross === '') return { result: 'unknown', number, reason: 'INVOICE_ERASED' };
    const differing: ('date' | 'total')[] = [];
    if (chinaDate(row.issuedAt) !== date) differing.push('date');
    if (!sameAmount(row.gross, total)) differing.push('total');
    if (differing.length > 0) return { result: 'differing', number, differing };
    return { result: row.test === 1 ? 'test' : 'genuine', number };
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
    const verdict = this.#bundles.verify(bundle);
    const genuine = verdict.summary.test === true ? 'test' : 'genuine';
    return {
      result: verdict.result === 'valid' ? genuine : verdict.result,
      ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
      checks: verdict.checks,
      summary: verdict.summary,
    };
  }
}

function sameAmount(recorded: string, given: string): boolean {
  const [left, right] = [parseDecimal(recorded, 2), parseDecimal(given, 2)];
  return left !== undefined && right !== undefined && unitsAt(left, 2) === unitsAt(right, 2);
}
