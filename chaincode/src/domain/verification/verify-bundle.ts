import { hasher } from '../encoding/digest';
import { verifyInclusion } from '../merkle/verify-inclusion';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { commitmentOf, disclosedDigest } from '../record/commitment';
import { parseBundle } from './bundle';
import { checkLogSignature, checkWitnesses, readProof, type ReadProof } from './check-log';
import { CheckReport } from './check-report';
import { reportSource } from './check-source';
import { parseLeaf } from './parse-leaf';
import { summarize } from './summarize';
import type { TrustFile } from './trust-file';
import { CheckFailure, type Verdict } from './verdict';

/**
 * Verifies an offline bundle (parsed JSON) against what the verifier trusts, with the network off: docs/formats.md,
 * "Offline bundle". Whatever the bundle holds, the answer is a verdict and not an exception.
 */
export function verifyBundle(value: unknown, trust: TrustFile, verifier: SignatureVerifier): Verdict {
  const report = new CheckReport();
  const bundle = report.check('form', { value }, (given) => parseBundle(given.value));
  const leaf = report.check('leaf', bundle, ({ entry }) => parseLeaf(entry));
  const bound = report.check('commitment', both(bundle, leaf), ([{ fields }, read]) => {
    if (commitmentOf(fields.map(disclosedDigest)) !== read.commitment) throw new CheckFailure('COMMITMENT_WRONG');
    return { leaf: read, fields };
  });
  reportSource(report, bound, verifier);
  const proof = report.check('proof', bundle, (given) => readProof(given.proof));
  report.check('inclusion', both(bundle, proof), ([{ entry }, read]) => {
    checkInclusion(entry, read);
  });
  report.check('log', proof, (read) => {
    checkLogSignature(read, trust, verifier);
  });
  if (trust.quorum === 0) report.skip('witnesses', 'noWitnesses');
  else
    report.check('witnesses', proof, (read) => {
      checkWitnesses(read, trust, verifier);
    });
  report.skip('anchors', 'anchors');
  return report.verdict(bound === undefined ? {} : summarize(bound.leaf, bound.fields));
}

function checkInclusion(entry: Uint8Array, { index, path, checkpoint: { size, root } }: ReadProof): void {
  const leafHash = hasher().leafHash(entry);
  if (!verifyInclusion({ leafHash, index, size, path, root })) throw new CheckFailure('INCLUSION_WRONG');
}

function both<First, Second>(first: First | undefined, second: Second | undefined): readonly [First, Second] | undefined {
  return first === undefined || second === undefined ? undefined : [first, second];
}
