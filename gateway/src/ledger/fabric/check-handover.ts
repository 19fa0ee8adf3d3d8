import { CompactRange, hasher, leafOfText, LedgerError, type Digest, type Entry } from '@lianpiao/chaincode/domain';
import type { BlockStore } from '../embedded/block-store';

/**
 * Compares what the first entry of a channel says that it goes on from with what the folder holds: nothing, or the imported
 * ledger, to its last block and the root of its log.
 * @throws LedgerError LEDGER_BROKEN: the folder needs the archive of the ledger that was handed over, or none.
 */
export function checkHandover(blocks: BlockStore, first: Entry): void {
  const difference = first.type === 'ledger.handed-over' ? differenceTo(blocks, first) : strayEntries(blocks);
  if (difference !== undefined) throw new LedgerError('LEDGER_BROKEN', { rule: 'hand-over-of-this-ledger', found: difference });
}

function strayEntries(blocks: BlockStore): string | undefined {
  return blocks.length() === 0 ? undefined : 'the channel began without the ledger that the folder holds';
}

function differenceTo(
  blocks: BlockStore,
  { size, lastBlock, root }: Extract<Entry, { type: 'ledger.handed-over' }>,
): string | undefined {
  const length = blocks.length();
  if (size !== length) return `the channel goes on from ${String(size)} entries, the folder has ${String(length)}`;
  if (lastBlock !== blocks.last()?.hash) return 'the last block is another';
  return root === logRoot(blocks) ? undefined : 'the root of the log is another';
}

/** Root of the log over all entries of a folder. */
export function logRoot(blocks: BlockStore): Digest {
  const range = CompactRange.empty();
  for (let number = 1; number <= blocks.lastNumber(); number += 1) {
    for (const text of blocks.blockNumbered(number)?.entryTexts ?? []) range.append(hasher().leafHash(leafOfText(text)));
  }
  return range.root();
}
