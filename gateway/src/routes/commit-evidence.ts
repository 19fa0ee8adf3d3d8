import type { CommitEvidence } from '@lianpiao/chaincode/domain';
import type { Gateway } from '../gateway';

/** Evidence of the commit, when it is asked for: where other organisations attest, that is so unless it is declined. */
export function commitEvidence(
  { attestations }: Gateway,
  sequence: number,
  asked: 'true' | 'false' | undefined,
): Promise<CommitEvidence | undefined> {
  const wanted = asked === undefined ? attestations.isShared : asked === 'true';
  return wanted ? attestations.evidence(sequence) : Promise.resolve(undefined);
}
