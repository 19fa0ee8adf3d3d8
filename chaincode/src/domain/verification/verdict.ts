import type { JsonValue } from '../encoding/canonical-json';

/** `valid` and `invalid` are proven; `unknown` means that nothing is proven wrong and trust is lacking. */
export type VerdictResult = 'valid' | 'invalid' | 'unknown';

/** The checks of a bundle, in their order; `source` is made for registrations of provenance only. */
export const CHECK_IDS = ['form', 'leaf', 'commitment', 'source', 'proof', 'inclusion', 'log', 'witnesses', 'anchors'] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Why a bundle is not valid: stable codes. */
export type VerdictReason =
  | 'BUNDLE_MALFORMED'
  | 'BUNDLE_UNSUPPORTED'
  | 'LEAF_MALFORMED'
  | 'COMMITMENT_WRONG'
  | 'SOURCE_SIGNATURE_WRONG'
  | 'PROOF_MALFORMED'
  | 'INCLUSION_WRONG'
  | 'LOG_UNKNOWN'
  | 'CHECKPOINT_UNSIGNED'
  | 'CHECKPOINT_SIGNATURE_WRONG'
  | 'LOG_ENDED'
  | 'LOG_KEY_OUT_OF_WINDOW'
  | 'LOG_KEY_COMPROMISED'
  | 'WITNESS_SIGNATURE_WRONG'
  | 'WITNESSES_LACKING';

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
