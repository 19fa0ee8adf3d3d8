import type { JsonValue } from '../encoding/canonical-json';
import type { CommitPlace } from '../log/commit-leaf';
import type { ErasureStatement } from '../record/erasure-statement';
import type { StatusAxis } from '../status/status-record';

/** `valid` and `invalid` are proven; `unknown` means that nothing is proven wrong and trust is lacking. */
export type VerdictResult = 'valid' | 'invalid' | 'unknown';

/**
 * The checks of a bundle, in their order; `source` is made for registrations of provenance only, `commit` when there is
 * evidence of the commit, or somebody asks for it, `erasure` for a holder's attestation that it erased a record, `status` when the
 * bundle has one, or somebody asks for it.
 */
export const CHECK_IDS = [
  'form',
  'leaf',
  'commitment',
  'source',
  'erasure',
  'proof',
  'inclusion',
  'log',
  'witnesses',
  'commit',
  'status',
  'anchors',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Why a bundle is not valid: stable codes. */
export type VerdictReason =
  | 'BUNDLE_MALFORMED'
  | 'BUNDLE_UNSUPPORTED'
  | 'LEAF_MALFORMED'
  | 'COMMITMENT_WRONG'
  | 'SOURCE_SIGNATURE_WRONG'
  | 'ERASURE_ATTESTATION_WRONG'
  | 'PROOF_MALFORMED'
  | 'INCLUSION_WRONG'
  | 'LOG_UNKNOWN'
  | 'CHECKPOINT_UNSIGNED'
  | 'CHECKPOINT_SIGNATURE_WRONG'
  | 'LOG_ENDED'
  | 'LOG_KEY_OUT_OF_WINDOW'
  | 'LOG_KEY_COMPROMISED'
  | 'WITNESS_SIGNATURE_WRONG'
  | 'WITNESSES_LACKING'
  | 'COMMIT_MALFORMED'
  | 'COMMIT_WRONG'
  | 'COMMIT_SIGNATURE_WRONG'
  | 'COMMIT_UNATTESTED'
  | 'STATUS_SEAL_WRONG'
  | 'STATUS_SEAL_UNKNOWN'
  | 'STATUS_WRONG'
  | 'STATUS_NOT_COVERED'
  | 'STATUS_LACKING'
  | 'STATUS_NOT_AS_ASKED'
  | 'STATUS_TOO_OLD'
  | 'STATUS_WITHHELD';

/** The outcome of one check, with a sentence for people. `skipped` when another check had to hold first, or it is not asked for. */
export interface Check {
  readonly id: CheckId;
  readonly ok: boolean | 'skipped';
  readonly en: string;
  readonly zh: string;
}

/** What the disclosed document says; bound to the log only when the result is `valid`. Absent facts are not disclosed. */
export interface BundleSummary {
  /** Type of the entry, for example `invoice.issued`. */
  readonly type?: string;
  /** When the entry was written, RFC 3339 UTC. */
  readonly time?: string;
  readonly number?: string;
  readonly issuedAt?: string;
  readonly currency?: string;
  /** True for an invoice of the sandbox, which is worth nothing. */
  readonly test?: boolean;
  readonly totals?: JsonValue;
  /** Of a registered content, or of what happened to it. */
  readonly provenance?: ProvenanceSummary;
  /** How many fields the holder keeps hidden. */
  readonly hidden?: number;
  /** Names of those hidden fields whose place leaves no doubt; absent when there are none. */
  readonly hiddenNames?: readonly string[];
  /** A holder's attestation that it erased the record of another entry. */
  readonly erasure?: ErasureSummary;
  /** Where the ledger took the entry in, and who attests it; absent without evidence that holds. */
  readonly commit?: CommitSummary;
  /** Where the invoice stood; absent without a proof that holds. */
  readonly status?: StatusSummary;
}

/** Where an invoice stood at a time, as far as it is shown. */
export interface StatusSummary {
  /** RFC 3339 UTC: when the map was sealed. */
  readonly asOf: string;
  /** How many entries of the log the map covers. */
  readonly covers: number;
  /** False when nothing has happened to the invoice since its issue. */
  readonly changed: boolean;
  /** The state of each axis that is not withheld. */
  readonly axes: Readonly<Partial<Record<StatusAxis, string>>>;
}

/** What a holder attests to have erased, and the names of the known organisations that signed it. */
export interface ErasureSummary extends ErasureStatement {
  readonly attestedBy: readonly string[];
}

/** Where an entry was committed, and the names of the known organisations that attest it from their own copies. */
export interface CommitSummary extends CommitPlace {
  readonly attestedBy: readonly string[];
}

/** What a bundle says of a content; absent facts are not disclosed. */
export interface ProvenanceSummary {
  readonly digest?: string;
  readonly kind?: string;
  readonly registrant?: string;
  readonly parents?: readonly string[];
  readonly event?: string;
  readonly organisation?: string;
  readonly to?: string;
  readonly source?: string;
  readonly method?: string;
  readonly madeAt?: string;
}

export interface Verdict {
  readonly result: VerdictResult;
  readonly checks: readonly Check[];
  readonly summary: BundleSummary;
  /** The first refusal; absent when the result is `valid`. */
  readonly reason?: VerdictReason;
}

/** Thrown by a check: `lacking` when trust is missing, otherwise something is proven wrong. */
export class CheckFailure extends Error {
  constructor(
    readonly reason: VerdictReason,
    readonly kind: 'wrong' | 'lacking' = 'wrong',
  ) {
    super(reason);
    this.name = 'CheckFailure';
  }
}
