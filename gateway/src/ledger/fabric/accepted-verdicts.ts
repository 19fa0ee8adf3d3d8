import { hasher, inclusionPaths, invariant, LedgerError, type Entry } from '@lianpiao/chaincode/domain';
import type { PayloadStore } from '../../stores/payload-store';
import type { BlockStore } from '../embedded/block-store';
import type { Verdict } from '../ledger';
import { makeReceipt } from '../receipt';
import type { Mirror } from './mirror';

export interface VerdictSources {
  readonly blocks: BlockStore;
  readonly mirror: Pick<Mirror, 'transaction'>;
  readonly payloads: PayloadStore;
}

/** What a committed transaction's callers are told, from the mirror: its entries, their records and their receipts. */
export function acceptedVerdicts({ blocks, mirror, payloads }: VerdictSources, txId: string): Verdict[] {
  const place = mirror.transaction(txId);
  invariant(place !== undefined, 'a committed transaction is in the mirror');
  const records = payloads.readRange(place.first, place.count);
  const verdicts: Verdict[] = [];
  while (verdicts.length < place.count) {
    const block = blocks.blockOf(place.first + verdicts.length);
    invariant(block !== undefined, 'an entry of the mirror has a block');
    const { paths } = inclusionPaths(block.entryTexts.map((text) => hasher().leafHash(text)));
    const start = place.first + verdicts.length - block.header.first;
    for (let index = start; index < block.header.count && verdicts.length < place.count; index += 1) {
      const sequence = block.header.first + index;
      const text = block.entryTexts[index] as string;
      const record = records[verdicts.length];
      const placed = { sequence, text, entry: JSON.parse(text) as Entry };
      verdicts.push(
        record === undefined
          ? { accepted: false, error: new LedgerError('INTERNAL', { found: 'the record did not come with its block' }) }
          : { accepted: true, placed, record, receipt: makeReceipt(block, index, paths[index] ?? []) },
      );
    }
  }
  return verdicts;
}
