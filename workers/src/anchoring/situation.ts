import type { Digest } from '@lianpiao/chaincode/domain';
import type { Fees, Inclusion } from '@lianpiao/contracts';
import type { AnchorAlarmCode, OutboxAttempt, OutboxNonce, WatchedAnchor } from '@lianpiao/gateway/stores';

/** How the worker behaves; all times in milliseconds. */
export interface AnchorSettings {
  readonly chainId: number;
  readonly contract: string;
  /** Blocks, the anchor's own included, from which on an anchor counts. */
  readonly confirmations: number;
  /** Between two new anchors. */
  readonly intervalMs: number;
  /** Without being mined for so long, a transaction gets a higher fee. */
  readonly bumpAfterMs: number;
  /** Before a transaction that the node does not know is handed to it again; doubles each time. */
  readonly resendAfterMs: number;
  /** Without being mined for so long, a transaction is an alarm. */
  readonly overdueMs: number;
  /** The most that is paid. */
  readonly feeCap: Fees;
}

/** A tree size of our log with its root. */
export interface SizedRoot {
  readonly size: number;
  readonly root: Digest;
}

/** A transaction in a block. */
export type MinedTransaction = Extract<Inclusion, { readonly block: unknown }> & {
  readonly hash: string;
  readonly confirmations: bigint;
};

/** Not mined, and what the node holds: the last attempt, only an older one, or none. */
export type Unmined = 'pending' | 'older' | 'unknown';

/** Where the attempts of a nonce stand: the one that was mined, or what waits. */
export type Standing = MinedTransaction | { readonly state: Unmined };

/** What the node answered in one look. A node may lie: nothing that matters is believed after one look. */
export interface Observation {
  /** False when the configured address does not hold the contract. */
  readonly contractKnown: boolean;
  /** Number of the newest block. */
  readonly head: number;
  /** First nonce that no mined transaction has used. */
  readonly nextNonce: number;
  readonly market: Fees;
  /** What the contract holds for our log; undefined when nobody anchored it, or the contract is not known. */
  readonly latest: (SizedRoot & { readonly block: number }) | undefined;
  /** The newest confirmed anchor's transaction, and whether it still stands in the block where it was confirmed. */
  readonly newest: { readonly transaction: string; readonly stands: boolean } | undefined;
  /** The oldest open nonce. */
  readonly oldest: { readonly nonce: number; readonly standing: Standing } | undefined;
}

/** Everything that the next step depends on. */
export interface Situation {
  readonly now: number;
  readonly settings: AnchorSettings;
  readonly chain: Observation;
  /** The look before; undefined at the first one of a process. */
  readonly before: Observation | undefined;
  /** Lowest head since the chain became shorter; undefined when it has recovered from that. */
  readonly lowHead: number | undefined;
  readonly outbox: {
    readonly newest: WatchedAnchor | undefined;
    readonly oldest: OutboxNonce | undefined;
    /** What is known of the chain's next nonce. */
    readonly next: OutboxNonce | undefined;
    readonly lastSignedAt: number;
    /** Largest size anchored in the configured contract, and the largest that it refused; 0 when none. */
    readonly anchored: number;
    readonly refused: number;
  };
  readonly log: {
    /** SHA-256 of the log's origin, as events name it. */
    readonly origin: string;
    /** The newest checkpoint. */
    readonly latest: SizedRoot | undefined;
    /** Our root for the size that the chain holds; undefined when our log is smaller. */
    readonly rootAtChain: Digest | undefined;
  };
}

/** The one thing to do next. */
export type Step =
  | { readonly do: 'wait' }
  /** Ask the contract whether it would take the checkpoint (`ask`), sign, store, send. */
  | {
      readonly do: 'sign';
      readonly nonce: number;
      readonly attempt: number;
      readonly checkpoint: SizedRoot;
      readonly fees: Fees;
      readonly ask: boolean;
    }
  /** Send what is signed already. */
  | { readonly do: 'send'; readonly attempt: OutboxAttempt }
  | { readonly do: 'confirm'; readonly attempt: OutboxAttempt; readonly mined: MinedTransaction }
  /** Take in what the chain holds without a transaction of ours that we know. */
  | { readonly do: 'adopt'; readonly latest: SizedRoot & { readonly block: number } }
  | { readonly do: 'withdraw'; readonly anchor: WatchedAnchor }
  | { readonly do: 'close'; readonly nonce: number; readonly as: 'repeated' | 'taken' | 'retired' }
  | { readonly do: 'close'; readonly nonce: number; readonly as: 'reverted'; readonly size: number };

export interface Alarm {
  readonly code: AnchorAlarmCode;
  readonly detail: string;
}

/** A step, with the alarms that it brings or ends; what is left out is empty. */
export interface Choice {
  readonly step: Step;
  readonly raise?: readonly Alarm[];
  readonly settle?: readonly AnchorAlarmCode[];
}

export const WAIT: Step = { do: 'wait' };

/** What ends as soon as a transaction of ours is through. */
export const WAITING_ALARMS = ['ANCHOR_OVERDUE', 'ANCHOR_FEE_HELD', 'CHAIN_FUNDS_MISSING'] as const;
/** What ends with the next anchor. */
export const CONFIRMED_ALARMS = [
  ...WAITING_ALARMS, 'ANCHOR_NONCE_GAP', 'ANCHOR_WITHDRAWN', 'ANCHOR_REVERTED', 'ANCHOR_SIZE_DECREASED', 'ANCHOR_CALLER_REFUSED',
] as const; // prettier-ignore

/** A step, with all the alarms that begin and those that end. */
export interface Decision {
  readonly step: Step;
  readonly raise: readonly Alarm[];
  readonly settle: readonly AnchorAlarmCode[];
  /** See `Situation.lowHead`. */
  readonly lowHead: number | undefined;
}
