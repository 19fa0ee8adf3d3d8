/**
 * Policies in the words of ODRL 2.2 (W3C Recommendation 2018-02-15), in the compact JSON form that the Dataspace Protocol uses:
 * terms of the ODRL vocabulary without prefix, everything else as an absolute IRI.
 */
export type Operand = string | readonly string[];

/** ODRL vocabulary, "Operators". */
export const OPERATORS = [
  'eq', 'neq', 'lt', 'lteq', 'gt', 'gteq', 'isAnyOf', 'isNoneOf', 'isAllOf', 'isA', 'hasPart', 'isPartOf',
] as const; // prettier-ignore
export type Operator = (typeof OPERATORS)[number];

export type AtomicConstraint = {
  readonly leftOperand: string;
  readonly operator: Operator;
  readonly rightOperand: Operand;
};

/** ODRL Information Model §2.5.2. */
export const LOGICAL = ['and', 'andSequence', 'or', 'xone'] as const;
export type Logical = (typeof LOGICAL)[number];
export type LogicalConstraint = { readonly logical: Logical; readonly of: readonly Constraint[] };
export type Constraint = AtomicConstraint | LogicalConstraint;

/** A rule. What is absent is not restricted: every action, every target, everybody. */
export type Rule = {
  readonly id?: string;
  readonly action?: string;
  readonly target?: string;
  readonly assigner?: string;
  readonly assignee?: string;
  readonly constraints: readonly Constraint[];
  readonly duties: readonly Rule[];
};

export const RULE_KINDS = ['permission', 'prohibition', 'obligation'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** A policy as it was read; `policy-json.ts` reads and writes its JSON form. */
export type Policy = { readonly id?: string } & Readonly<Record<RuleKind, readonly Rule[]>>;

export function isLogical(constraint: Constraint): constraint is LogicalConstraint {
  return 'logical' in constraint;
}

/** Actions of the ODRL vocabulary that lie within `transfer`; every other one lies within `use` (Vocabulary §3.3). */
const TRANSFERS: ReadonlySet<string> = new Set(['give', 'sell']);

/** Whether doing one action is also doing the other: `includedIn` of the vocabulary. */
export function includesAction(wider: string | undefined, narrower: string | undefined): boolean {
  if (wider === undefined || wider === narrower) return true;
  if (narrower === undefined) return false;
  if (wider === 'transfer') return TRANSFERS.has(narrower);
  return wider === 'use' && narrower !== 'transfer' && !TRANSFERS.has(narrower);
}
