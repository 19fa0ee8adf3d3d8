import type { CommitPlace } from '@lianpiao/chaincode/domain';
import type { Block, BlockTransaction, MirroredTransaction } from './block';

/**
 * Where each entry of a block was committed: in the embedded ledger's own block and transaction, or in those of the Fabric
 * channel that a mirror follows.
 * @param positionOf place of a Fabric transaction in its block, when it is known.
 */
export function commitPlaces(
  { header, transactionsText }: Block,
  positionOf: (txId: string) => number | undefined,
): (CommitPlace | undefined)[] {
  return transactionsOf(transactionsText).flatMap((transaction, own) => {
    const place = 'txId' in transaction ? onChannel(transaction, positionOf) : { block: header.number, transaction: own };
    return new Array<CommitPlace | undefined>(transaction.count).fill(place);
  });
}

function onChannel(
  { block, txId }: MirroredTransaction,
  positionOf: (txId: string) => number | undefined,
): CommitPlace | undefined {
  const transaction = positionOf(txId);
  return transaction === undefined ? undefined : { block, transaction, id: txId };
}

/** The organisation that signed each entry of a block. */
export function callersOf({ transactionsText }: Block): string[] {
  return transactionsOf(transactionsText).flatMap(({ caller, count }) => new Array<string>(count).fill(caller));
}

function transactionsOf(text: string): (BlockTransaction | MirroredTransaction)[] {
  return JSON.parse(text) as (BlockTransaction | MirroredTransaction)[];
}
