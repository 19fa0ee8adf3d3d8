import type { CommitPlace } from '../log/commit-leaf';

/**
 * What a bundle brings along to show that its entry was committed, and not only logged: where the ledger took it in, and
 * the proof, under the tree of that block, which organisations have cosigned from their own copies of the ledger.
 */
export interface CommitEvidence {
  readonly place: CommitPlace;
  /** A C2SP tlog-proof of the entry's commit leaf under the block's checkpoint. */
  readonly proof: string;
}

const ID = /^[0-9a-f]{64}$/;

/** True for evidence of the right form; what the text in `proof` says is another check's matter. */
export function isCommitEvidence(value: unknown, maxProofLength: number): value is CommitEvidence {
  if (!hasMembers(value, ['place', 'proof'])) return false;
  const { place, proof } = value as { readonly place: unknown; readonly proof: unknown };
  return isPlace(place) && typeof proof === 'string' && proof.length <= maxProofLength && proof.isWellFormed();
}

function isPlace(value: unknown): value is CommitPlace {
  if (hasMembers(value, ['block', 'transaction', 'id'])) {
    const { id } = value as { readonly id: unknown };
    if (typeof id !== 'string' || !ID.test(id)) return false;
  } else if (!hasMembers(value, ['block', 'transaction'])) return false;
  const { block, transaction } = value as { readonly block: unknown; readonly transaction: unknown };
  return isCount(block) && isCount(transaction);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function hasMembers(value: unknown, names: readonly string[]): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name))
  );
}
