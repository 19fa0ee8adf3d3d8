import { canonicalJson, hasher, type Digest } from '@lianpiao/chaincode/domain';

/** Entries a block holds at most: receipts have at most eight hashes, and one entry is read with one small row. */
export const MAX_BLOCK_ENTRIES = 256;

/**
 * How much older than its block an entry may be: it has the time at which its group was decided, and the group may have
 * waited for its turn while another process wrote.
 */
export const MAX_ENTRY_AGE_MS = 60_000;

/** The signed summary of a block. Its text is canonical JSON; its hash is what the next block points to. */
export interface BlockHeader {
  readonly number: number;
  /** Hash of the header before; 64 zeros for the first block. */
  readonly previous: Digest;
  readonly time: string;
  /** Sequence of the first entry, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** RFC 6962 root over the texts of the entries. */
  readonly entries: Digest;
  /** SHA-256 over the text of the transactions. */
  readonly transactions: Digest;
}

/** Entries of a block that one organisation signed: `count` of them, in the block's order. */
export interface BlockTransaction {
  readonly caller: string;
  readonly count: number;
  /** SHA-256 over the entries' texts, one a line. */
  readonly entries: Digest;
  readonly keyId: string;
  /** By the caller's key, over {@link transactionText}. */
  readonly signature: string;
}

/**
 * Entries of a block that one Fabric transaction took in: `count` of them, in the block's order. Who vouches for them are
 * the endorsers, whose signatures stand in the Fabric block, and not here.
 */
export interface MirroredTransaction {
  /** Number of the Fabric block. */
  readonly block: number;
  /** Id of the organisation that the creator's certificate names, and its MSP. */
  readonly caller: string;
  readonly mspId: string;
  readonly txId: string;
  readonly count: number;
  /** SHA-256 over the entries' texts, one a line. */
  readonly entries: Digest;
}

export interface Block {
  readonly header: BlockHeader;
  readonly headerText: string;
  readonly hash: Digest;
  /** By the ledger operator's key over the header's text. */
  readonly signature: string;
  readonly keyId: string;
  readonly transactionsText: string;
  readonly entryTexts: readonly string[];
}

/** What precedes the first block. */
export const NO_BLOCK = '0'.repeat(64) as Digest;

export function blockHeaderText(header: BlockHeader): string {
  return canonicalJson({ ...header });
}

/** What an organisation signs for its entries of a block. */
export function transactionText(caller: string, time: string, entries: Digest): string {
  return canonicalJson({ caller, entries, time });
}

/** Digest of entries that one organisation signs together. */
export function entriesDigest(texts: readonly string[]): Digest {
  return hasher().sha256(texts.join('\n'));
}

export function transactionsText(transactions: readonly (BlockTransaction | MirroredTransaction)[]): string {
  return canonicalJson(transactions.map((transaction) => ({ ...transaction })));
}
