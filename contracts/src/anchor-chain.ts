import type { Fees } from './fee-policy';
import type { Address, Bytes32, ChainHash } from './values';

/** A tree size of a log, in leaves, with the root hash of the tree of that size. */
export interface AnchorCheckpoint {
  /** The log, see `hashOrigin`. */
  readonly origin: Bytes32;
  /** Leaves, 0 to 2⁶⁴ − 1. */
  readonly size: bigint;
  /** RFC 6962 root hash. */
  readonly root: Bytes32;
}

/** What the contract holds for a log. */
export interface AnchoredCheckpoint extends AnchorCheckpoint {
  /** Number of the block that holds the event of this checkpoint. */
  readonly blockNumber: bigint;
}

/** One block of the chain as the node sees it now. */
export interface BlockReference {
  readonly number: bigint;
  readonly hash: ChainHash;
}

/** A CheckpointAnchored event and where it stands. */
export interface CheckpointAnchored extends AnchorCheckpoint {
  readonly block: BlockReference;
  readonly transaction: ChainHash;
}

/** A signed transaction. Its hash is known before anyone has seen it, so both can be stored first. */
export interface SignedTransaction {
  readonly hash: ChainHash;
  /** The signed bytes, `0x` and hexadecimal; they hold no secret, and whoever has them can send them. */
  readonly raw: string;
  readonly nonce: number;
  readonly fees: Fees;
}

/** Where a transaction stands. `unknown`: this node has never heard of it, or has forgotten it. */
export type Inclusion =
  | { readonly state: 'unknown' }
  | { readonly state: 'pending' }
  | IncludedTransaction
  | { readonly state: 'reverted'; readonly block: BlockReference; readonly gasUsed: bigint };

/** A transaction in a block that is on the node's chain at the moment of the question. */
export interface IncludedTransaction {
  readonly state: 'included';
  readonly block: BlockReference;
  /** 1 in the newest block, one more for every block on top. */
  readonly confirmations: bigint;
  readonly gasUsed: bigint;
  /** Empty for a repetition, which the contract accepts without a change. */
  readonly events: readonly CheckpointAnchored[];
}

/**
 * The anchor contract to someone who only reads.
 *
 * Every promise settles within the deadline of the implementation and rejects with an AnchorError: CHAIN_TIMEOUT,
 * CHAIN_UNREACHABLE, CHAIN_REFUSED or CHAIN_ANSWER_INVALID wherever nothing else is said. A node may lie and a chain may
 * reorganise: an answer holds for one node at one moment; who relies on it asks for confirmations.
 */
export interface AnchorReader {
  /**
   * Resolves when the node serves the configured chain and the configured address holds the anchor contract.
   * Errors: CHAIN_ID_MISMATCH, CHAIN_CONTRACT_UNKNOWN.
   */
  verifyTarget(): Promise<void>;

  /** The latest checkpoint of a log in the newest block; undefined for a log nobody anchored. Errors: CHAIN_CONTRACT_UNKNOWN. */
  latest(origin: Bytes32): Promise<AnchoredCheckpoint | undefined>;

  /** The events of a log in these blocks, both included, oldest first. */
  events(origin: Bytes32, fromBlock: bigint, toBlock: bigint): Promise<readonly CheckpointAnchored[]>;

  /** The newest block. */
  head(): Promise<BlockReference>;

  /** Where a transaction stands now. A block that has left the chain counts as `pending` or `unknown`, never as included. */
  inclusion(transaction: ChainHash): Promise<Inclusion>;
}

/**
 * The anchor contract to its publisher: one key, and one process that uses it.
 *
 * Publishing takes two steps, so that a crash between them loses nothing: `sign` sends nothing, the caller stores what it
 * returned, and only then `broadcast` sends it. After any doubt the same transaction is broadcast again; a new one for
 * the same nonce replaces it when its fees are higher. Either may be the one that is mined, never both.
 */
export interface AnchorChain extends AnchorReader {
  /** The account that signs. */
  readonly account: Address;

  /** The first nonce of the account that no mined transaction has used. Transactions that wait are not counted. */
  nextNonce(): Promise<number>;

  /** The fees with which a transaction would be mined soon, with room for a few fuller blocks. */
  market(): Promise<Fees>;

  /**
   * Asks the contract whether it would accept the checkpoint now, at no cost.
   * Errors: ANCHOR_SIZE_DECREASED, ANCHOR_ROOT_CONFLICT, ANCHOR_ROOT_INVALID, ANCHOR_CALLER_REFUSED.
   */
  check(checkpoint: AnchorCheckpoint): Promise<void>;

  /** Signs the anchoring of a checkpoint, without asking the node anything: equal arguments give equal bytes. */
  sign(checkpoint: AnchorCheckpoint, nonce: number, fees: Fees): Promise<SignedTransaction>;

  /**
   * Hands a signed transaction to the node; resolves once the node holds it, also when it held it already or mined it.
   * CHAIN_TIMEOUT and CHAIN_UNREACHABLE say nothing about whether it arrived.
   * Errors: CHAIN_NONCE_USED, CHAIN_FEE_TOO_LOW, CHAIN_FUNDS_MISSING.
   */
  broadcast(transaction: SignedTransaction): Promise<void>;
}
