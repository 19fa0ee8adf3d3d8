import { canonicalJson, hasher, LedgerError, type Digest } from '@lianpiao/chaincode/domain';
import type { Block } from '../block';
import type { BlockStore } from '../embedded/block-store';
import { actOf, referenceBits } from '../embedded/entry-extras';
import { CHAIN_START, ReplayState } from '../embedded/verify';
import { checkBlock, type BlockRow, type ChainPlace } from '../embedded/verify/check-block';
import { BadRecord } from '../embedded/verify/findings';
import { replayBlock } from '../embedded/verify/replay-block';
import type { ArchivedBlock } from './archive-pages';

/** Executes archived blocks by the rules that wrote them, and writes those that the folder does not have. */
export class ChainImport {
  readonly #blocks: BlockStore;
  readonly #operatorKey: string;
  readonly #state: ReplayState;
  /** Blocks that are executed but not yet written, where a reference may stand. */
  readonly #page = new Map<number, string>();
  #end: ChainPlace = CHAIN_START;

  constructor(blocks: BlockStore, operatorKey: string) {
    this.#blocks = blocks;
    this.#operatorKey = operatorKey;
    this.#state = new ReplayState((sequence) => this.#referenceAt(sequence));
  }

  get length(): number {
    return this.#end.length;
  }

  get blocks(): number {
    return this.#end.number;
  }

  get hash(): Digest {
    return this.#end.hash;
  }

  /** Takes a page in: all of it durable on return. @throws LedgerError LEDGER_BROKEN for the first block that does not hold. */
  async take(page: readonly ArchivedBlock[]): Promise<void> {
    const done = this.#blocks.lastNumber();
    const fresh = page.map((block) => this.#execute(block)).filter(({ block }) => block.header.number > done);
    await this.#blocks.exclusively(() => {
      for (const { block, extras } of fresh) this.#blocks.append(block, extras);
    });
    this.#page.clear();
  }

  /** The state that all entries amount to: written when all are there. */
  async finish(): Promise<void> {
    await this.#blocks.exclusively(() => {
      for (const [key, value] of this.#state.values) this.#blocks.putState(key, canonicalJson(value));
      this.#blocks.noteImport();
    });
  }

  #execute(archived: ArchivedBlock): { readonly block: Block; readonly extras: Parameters<BlockStore['append']>[1] } {
    try {
      const row = rowOf(archived, this.#end);
      const { header, hash, texts } = checkBlock(row, this.#end, this.#operatorKey);
      texts.forEach((text, index) => this.#page.set(header.first + index, text));
      const walked = replayBlock({ header, hash, texts }, archived.transactions, this.#state);
      this.#end = { number: header.number, hash, length: header.first + header.count, time: Date.parse(header.time) };
      const { keyId, signature, transactions: transactionsText } = archived;
      return {
        block: { header, headerText: archived.header, hash, keyId, signature, transactionsText, entryTexts: texts },
        extras: {
          references: referenceBits(walked.map(({ entry }) => entry)),
          acts: walked.flatMap(({ entry, text, sequence }) => actOf(entry, text, sequence)),
        },
      };
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error;
      throw new LedgerError(
        'LEDGER_BROKEN',
        { path: `/block/${String(this.#end.number + 1)}`, found: error.reason },
        { cause: error },
      );
    }
  }

  #referenceAt(sequence: number): string | undefined {
    const block = this.#page.has(sequence) ? undefined : this.#blocks.blockOf(sequence);
    const text = this.#page.get(sequence) ?? block?.entryTexts[sequence - block.header.first];
    return text === undefined ? undefined : (JSON.parse(text) as { reference?: string }).reference;
  }
}

/** The row that a folder would hold. */
function rowOf({ header, keyId, signature, transactions, entries }: ArchivedBlock, before: ChainPlace): BlockRow {
  const count = entries.split('\n').length;
  return {
    number: before.number + 1,
    first: before.length,
    count,
    hash: hasher().sha256(header),
    reference_bits: Buffer.alloc(0),
    header,
    key_id: keyId,
    signature,
    transactions,
    entries,
  };
}
