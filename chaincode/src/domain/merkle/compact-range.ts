import { hasher, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { emptyRoot } from './tree';

/** Told of each complete subtree as it is finished: level 0 is a leaf, `index` counts the subtrees of its level. */
export type NodeVisitor = (level: number, index: number, hash: Digest) => void;

/** How many complete subtrees make up a tree of this size: the ones in its binary form. */
export function subtreeCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/**
 * A tree that only grows, kept as the roots of its complete subtrees, largest first (at most one a bit of the size).
 * Appending costs one hash on average, the root at most one a subtree.
 */
export class CompactRange {
  private constructor(
    private leaves: number,
    private readonly subtrees: Digest[],
  ) {}

  /** The tree without leaves. */
  static empty(): CompactRange {
    return new CompactRange(0, []);
  }

  /**
   * Takes up a tree where it was left.
   * @throws LedgerError LOG_BROKEN when the subtrees are not as many as the size asks for.
   */
  static restore(size: number, subtrees: readonly Digest[]): CompactRange {
    if (!Number.isSafeInteger(size) || size < 0 || subtrees.length !== subtreeCount(size)) {
      throw new LedgerError('LOG_BROKEN', { found: `${String(subtrees.length)} subtrees for size ${String(size)}` });
    }
    return new CompactRange(size, subtrees.slice());
  }

  /** Number of leaves. */
  get size(): number {
    return this.leaves;
  }

  /** Roots of the complete subtrees, largest first: with the size, all there is to store. */
  get hashes(): readonly Digest[] {
    return this.subtrees;
  }

  /** Adds a leaf; `visit` hears of the leaf and of every subtree that it completes, lowest first. */
  append(leafHash: Digest, visit?: NodeVisitor): void {
    let hash = leafHash;
    let index = this.leaves;
    visit?.(0, index, hash);
    for (let level = 1; index % 2 === 1; level += 1) {
      hash = hasher().nodeHash(this.subtrees.pop() as Digest, hash);
      index = (index - 1) / 2;
      visit?.(level, index, hash);
    }
    this.subtrees.push(hash);
    this.leaves += 1;
  }

  /** The root of the tree as it stands. */
  root(): Digest {
    return foldSubtrees(this.subtrees);
  }

  /** A tree that can grow on without touching this one. */
  copy(): CompactRange {
    return new CompactRange(this.leaves, this.subtrees.slice());
  }
}

/** The root over neighbouring complete subtrees, largest first: joined from the right. */
export function foldSubtrees(subtrees: readonly Digest[]): Digest {
  if (subtrees.length === 0) return emptyRoot();
  return subtrees.reduceRight((right, left) => hasher().nodeHash(left, right));
}
