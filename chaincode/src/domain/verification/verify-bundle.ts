import { hasher } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { rootFromPath } from '../merkle/verify-inclusion';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { commitmentOf, disclosedDigest, type DisclosedField } from '../record/commitment';
import { parseBundle, type ParsedBundle } from './bundle';
import { reportCommit, type KnownAttestations } from './check-commit';
import { reportErasure } from './check-erasure';
import { cosignaturesOf, logSigners, readProof, type KnownCheckpoint, type ReadProof } from './check-log';
import { CheckReport } from './check-report';
import { reportSource } from './check-source';
import { reportStatus, type JudgedSeal, type StatusAsk } from './check-status';
import { momentsOf, quorumsOf, requireLogKey, witnessTimes } from './judge-log-key';
import { parseLeaf, type Leaf } from './parse-leaf';
import { summarize } from './summarize';
import type { TrustFile } from './trust';
import { CheckFailure, type BundleSummary, type CommitSummary, type ErasureSummary, type Verdict } from './verdict';

/** Verifies an offline bundle (parsed JSON); whoever has many keeps a {@link BundleVerifier}. */
export function verifyBundle(value: unknown, trust: TrustFile, signatures: SignatureVerifier, ask?: StatusAsk): Verdict {
  return new BundleVerifier(trust, signatures).verify(value, ask);
}

/** What the checks of a bundle gave. */
interface Checked {
  readonly leaf: Leaf | undefined;
  readonly bound: { readonly leaf: Leaf; readonly fields: readonly DisclosedField[] } | undefined;
  readonly proof: ReadProof | undefined;
  readonly erasure: ErasureSummary | undefined;
  readonly commit: CommitSummary | undefined;
}

const MAX_KNOWN = 1024;

/**
 * Verifies offline bundles against what the verifier trusts, with the network off: docs/formats.md, "Offline bundle".
 * Whatever a bundle holds, the answer is a verdict and not an exception. Checkpoints whose signatures held are remembered
 * by their whole text, so that the bundles of one checkpoint cost one signature.
 */
export class BundleVerifier {
  readonly #trust: TrustFile;
  readonly #signatures: SignatureVerifier;
  readonly #known = new Map<string, KnownCheckpoint>();
  readonly #attestations: KnownAttestations = new Map();
  /** Without it the cosignatures are not looked at. */
  readonly #asksWitnesses: boolean;
  /** Nothing in the trust file depends on a time: leaves need not be asked for theirs. */
  readonly #timeless: boolean;

  constructor(trust: TrustFile, signatures: SignatureVerifier) {
    this.#trust = trust;
    this.#signatures = signatures;
    const quorums = quorumsOf(trust);
    this.#asksWitnesses = quorums.some(({ least }) => least > 0);
    this.#timeless =
      quorums.length === 1 && trust.logs.every((log) => log.until === undefined && log.compromisedAt === undefined);
  }

  /** @param ask what the status of the invoice has to be; absent where nobody asks. */
  verify(value: unknown, ask?: StatusAsk): Verdict {
    const report = new CheckReport();
    const bundle = report.check('form', { value }, (given) => parseBundle(given.value));
    const { leaf, bound, proof, erasure, commit } = this.#check(report, bundle);
    const parts = bundle && leaf && proof && { bundle, leaf, proof };
    const status = reportStatus(report, parts, ask, (seal) => this.#judgeSeal(seal));
    report.skip('anchors', 'anchors');
    const summary: BundleSummary = bound === undefined ? {} : summarize(bound.leaf, bound.fields);
    return report.verdict({
      ...summary,
      ...(erasure === undefined ? {} : { erasure }),
      ...(commit === undefined ? {} : { commit }),
      ...(status === undefined ? {} : { status }),
    });
  }

  #judgeSeal(seal: ParsedBundle): JudgedSeal {
    const report = new CheckReport();
    const { leaf, proof } = this.#check(report, seal);
    return { result: report.verdict({}).result, leaf, proof };
  }

