import {
  chinaDate,
  parseDecimal,
  unitsAt,
  verifyBundle,
  type BundleSummary,
  type Check,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { browserSignatures } from './browser-signatures';

export type Result = 'genuine' | 'partly-red' | 'wholly-red' | 'test' | 'registered' | 'differing' | 'unknown' | 'invalid';
/** The facts that stand on a paper, as they were typed or read from its QR code. */
export interface PaperFacts {
  readonly number: string;
  /** YYYY-MM-DD, in China. */
  readonly date: string;
  readonly total: string;
}
export type Fact = keyof PaperFacts;

/** What came out, and by which way. */
export interface Outcome {
  readonly result: Result;
  readonly by: 'file' | 'gateway' | 'comparison';
  readonly number?: string;
  readonly differing?: readonly Fact[];
  readonly reason?: string;
  readonly checks?: readonly Check[];
  readonly summary?: BundleSummary;
  /** The parsed file, of which only the result decides what is shown. */
  readonly bundle?: unknown;
}

/** Whom a verifier without any trust file trusts: nobody. What was changed it finds all the same. */
const NOBODY: TrustFile = { logs: [], witnesses: [], quorum: 0 };

/** Verifies a parsed file here, with the rules that the ledger and the command line use. */
export function verifyFile(bundle: unknown, trust: TrustFile | undefined): Outcome {
  const { result, reason, checks, summary } = verifyBundle(bundle, trust ?? NOBODY, browserSignatures);
  return {
    result: result === 'valid' ? kindOf(summary) : result,
    by: 'file',
    checks,
    summary,
    bundle,
    ...(reason === undefined ? {} : { reason }),
  };
}

function kindOf({ type, test, status }: BundleSummary): Result {
  if (type?.startsWith('invoice.') !== true) return 'registered';
  if (test === true) return 'test';
  const document = status?.axes.document;
  return document === 'partly-red' || document === 'wholly-red' ? document : 'genuine';
}

/** Compares a paper with an invoice whose file has verified; facts that the file withholds cannot be compared. */
export function compareWithFile(facts: PaperFacts, { summary, result }: Outcome): Outcome {
  const held = {
    number: summary?.number,
    date: summary?.issuedAt === undefined ? undefined : chinaDate(Date.parse(summary.issuedAt)),
    total: grossOf(summary),
  };
  const withheld = Object.values(held).includes(undefined);
  const differing = (['number', 'date', 'total'] as const).filter((fact) => {
    const known = held[fact];
    return known !== undefined && !(fact === 'total' ? sameAmount(known, facts.total) : known === facts[fact]);
  });
  const common = { by: 'comparison', number: facts.number, ...(summary === undefined ? {} : { summary }) } as const;
  if (differing.length > 0) return { ...common, result: 'differing', differing };
  return { ...common, result: withheld ? 'unknown' : result };
}

/** The total with tax that a file discloses. */
export function grossOf(summary: BundleSummary | undefined): string | undefined {
  const totals = summary?.totals;
  if (typeof totals !== 'object' || totals === null || Array.isArray(totals)) return undefined;
  const { gross } = totals as { gross?: unknown };
  return typeof gross === 'string' ? gross : undefined;
}

function sameAmount(left: string, right: string): boolean {
  const [one, other] = [parseDecimal(left, 2), parseDecimal(right, 2)];
  return one !== undefined && other !== undefined && unitsAt(one, 2) === unitsAt(other, 2);
}
