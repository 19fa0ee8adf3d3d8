import {
  LedgerError,
  verifyBundle,
  type Bundle,
  type ErrorCode,
  type StatusAsk,
  type TrustFile,
  type Verdict,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import { readLimited, strictJsonOf } from './read-file';
import { EXIT, type ExitCode } from './terminal';

export const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;
const NO_BUNDLE: readonly ErrorCode[] = ['BODY_MALFORMED', 'BODY_TOO_LARGE'];
/** Nobody: everything is checked that needs no trust, so that a forged file is named even then. */
export const NO_TRUST: TrustFile = { logs: [], witnesses: [], quorum: 0 };
const NO_CHECKS: Pick<Verdict, 'checks' | 'summary'> = { checks: [], summary: {} };

/** The verdict on one file; `error` is why it could not be read as a bundle at all. */
export interface BundleReport extends Omit<Verdict, 'reason'> {
  readonly file: string;
  readonly reason?: Verdict['reason'] | ErrorCode;
  readonly error?: { readonly code: ErrorCode } & LedgerError['detail'];
  /** With `--rpc`: whether a node showed one of its anchors. */
  readonly anchored?: boolean;
}

/** A report, and the bundle itself when it is valid. */
export interface CheckedBundle {
  readonly report: BundleReport;
  readonly bundle?: Bundle;
}

/** Judges one file. Never throws for what a file holds, or for a file that is not there. */
export function checkBundleFile(file: string, trust: TrustFile | undefined, ask?: StatusAsk): CheckedBundle {
  try {
    const value = strictJsonOf(readLimited(file, MAX_BUNDLE_BYTES));
    const report = { file, ...verifyBundle(value, trust ?? NO_TRUST, nodeSignatures, ask) };
    // What was found valid has the form of a bundle.
    return report.result === 'valid' ? { report, bundle: value as unknown as Bundle } : { report };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const known = { file, ...NO_CHECKS, error: { code: error.code, ...error.detail } };
    // Bytes that are no strict JSON, or too many, are no bundle; of what could not be read, nobody knows anything.
    if (NO_BUNDLE.includes(error.code)) return { report: { ...known, result: 'invalid', reason: 'BUNDLE_MALFORMED' } };
    return { report: { ...known, result: 'unknown', reason: error.code } };
  }
}

/** The exit code over several files: what is proven wrong counts before what is not known, an anchor asked for among it. */
export function exitOf(reports: readonly Pick<BundleReport, 'result' | 'anchored'>[]): ExitCode {
  if (reports.some(({ result }) => result === 'invalid')) return EXIT.wrong;
  return reports.every(({ result, anchored }) => result === 'valid' && anchored !== false) ? EXIT.ok : EXIT.unknown;
}