  /** All checks but those of the form and of the status. */
  #check(report: CheckReport, bundle: ParsedBundle | undefined): Checked {
    const leaf = report.check('leaf', bundle, ({ entry }) => parseLeaf(entry));
    const bound = report.check('commitment', both(bundle, leaf), ([{ fields }, read]) => {
      if (commitmentOf(fields.map(disclosedDigest)) !== read.commitment) throw new CheckFailure('COMMITMENT_WRONG');
      return { leaf: read, fields };
    });
    reportSource(report, bound, this.#signatures);
    const erasure = reportErasure(report, bound, this.#trust.commit, this.#signatures);
    const proof = report.check('proof', bundle, (given) => readProof(given.proof, this.#known));
    report.check('inclusion', both(bundle, proof), ([{ entry }, read]) => {
      checkInclusion(entry, read);
    });
    this.#checkSignatures(report, proof, this.#timeless ? undefined : timeOf(leaf));
    const committed = both(bundle, proof);
    const commit = reportCommit(
      report,
      committed && { entry: committed[0].entry, proof: committed[1], evidence: committed[0].commit },
      this.#trust.commit,
      this.#signatures,
      this.#attestations,
    );
    return { leaf, bound, proof, erasure, commit };
  }

  /** @param leafTime seconds since 1970. */
  #checkSignatures(report: CheckReport, proof: ReadProof | undefined, leafTime: number | undefined): void {
    const known = proof && this.#known.get(proof.note);
    const signers = known?.signers ?? attempt(proof, (read) => logSigners(read, this.#trust, this.#signatures));
    const times = known?.times ?? attempt(proof, (read) => this.#times(read));
    const moments = isFailure(times) || times === undefined ? [] : momentsOf(this.#trust, times, leafTime);
    report.check('log', proof, ({ checkpoint }) => {
      requireLogKey(found(signers), checkpoint, moments, leafTime);
    });
    if (!this.#asksWitnesses) report.skip('witnesses', 'noWitnesses');
    else {
      report.check('witnesses', proof, () => {
        found(times);
        if (moments.length === 0) throw new CheckFailure('WITNESSES_LACKING', 'lacking');
      });
    }
    if (proof !== undefined) this.#remember(proof, signers, times);
  }

  #times(proof: ReadProof): readonly number[] {
    return this.#asksWitnesses ? witnessTimes(cosignaturesOf(proof, this.#trust, this.#signatures)) : [];
  }

  /** What was found of a checkpoint's signatures, unless something is wrong with them. */
  #remember(
    { note, checkpoint }: ReadProof,
    signers: Found<KnownCheckpoint['signers']>,
    times: Found<KnownCheckpoint['times']>,
  ): void {
    if (this.#known.has(note) || isFailure(signers) || isFailure(times)) return;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(note, { checkpoint, signers: found(signers), times: found(times) });
  }
}

function timeOf(leaf: Leaf | undefined): number | undefined {
  const milliseconds = leaf && parseTime(leaf.time);
  return milliseconds === undefined ? undefined : Math.floor(milliseconds / 1000);
}

/** What a step gives, or why it fails: the check that it belongs to tells that later. */
function attempt<Found>(proof: ReadProof | undefined, run: (proof: ReadProof) => Found): Found | CheckFailure | undefined {
  try {
    return proof && run(proof);
  } catch (error) {
    if (error instanceof CheckFailure) return error;
    throw error;
  }
}

/** What {@link attempt} gave. */
type Found<What> = What | CheckFailure | undefined;

function isFailure(outcome: unknown): outcome is CheckFailure {
  return outcome instanceof CheckFailure;
}

/** @throws CheckFailure when that is what came out. */
function found<Found>(outcome: Found | CheckFailure | undefined): Found {
  if (isFailure(outcome)) throw outcome;
  return outcome as Found;
}

function checkInclusion(entry: Uint8Array, { index, path, checkpoint: { size, root } }: ReadProof): void {
  const leafHash = hasher().leafHash(entry);
  if (rootFromPath(leafHash, index, size, path) !== root) throw new CheckFailure('INCLUSION_WRONG');
}

function both<First, Second>(first: First | undefined, second: Second | undefined): readonly [First, Second] | undefined {
  return first === undefined || second === undefined ? undefined : [first, second];
}
