import type { Digest } from '@lianpiao/chaincode/domain';

/** A checkpoint whose event stands on a chain, deep enough to be relied on. */
export interface ConfirmedAnchor {
  /** Leaves under the checkpoint. */
  readonly size: number;
  /** RFC 6962 root of the tree of that size. */
  readonly root: Digest;
  readonly chainId: number;
  readonly contract: string;
  readonly transaction: string;
  readonly block: number;
  /** Milliseconds since 1970. */
  readonly confirmedAt: number;
}

/** An anchor with what its writer must know to watch over it. */
export interface WatchedAnchor extends ConfirmedAnchor {
  readonly blockHash: string;
  /** Nonce of our own transaction; null for an anchor that was found on the chain. */
  readonly nonce: number | null;
}

/** Fees in wei per unit of gas (EIP-1559). */
export interface AttemptFees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** A transaction as it was signed; stored before anybody else has seen it. */
export interface SignedAttempt {
  readonly nonce: number;
  /** From 1; a later attempt of the same nonce replaces the earlier, and either may be mined. */
  readonly attempt: number;
  readonly size: number;
  readonly root: Digest;
  readonly contract: string;
  readonly hash: string;
  /** The signed bytes; they hold no secret. */
  readonly raw: string;
  readonly fees: AttemptFees;
  readonly signedAt: number;
  /** Number of the newest block when it was signed. */
  readonly head: number;
}

/** A signed transaction and what became of sending it. */
export interface OutboxAttempt extends SignedAttempt {
  /** How often it was handed to a node; 0 when we do not know that it ever was. */
  readonly sends: number;
  readonly sentAt: number | null;
  /** Code of the refusal of the last sending; null when it was taken. */
  readonly problem: string | null;
}

/**
 * What became of a nonce. `open`: not known yet. `confirmed`: one of its attempts is an anchor. `repeated`: mined, but the
 * checkpoint was anchored already. `reverted`: mined and refused by the contract. `taken`: mined with a transaction that is
 * not ours. `retired`: given up, for another contract or behind a gap.
 */
export type NonceState = 'open' | 'confirmed' | 'repeated' | 'reverted' | 'taken' | 'retired';

/** A nonce of the publisher's account with all its attempts, oldest first; at least one. */
export interface OutboxNonce {
  readonly nonce: number;
  readonly state: NonceState;
  readonly attempts: readonly OutboxAttempt[];
}

/** Something that a person has to know of. At most one of a code is open at a time. */
export interface AnchorAlarm {
  readonly code: string;
  readonly detail: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Null while it is open. */
  readonly closedAt: number | null;
}
