import { hasher } from '../encoding/digest';
import { LedgerError } from '../errors';
import { commitLeafText, commitOrigin } from '../log/commit-leaf';
import { parseCount } from '../log/decimal-count';
import { openNote, SIGNATURE_RULE, type SignedNote } from '../log/signed-note';
import { rootFromPath } from '../merkle/verify-inclusion';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { readProof, type ReadProof } from './check-log';
import type { CheckReport } from './check-report';
import type { CommitEvidence } from './commit-evidence';
import type { TrustedAttesters } from './trusted-attesters';
import { CheckFailure, type CommitSummary } from './verdict';

/** A bundle's entry with its place in the log, and what it brings along as evidence of the commit. */
export interface Committed {
  readonly entry: Uint8Array;
  readonly proof: ReadProof;
  readonly evidence: CommitEvidence | undefined;
}

/** Names of those who attested a block, by the whole text of the note: a program that verifies many pays once for a block. */
export type KnownAttestations = Map<string, readonly string[]>;

const MAX_KNOWN = 1024;

/**
 * Checks that organisations attest the commit: as many of those known as the trust file asks for. Evidence that is there
 * must be right even when nobody is asked for; without either there is no such check.
 * @returns what the evidence says; undefined unless it holds and somebody known attests it.
 */
export function reportCommit(
  report: CheckReport,
  committed: Committed | undefined,
  attesters: TrustedAttesters | undefined,
  signatures: SignatureVerifier,
  known: KnownAttestations,
): CommitSummary | undefined {
  const quorum = attesters?.quorum ?? 0;
  if (committed === undefined) {
    if (quorum > 0) report.skip('commit', 'earlier');
    return undefined;
  }
  if (committed.evidence === undefined && quorum === 0) return undefined;
  const found = report.check(
    'commit',
    committed,
    (one) => {
      const summary = readEvidence(one, attesters, signatures, known);
      if (summary.attestedBy.length < quorum) throw new CheckFailure('COMMIT_UNATTESTED', 'lacking');
      return summary;
    },
    (one) => (isByNobody(one) ? 'noAttesters' : undefined),
  );
  return found === undefined || isByNobody(found) ? undefined : found;
}

function isByNobody({ attestedBy }: CommitSummary): boolean {
  return attestedBy.length === 0;
}

/** @throws CheckFailure COMMIT_UNATTESTED (lacking) without evidence, and what is wrong with it. */
function readEvidence(
  committed: Committed,
  attesters: TrustedAttesters | undefined,
  signatures: SignatureVerifier,
  known: KnownAttestations,
): CommitSummary {
  const { evidence } = committed;
  if (evidence === undefined) throw new CheckFailure('COMMIT_UNATTESTED', 'lacking');
  const read = readBlockProof(evidence.proof);
  checkPlace(evidence, read, committed);
  return { ...evidence.place, attestedBy: attestersOf(read, attesters, signatures, known) };
}

function readBlockProof(text: string): ReadProof {
  try {
    return readProof(text, new Map());
  } catch (error) {
    if (error instanceof CheckFailure) throw new CheckFailure('COMMIT_MALFORMED');
    throw error;
  }
}

/** The tree is that of a block of this log, and the entry is in it, at its place in the ledger and in the log. */
function checkPlace({ place }: CommitEvidence, { index, path, checkpoint }: ReadProof, { entry, proof }: Committed): void {
  const number = parseCount(checkpoint.origin.slice(checkpoint.origin.lastIndexOf('/') + 1)) ?? 0;
  if (number < 1 || checkpoint.origin !== commitOrigin(proof.checkpoint.origin, number)) throw new CheckFailure('COMMIT_WRONG');
  const leaf = commitLeafText(place, proof.index, hasher().leafHash(entry));
  if (rootFromPath(hasher().leafHash(leaf), index, checkpoint.size, path) !== checkpoint.root)
    throw new CheckFailure('COMMIT_WRONG');
}

function attestersOf(
  { note, signed }: ReadProof,
  attesters: TrustedAttesters | undefined,
  signatures: SignatureVerifier,
  known: KnownAttestations,
): readonly string[] {
  const remembered = known.get(note);
  if (remembered !== undefined) return remembered;
  const names = [...new Set(signers(signed ?? note, attesters, signatures))].sort();
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(note, names);
  return names;
}

/** @throws CheckFailure COMMIT_SIGNATURE_WRONG */
function signers(note: string | SignedNote, attesters: TrustedAttesters | undefined, signatures: SignatureVerifier): string[] {
  try {
    return openNote(note, attesters?.keys ?? [], signatures).verifiedBy;
  } catch (error) {
    if (error instanceof LedgerError && error.detail.rule === SIGNATURE_RULE) throw new CheckFailure('COMMIT_SIGNATURE_WRONG');
    throw error;
  }
}
