import { canonicalJson, hasher, verifyInclusion, type Digest } from '@lianpiao/chaincode/domain';
import type { AuditItem, AuditPage } from './types';

export type Seal = AuditPage['seals'][number];
export interface SealedItem extends AuditItem {
  readonly seal: Seal | undefined;
}

/** Entries with the seals that their proofs name, over all pages. */
export function withSeals({ items, seals }: AuditPage): SealedItem[] {
  const bySequence = new Map(seals.map((seal) => [seal.sequence, seal]));
  return items.map((item) => ({ ...item, seal: item.proof === null ? undefined : bySequence.get(item.proof.seal) }));
}

/** Whether the entry is in its seal: docs/formats.md, "Audit entries". */
export function isSealed({ entry, proof, seal }: SealedItem): boolean {
  if (proof === null || seal === undefined) return false;
  return verifyInclusion({
    leafHash: hasher().leafHash(canonicalJson(entry)),
    index: proof.index,
    size: seal.count,
    path: proof.path as Digest[],
    root: seal.root as Digest,
  });
}
