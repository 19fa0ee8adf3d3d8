import type { KeyObject } from 'node:crypto';

/** In whose name a transaction is signed: a certificate of one organisation's MSP, and its key. */
export interface FabricIdentity {
  readonly mspId: string;
  /** Id of the organisation of ours that the certificate names. */
  readonly organisation: string;
  /** PEM. */
  readonly certificate: string;
  /** P-256. */
  readonly key: KeyObject;
}

/** What is asked of the chaincode. */
export interface Proposal {
  /** Contract and function, for example `invoice:issue`. */
  readonly transaction: string;
  readonly args: readonly string[];
  /** Seen by the endorsers alone; never part of a block. */
  readonly transient: Readonly<Record<string, Buffer>>;
  /** MSP ids of the organisations that have to endorse. */
  readonly endorsers: readonly string[];
}

/** A transaction that its endorsers agreed on, and that nobody has ordered yet. */
export interface Endorsed {
  readonly txId: string;
  /** What the chaincode answered, as text. */
  readonly answer: string;
  /**
   * Hands the transaction to the orderers; resolves when they have taken it, which is no commit yet. May be called again:
   * a transaction that was ordered before is marked a duplicate and changes nothing.
   * @throws ChannelError of stage `submit`: the orderers may have it all the same.
   */
  submit(): Promise<void>;
}

/** Private data of one transaction, as this organisation's peer was allowed to keep it. */
export interface PrivateWrites {
  readonly namespace: string;
  readonly collection: string;
  /** Serialized `kvrwset.KVRWSet`. */
  readonly rwset: Uint8Array;
}

/** A block as a peer delivers it: the parts of `common.Block`, unread. */
export interface DeliveredBlock {
  readonly number: number;
  readonly previousHash: Uint8Array;
  readonly dataHash: Uint8Array;
  /** Serialized `common.Envelope`s. */
  readonly data: readonly Uint8Array[];
  readonly metadata: readonly Uint8Array[];
  /** By index of the transaction. */
  readonly privateData: ReadonlyMap<number, readonly PrivateWrites[]>;
}

/** Where blocks come from: one peer of one organisation. */
export interface BlockSource {
  /** How many blocks the peer has. @throws ChannelError of stage `read`. */
  height(): Promise<number>;
  /**
   * Blocks from a number on, in order and without a gap, and further ones as they come, until the signal. Ends with a
   * ChannelError of stage `read` when the peer goes away; whoever wants more asks again from where it was.
   */
  blocks(from: number, signal: AbortSignal): AsyncIterable<DeliveredBlock>;
}

/**
 * A channel of a Fabric network, as promises:
 *
 * - `endorse` sends nothing to the orderers. Whatever it throws (ChannelError of stage `endorse`), the transaction has not
 *   happened and never will: its id may be forgotten.
 * - `submit` of what was endorsed may fail and have happened all the same. The same transaction is looked up (`find`, or
 *   the blocks) before anything is sent again.
 * - Each call ends by its deadline ({@link DEADLINES}).
 */
export interface FabricChannel extends BlockSource {
  endorse(identity: FabricIdentity, proposal: Proposal): Promise<Endorsed>;
  /** Validation code of a transaction by its name, such as `VALID`; undefined when no block has it. @throws ChannelError `read`. */
  find(txId: string): Promise<string | undefined>;
  close(): void;
}

/** Milliseconds that each stage may take. */
export const DEADLINES = { connect: 12_000, endorse: 5000, submit: 5000, commit: 20_000, read: 5000 } as const;

export const VALID = 'VALID';
