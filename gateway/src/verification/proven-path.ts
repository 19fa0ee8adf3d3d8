import { inclusionPathFromTiles, invariant, verifyInclusion, type Digest, type InclusionClaim } from '@lianpiao/chaincode/domain';
import type { LogStore } from '../stores/log-store';

/**
 * The inclusion path of a leaf in the log at a size. Our own proof is checked before it leaves the house; one that rests on
 * wrong inner hashes is made again without them.
 */
export function provenPath(log: LogStore, claim: Omit<InclusionClaim, 'path'> & { readonly root: Digest }): Digest[] {
  const { index, size } = claim;
  const path = inclusionPathFromTiles(log, index, size);
  if (verifyInclusion({ ...claim, path })) return path;
  log.renewInner(index);
  const again = inclusionPathFromTiles(log, index, size);
  invariant(verifyInclusion({ ...claim, path: again }), `the log proves entry ${String(index)}`);
  return again;
}
