import {
  commitLeafText,
  commitOrigin,
  formatCheckpoint,
  hasher,
  inclusionPath,
  leafOfText,
  LedgerError,
  merkleRoot,
  type Digest,
} from '@lianpiao/chaincode/domain';
import type { CommittedBlock } from '../ledger/ledger';

/** The tree over what a block committed, and the checkpoint of it that organisations attest. docs/formats.md, "Commit evidence". */
export interface BlockTree {
  readonly block: CommittedBlock;
  readonly leaves: readonly Digest[];
  /** Text of the checkpoint: the same at every organisation that has the same ledger. */
  readonly text: string;
}

/**
 * @param log origin of the log.
 * @throws LedgerError NOT_FOUND for a block that was mirrored before the places of transactions were noted.
 */
export function blockTree(log: string, block: CommittedBlock): BlockTree {
  const leaves = block.texts.map((text, at) => {
    const place = block.places[at];
    if (place === undefined) throw new LedgerError('NOT_FOUND', { rule: 'place-of-transaction-noted' });
    return hasher().leafHash(commitLeafText(place, block.first + at, hasher().leafHash(leafOfText(text))));
  });
  const origin = commitOrigin(log, block.number);
  return {
    block,
    leaves,
    text: formatCheckpoint({ origin, size: leaves.length, root: merkleRoot(leaves), extensions: [block.hash] }),
  };
}

/** Path of an entry in its block's tree. */
export function blockPath({ leaves, block }: BlockTree, sequence: number): { readonly index: number; readonly path: Digest[] } {
  const index = sequence - block.first;
  return { index, path: inclusionPath(leaves, index) };
}
