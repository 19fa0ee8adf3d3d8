import {
  hasher,
  inclusionPaths,
  invariant,
  LedgerError,
  type Digest,
  type Entry,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import type { PayloadStore } from '../../stores/payload-store';
import type { Block } from '../block';
import type { BlockStore } from '../embedded/block-store';
import type { Verdict } from '../ledger';
import { makeReceipt } from '../receipt';
import type { Mirror } from './mirror';

export interface VerdictSources {
  readonly blocks: Pick<BlockStore, 'blockOf'>;
  readonly mirror: Pick<Mirror, 'transaction'>;
  readonly payloads: Pick<PayloadStore, 'readRange'>;
}

/** A block of the mirror with all that its callers are told. */
interface OpenedBlock {
  readonly block: Block;
  readonly paths: readonly Digest[][];
  /** Undefined for a record that did not come with its block. */
  readonly records: readonly (SealedRecord | undefined)[];
}

/**
 * What a committed transaction's callers are told, from the mirror: its entries, their records and their receipts. The
 * transactions of a block all ask at once, as soon as it is there, so it is opened once for them; what was opened is
 * forgotten when that turn of the event loop is over, since records are encrypted at rest and can be erased.
 */
export class AcceptedVerdicts {
  readonly #sources: VerdictSources;
  #opened: OpenedBlock | undefined;

  constructor(sources: VerdictSources) {
    this.#sources = sources;
  }

  /** In the order of the transaction's entries. */
  of(txId: string): Verdict[] {
    const place = this.#sources.mirror.transaction(txId);
    invariant(place !== undefined, 'a committed transaction is in the mirror');
    const verdicts: Verdict[] = [];
    while (verdicts.length < place.count) {
      const opened = this.#open(place.first + verdicts.length);
      const { first, count } = opened.block.header;
      const end = Math.min(count, place.first + place.count - first);
      for (let index = place.first + verdicts.length - first; index < end; index += 1) verdicts.push(verdictAt(opened, index));
    }
    return verdicts;
  }

  #open(sequence: number): OpenedBlock {
    if (this.#opened !== undefined && holds(this.#opened.block, sequence)) return this.#opened;
    const { blocks, payloads } = this.#sources;
    const block = blocks.blockOf(sequence);
    invariant(block !== undefined, 'an entry of the mirror has a block');
    const { paths } = inclusionPaths(block.entryTexts.map((text) => hasher().leafHash(text)));
    const opened = { block, paths, records: payloads.readRange(block.header.first, block.header.count) };
    if (this.#opened === undefined) setImmediate(() => (this.#opened = undefined));
    this.#opened = opened;
    return opened;
  }
}

function holds({ header: { first, count } }: Block, sequence: number): boolean {
  return sequence >= first && sequence < first + count;
}

function verdictAt({ block, paths, records }: OpenedBlock, index: number): Verdict {
  const record = records[index];
  if (record === undefined)
    return { accepted: false, error: new LedgerError('INTERNAL', { found: 'the record did not come with its block' }) };
  const text = block.entryTexts[index] as string;
  const placed = { sequence: block.header.first + index, text, entry: JSON.parse(text) as Entry };
  return { accepted: true, placed, record, receipt: makeReceipt(block, index, paths[index] ?? []) };
}
