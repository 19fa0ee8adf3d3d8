import { hasher } from '../encoding/digest';
import type { Checkpoint } from '../log/checkpoint';
import { rootFromPath } from '../merkle/verify-inclusion';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { commitmentOf, disclosedDigest } from '../record/commitment';
import { parseBundle } from './bundle';
import { checkLogSignature, checkWitnesses, readProof, type ReadProof } from './check-log';
import { reportCommit, type KnownAttestations } from './check-commit';
import { reportErasure } from './check-erasure';
import { CheckReport } from './check-report';
import { reportSource } from './check-source';
import { parseLeaf } from './parse-leaf';
import { summarize } from './summarize';
import type { TrustFile } from './trust-file';
import { CheckFailure, type BundleSummary, type Verdict } from './verdict';

/** Verifies an offline bundle (parsed JSON); whoever has many keeps a {@link BundleVerifier}. */
export function verifyBundle(value: unknown, trust: TrustFile, signatures: SignatureVerifier): Verdict {
  return new BundleVerifier(trust, signatures).verify(value);
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
  readonly #known = new Map<string, Checkpoint>();
  readonly #attestations: KnownAttestations = new Map();

  constructor(trust: TrustFile, signatures: SignatureVerifier) {
    this.#trust = trust;
    this.#signatures = signatures;
  }

  verify(value: unknown): Verdict {
    const report = new CheckReport();
    const bundle = report.check('form', { value }, (given) => parseBundle(given.value));
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
    this.#checkSignatures(report, proof);
    const committed = both(bundle, proof);
    const commit = reportCommit(
      report,
      committed && { entry: committed[0].entry, proof: committed[1], evidence: committed[0].commit },
      this.#trust.commit,
      this.#signatures,
      this.#attestations,
    );
    report.skip('anchors', 'anchors');
    const summary: BundleSummary = bound === undefined ? {} : summarize(bound.leaf, bound.fields);
    return report.verdict({
      ...summary,
      ...(erasure === undefined ? {} : { erasure }),
      ...(commit === undefined ? {} : { commit }),
    });
  }

  #checkSignatures(report: CheckReport, proof: ReadProof | undefined): void {
    const known = proof !== undefined && this.#known.has(proof.note);
    const log = report.check('log', proof, (read) => {
      if (!known) checkLogSignature(read, this.#trust, this.#signatures);
      return true;
    });
    if (this.#trust.quorum === 0) report.skip('witnesses', 'noWitnesses');
    const witnessed =
      this.#trust.quorum === 0 ||
      report.check('witnesses', proof, (read) => {
        if (!known) checkWitnesses(read, this.#trust, this.#signatures);
        return true;
      });
    if (proof !== undefined && !known && log === true && witnessed === true) this.#remember(proof);
  }

  #remember({ note, checkpoint }: ReadProof): void {
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(note, checkpoint);
  }
}

function checkInclusion(entry: Uint8Array, { index, path, checkpoint: { size, root } }: ReadProof): void {
  const leafHash = hasher().leafHash(entry);
  if (rootFromPath(leafHash, index, size, path) !== root) throw new CheckFailure('INCLUSION_WRONG');
}

function both<First, Second>(first: First | undefined, second: Second | undefined): readonly [First, Second] | undefined {
  return first === undefined || second === undefined ? undefined : [first, second];
}
