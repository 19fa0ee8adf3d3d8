import { formatTime, hasher, LedgerError, type Digest, type Entry } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import type { SigningKey } from '../../crypto/keys';
import { packRecords } from '../../stores/payload-chunk';
import type { PayloadStore } from '../../stores/payload-store';
import { entriesDigest, NO_BLOCK, transactionsText, type MirroredTransaction } from '../block';
import type { BlockStore } from '../embedded/block-store';
import { checkHandover } from './check-handover';
import { layOutBlocks, type BuiltBlock, type ChainEnd, type Member } from '../embedded/build-blocks';
import { actOf, referenceBits } from '../embedded/entry-extras';
import type { ChaincodeTransaction, FabricBlock, MaybeRecord, RecordChunk } from './parse-block';

/** Records under one private key, as the chaincode puts them. */
export const RECORDS_PER_CHUNK = 32;

/** The last Fabric block that is in the mirror. */
export interface MirrorCheckpoint {
  readonly number: number;
  /** Hash of its header, hexadecimal. */
  readonly hash: string;
}

/** Where a transaction's entries stand. */
export interface MirroredPlace {
  readonly txId: string;
  readonly first: number;
  readonly count: number;
  /** Place of the transaction in its Fabric block; null in what an earlier version mirrored. */
  readonly position: number | null;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS fabric_checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, hash TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS fabric_transactions (tx_id TEXT PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS fabric_transactions_first ON fabric_transactions (first);
`;
/** Beside the chain and not in it, so that the headers of members with an earlier version stay the same. */
const POSITION = "SELECT 1 FROM pragma_table_info('fabric_transactions') WHERE name = 'position'";
const ADD_POSITION = 'ALTER TABLE fabric_transactions ADD COLUMN position INTEGER';

interface MirroredEntry extends Member {
  readonly entry: Entry;
  readonly transaction: ChaincodeTransaction;
}

/**
 * One organisation's copy of the ledger, made from the blocks of its own peer: the tables of an embedded ledger, so that
 * everything that reads, seals, indexes and reconciles runs on it unchanged. What a header says follows from the Fabric
 * blocks alone, so every organisation comes to the same hashes and the same log; only the signature under a header is its own.
 *
 * What a crash leaves behind: payloads of a block that is not in the mirror give way when it is taken in again; the block
 * itself, its state and the checkpoint become durable together, or not at all.
 */
export class Mirror {
  readonly #blocks: BlockStore;
  readonly #payloads: PayloadStore;
  readonly #operator: SigningKey;
  readonly #putCheckpoint: Statement;
  readonly #checkpoint: Statement;
  readonly #putTransaction: Statement;
  readonly #transaction: Statement;
  readonly #transactionAt: Statement;

  /** @throws Error for the folder of an embedded ledger: its chain was made by its operator, not by a network. */
  constructor(blocks: BlockStore, payloads: PayloadStore, operator: SigningKey) {
    this.#blocks = blocks;
    this.#payloads = payloads;
    this.#operator = operator;
    const prepare = blocks.beside(SCHEMA);
    if (prepare(POSITION).get() === undefined) blocks.beside(ADD_POSITION);
    this.#putCheckpoint = prepare('INSERT OR REPLACE INTO fabric_checkpoint VALUES (1, ?, ?)');
    this.#checkpoint = prepare('SELECT number, hash FROM fabric_checkpoint');
    this.#putTransaction = prepare('INSERT INTO fabric_transactions (tx_id, first, count, position) VALUES (?, ?, ?, ?)');
    const columns = 'SELECT tx_id AS txId, first, count, position FROM fabric_transactions';
    this.#transaction = prepare(`${columns} WHERE tx_id = ?`);
    this.#transactionAt = prepare(`${columns} WHERE first <= ? ORDER BY first DESC LIMIT 1`);
    if (this.checkpoint() === undefined && blocks.last()?.hash !== blocks.importedUpTo()) {
      throw new Error('the data folder holds an embedded ledger: a mirror of a Fabric channel needs a folder of its own');
    }
  }

  checkpoint(): MirrorCheckpoint | undefined {
    return this.#checkpoint.get() as MirrorCheckpoint | undefined;
  }

  /** Where the entries of a transaction stand; undefined when the mirror does not have it. */
  transaction(txId: string): MirroredPlace | undefined {
    return this.#transaction.get(txId) as MirroredPlace | undefined;
  }

  /** The transaction that took an entry in. */
  transactionAt(sequence: number): MirroredPlace | undefined {
    return this.#transactionAt.get(sequence) as MirroredPlace | undefined;
  }

  /**
   * Takes in the block that follows the checkpoint; one that is there already changes nothing, so several processes may
   * follow the same peer.
   * @throws LedgerError LEDGER_BROKEN when the block is not of the chain that the mirror has.
   */
  async apply(block: FabricBlock): Promise<void> {
    if (isKnown(this.checkpoint(), block)) return;
    await this.#blocks.exclusively(() => {
      if (isKnown(this.checkpoint(), block)) return;
      this.#append(block);
      this.#putCheckpoint.run(block.number, block.hash);
    });
  }

  #append(block: FabricBlock): void {
    const members = block.transactions.flatMap(membersOf);
    const [beginning] = members;
    if (beginning !== undefined && this.#isBeginning()) checkHandover(this.#blocks, beginning.entry);
    const last = this.#blocks.last()?.header;
    const end = this.#end();
    if (members.length > 0) {
      const time = Math.max(
        ...members.map(({ transaction }) => transaction.time),
        last === undefined ? 0 : Date.parse(last.time),
      );
      const built = layOutBlocks(end, members, formatTime(time), this.#operator, (part) => textOfPart(block.number, part));
      this.#payloads.append(end.length, packRecords(block.transactions.flatMap(recordsOf)));
      built.forEach((one) => this.#write(one));
    }
    let first = end.length;
    for (const { txId, position, texts, state } of block.transactions) {
      this.#putTransaction.run(txId, first, texts.length, position);
      first += texts.length;
      for (const [key, value] of state) this.#blocks.putState(key, value);
    }
    for (const chunk of block.transactions.flatMap(replacedChunks)) this.#replace(chunk);
  }

  #write({ block, members }: BuiltBlock<MirroredEntry>): void {
    this.#blocks.append(block, {
      references: referenceBits(members.map(({ entry }) => entry)),
      acts: members.flatMap(({ entry, accepted }, index) => actOf(entry, accepted.text, block.header.first + index)),
    });
  }

  /** An erasure: a record goes, and whoever comes late gets the others from the chunk that took the old one's place. */
  #replace({ txId, chunk, records }: RecordChunk): void {
    const place = this.transaction(txId);
    if (place === undefined) return;
    records.forEach((record, index) => {
      const sequence = place.first + chunk * RECORDS_PER_CHUNK + index;
      if (record === undefined) this.#payloads.erase(sequence);
      else this.#payloads.fill(sequence, record);
    });
  }

  /** True while nothing has come from the channel yet. */
  #isBeginning(): boolean {
    return this.#transactionAt.get(Number.MAX_SAFE_INTEGER) === undefined;
  }

  #end(): ChainEnd {
    const last = this.#blocks.last();
    if (last === undefined) return { number: 0, hash: NO_BLOCK, length: 0 };
    return { number: last.header.number, hash: last.hash, length: last.header.first + last.header.count };
  }
}

/** @throws LedgerError LEDGER_BROKEN when the block neither stands at the checkpoint nor follows it. */
function isKnown(checkpoint: MirrorCheckpoint | undefined, block: FabricBlock): boolean {
  const last = checkpoint?.number ?? -1;
  if (block.number < last) return true;
  const fits = block.number === last ? block.hash === checkpoint?.hash : follows(checkpoint, block);
  if (!fits) {
    const found = `block ${String(block.number)} of another chain, or a gap after block ${String(last)}`;
    throw new LedgerError('LEDGER_BROKEN', { rule: 'checkpoint-of-this-chain', found });
  }
  return block.number === last;
}

function follows(checkpoint: MirrorCheckpoint | undefined, block: FabricBlock): boolean {
  if (checkpoint === undefined) return block.number === 0;
  return block.number === checkpoint.number + 1 && block.previous === checkpoint.hash;
}

function membersOf(transaction: ChaincodeTransaction): MirroredEntry[] {
  return transaction.texts.map((text) => ({
    accepted: { text, hash: hasher().leafHash(text) },
    entry: JSON.parse(text) as Entry,
    transaction,
  }));
}

/** The records of a transaction's own entries, in their order. */
function recordsOf({ txId, texts, chunks }: ChaincodeTransaction): MaybeRecord[] {
  const records = new Array<MaybeRecord>(texts.length).fill(undefined);
  for (const own of chunks) {
    if (own.txId === txId) own.records.forEach((record, index) => (records[own.chunk * RECORDS_PER_CHUNK + index] = record));
  }
  return records.slice(0, texts.length);
}

function replacedChunks({ txId, chunks }: ChaincodeTransaction): RecordChunk[] {
  return chunks.filter((chunk) => chunk.txId !== txId);
}

/** One line of the block's transactions for each run of entries of the same Fabric transaction. */
function textOfPart(block: number, part: readonly MirroredEntry[]): string {
  const transactions: MirroredTransaction[] = [];
  for (let start = 0; start < part.length;) {
    const { transaction } = part[start] as MirroredEntry;
    let end = start;
    while (part[end]?.transaction === transaction) end += 1;
    const { txId, mspId, organisation } = transaction;
    const entries: Digest = entriesDigest(part.slice(start, end).map(({ accepted }) => accepted.text));
    transactions.push({ block, caller: organisation, mspId, txId, count: end - start, entries });
    start = end;
  }
  return transactionsText(transactions);
}
