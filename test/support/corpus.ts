import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StatusAsk, TrustFile } from '@lianpiao/chaincode/domain';
import { checkBundleFile, exitOf, type BundleReport } from '../../gateway/src/cli/check-bundle-file';
import { findTrust } from '../../gateway/src/cli/find-trust';
import { parseStatusAsk } from '../../gateway/src/cli/parse-status-ask';
import type { Asked, SecondVerdict } from './second-verifier';

export const CORPUS = resolve(__dirname, '../../docs/corpus');

/** A file of the published corpus and what a verifier has to say of it. */
export interface CorpusCase {
  readonly name: string;
  readonly file: string;
  readonly trust: string;
  /** What the reader asks of the status. */
  readonly ask?: Asked;
  readonly result: SecondVerdict['result'];
  readonly reason?: string;
  readonly what: string;
}

/** The cases, with whole paths. */
export function corpusCases(): CorpusCase[] {
  const { cases } = JSON.parse(readFileSync(join(CORPUS, 'corpus.json'), 'utf8')) as { cases: CorpusCase[] };
  return cases.map((one) => ({ ...one, file: join(CORPUS, one.file), trust: join(CORPUS, one.trust) }));
}

/** A verdict in the words that both verifiers share. */
export interface Said {
  readonly result: string;
  readonly reason?: string | undefined;
  readonly withheld?: number | undefined;
  readonly hidden?: readonly string[] | undefined;
  readonly attestedBy?: readonly string[] | undefined;
  readonly erasedBy?: readonly string[] | undefined;
  readonly status?: SecondVerdict['status'] | undefined;
}

export const goSays = ({ result, reason, withheld, hidden, attestedBy, erasedBy, status }: SecondVerdict): Said =>
  result === 'valid' ? { result, reason, withheld, hidden, attestedBy, erasedBy, status } : { result, reason };

const trusts = new Map<string, TrustFile | undefined>();

/** The trust in a file, as the command line finds it. */
export function trustIn(file: string): TrustFile | undefined {
  if (!trusts.has(file)) trusts.set(file, findTrust(file).trust);
  return trusts.get(file);
}

/** What the command line says of a file, and its exit code. */
export function oursSays(
  trust: string,
  file: string,
  ask?: Asked,
): { readonly said: Said; readonly exit: number; readonly report: BundleReport } {
  const { report } = checkBundleFile(file, trustIn(trust), ask && askOf(ask));
  const { result, reason, summary } = report;
  const { hidden: withheld, hiddenNames: hidden, commit, erasure, status: shown } = summary;
  const [attestedBy, erasedBy] = [commit, erasure].map((one) => (one?.attestedBy.length === 0 ? undefined : one?.attestedBy));
  const status = shown && { asOf: shown.asOf, changed: shown.changed, axes: shown.axes };
  const said = result === 'valid' ? { result, reason, withheld, hidden, attestedBy, erasedBy, status } : { result, reason };
  return { said, exit: exitOf([report]), report };
}

/** As the command line would read it, on that day. */
function askOf({ now, maxAge, status }: Asked): StatusAsk {
  const age = maxAge === undefined ? {} : { maxAge: `${String(maxAge)}s` };
  return parseStatusAsk({ ...age, ...(status === undefined ? {} : { status }) }, Date.parse(now)) ?? { now: Date.parse(now) };
}
