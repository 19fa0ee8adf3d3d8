import type { Digest } from '../encoding/digest';
import type { VerifierKey } from '../log/verifier-key';
import type { TrustedAttesters } from './trusted-attesters';

/** When a key counts, in seconds since 1970; an absent member sets no limit. docs/formats.md, "When a key counts". */
export interface KeyWindow {
  /** The first second. */
  readonly from?: number;
  /** The second after the last. */
  readonly until?: number;
  /** Since when somebody else may have had the key. */
  readonly compromisedAt?: number;
}

/** The last checkpoint of a log that takes no more entries. */
export interface LogEnd {
  readonly size: number;
  readonly root: Digest;
}

/** A log that the holder trusts, by the first line of its checkpoints. One origin may have several keys. */
export interface TrustedLog extends KeyWindow {
  readonly origin: string;
  readonly key: VerifierKey;
  readonly last?: LogEnd;
}

/** A witness that the holder trusts; of one name may be several keys. */
export type TrustedWitness = VerifierKey & KeyWindow;

/** How many witnesses must have cosigned, from the end of the period before on. */
export interface QuorumPeriod {
  readonly least: number;
  /** Seconds since 1970; absent in the last one. */
  readonly until?: number;
}

/** An anchor contract that the holder relies on, for checks with a node; offline it counts for nothing. */
export interface TrustedAnchor {
  readonly chainId: number;
  /** `0x` and 40 hexadecimal characters. */
  readonly contract: string;
}

/** Whom a verifier trusts: docs/formats.md, "Trust file". */
export interface TrustFile {
  readonly logs: readonly TrustedLog[];
  readonly witnesses: readonly TrustedWitness[];
  /** How many of the witnesses must have cosigned a checkpoint; where it has changed over time, the last number. */
  readonly quorum: number;
  /** The numbers over time, oldest first; absent when there was ever only one. */
  readonly quorums?: readonly QuorumPeriod[];
  /** Absent in a file that names none. */
  readonly anchors?: readonly TrustedAnchor[];
  /** Absent: nobody is asked who attests that an entry was committed. */
  readonly commit?: TrustedAttesters;
}
