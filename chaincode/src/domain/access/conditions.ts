/** What a grant of version 2 rests on and is bound to. Tables, so that tests and pages read the same rules. */
export const HOME_REGION = 'CN';

/** How the consumer may have the data: pages that it does not keep, copies, approved queries, a running stream. */
export const MODES = ['view', 'store', 'query', 'stream'] as const;
export type Mode = (typeof MODES)[number];

export const PERIODS = ['hour', 'day', 'month'] as const;
export type Period = (typeof PERIODS)[number];

interface BasisRule {
  /** What must be said of the basis, in the record. */
  readonly required: readonly string[];
  /** Personal data needs the data subject's consent on this basis (个人信息保护法 §13: not for statutory duties and emergencies). */
  readonly consent: boolean;
  /** Longest term, and how long after its end it must have been reviewed. */
  readonly days?: number;
  readonly reviewDays?: number;
}

/** On what a grant rests: the four forms of cooperation with statutory duty, and emergencies beside. */
export const BASES = {
  'statutory-duty': { required: ['rule'], consent: false },
  procurement: { required: ['contract', 'price'], consent: true },
  'authorised-service': { required: ['authorisation'], consent: true },
  'commissioned-project': { required: ['project'], consent: true },
  'joint-building': { required: ['agreement', 'split'], consent: true },
  emergency: { required: ['event'], consent: false, days: 3, reviewDays: 7 },
} as const satisfies Readonly<Record<string, BasisRule>>;
export type Basis = keyof typeof BASES;
export const BASIS_NAMES = Object.keys(BASES) as [Basis, ...Basis[]];

export function basisRule(basis: Basis): BasisRule {
  return BASES[basis];
}

/** The private part of the conditions. */
export interface GrantConditions {
  readonly basis: { readonly kind: Basis; readonly [detail: string]: string };
  readonly modes: readonly Mode[];
  readonly frequency: { readonly count: number; readonly per: Period } | null;
}

/** Days in which a controller answers a request, and after which it may be escalated; shorter for an emergency. */
export const ANSWER_DAYS = { usual: 10, emergency: 1 } as const;
export const MS_PER_DAY = 86_400_000;
export const MAX_KEEP_DAYS = 3_660;
