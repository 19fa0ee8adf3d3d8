import { formatTime, hasher, inclusionPaths, type Accepted, type Digest } from '@lianpiao/chaincode/domain';
import type { KeyFolder, SigningKey } from '../../crypto/keys';
import {
  blockHeaderText,
  entriesDigest,
  MAX_BLOCK_ENTRIES,
  transactionText,
  transactionsText,
  type Block,
  type BlockHeader,
  type BlockTransaction,
} from '../block';

/** Name of the key with which the operator of an embedded ledger signs its blocks. */
export const OPERATOR_KEY = 'operator';

/** An accepted entry as a block takes it in: its text, and the leaf hash of that. */
export interface Member {
  readonly accepted: Pick<Accepted, 'hash' | 'text'>;
}

/** An accepted command with its caller, in the order of execution. */
export interface AcceptedBy extends Member {
  readonly caller: string;
  readonly accepted: Accepted;
}

export interface BuiltBlock<M extends Member = AcceptedBy> {
  readonly block: Block;
  readonly members: readonly M[];
  /** Path of each entry to the block's root. */
  readonly paths: readonly (readonly Digest[])[];
}

/** Where the chain stands: what the next block follows. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: Digest;
  readonly length: number;
}

/** Lays accepted entries out in signed blocks that follow the chain's end, each caller signing for its own. */
export function buildBlocks(end: ChainEnd, members: readonly AcceptedBy[], now: number, keys: KeyFolder): BuiltBlock[] {
  const time = formatTime(now);
  return layOutBlocks(end, members, time, keys.require(OPERATOR_KEY), (part) =>
    transactionsText(signTransactions(part, time, keys)),
  );
}

/**
 * Lays entries out in blocks that follow the chain's end.
 * @param textOf the text of the transactions of a block's members; the header commits to it.
 */
export function layOutBlocks<M extends Member>(
  end: ChainEnd,
  members: readonly M[],
  time: string,
  operator: SigningKey,
  textOf: (part: readonly M[]) => string,
): BuiltBlock<M>[] {
  const built: BuiltBlock<M>[] = [];
  let { number, hash: previous, length: first } = end;
  for (let offset = 0; offset < members.length; offset += MAX_BLOCK_ENTRIES) {
    const part = members.slice(offset, offset + MAX_BLOCK_ENTRIES);
    const texts = part.map(({ accepted }) => accepted.text);
    const { root, paths } = inclusionPaths(part.map(({ accepted }) => accepted.hash));
    const transactions = textOf(part);
    number += 1;
    const header: BlockHeader = {
      number,
      previous,
      time,
      first,
      count: part.length,
      entries: root,
      transactions: hasher().sha256(transactions),
    };
    const headerText = blockHeaderText(header);
    const hash = hasher().sha256(headerText);
    const signature = operator.sign(headerText);
    built.push({
      block: { header, headerText, hash, signature, keyId: operator.keyId, transactionsText: transactions, entryTexts: texts },
      members: part,
      paths,
    });
    previous = hash;
    first += part.length;
  }
  return built;
}

/** One signature for each run of entries of the same caller. */
function signTransactions(part: readonly AcceptedBy[], time: string, keys: KeyFolder): BlockTransaction[] {
  const transactions: BlockTransaction[] = [];
  for (let start = 0; start < part.length;) {
    const caller = (part[start] as AcceptedBy).caller;
    let end = start;
    while (part[end]?.caller === caller) end += 1;
    const entries = entriesDigest(part.slice(start, end).map(({ accepted }) => accepted.text));
    const key = keys.require(caller);
    transactions.push({
      caller,
      count: end - start,
      entries,
      keyId: key.keyId,
      signature: key.sign(transactionText(caller, time, entries)),
    });
    start = end;
  }
  return transactions;
}
