import type { GrantRight } from '../access/grant';
import type { JsonValue } from '../encoding/canonical-json';
import type { AtomicConstraint } from './policy';

/** Left operands of ours beside ODRL's; docs/formats.md, "Policies". */
export const OPERANDS = {
  field: 'https://lianpiao.example/ns/policy#field',
  mode: 'https://lianpiao.example/ns/policy#mode',
  basis: 'https://lianpiao.example/ns/policy#basis',
} as const;

/** What a policy says of a grant; rows stay with the parties. */
export interface PolicyTerms {
  readonly right: GrantRight;
  readonly purpose: { readonly code: string };
  readonly fields: readonly string[];
  /** RFC 3339 UTC; `until` itself is outside. */
  readonly from?: string | undefined;
  readonly until: string;
  readonly modes?: readonly string[] | undefined;
  readonly frequency?: { readonly count: number; readonly per: 'day' | 'hour' | 'month' } | null | undefined;
  /** Days that the consumer may keep what it has after the end. */
  readonly keepDays?: number | undefined;
  /** ISO 3166-1 alpha-2 of where the data is used. */
  readonly region?: string | undefined;
  readonly basis?: string | undefined;
}

const PERIODS = { hour: 'PT1H', day: 'P1D', month: 'P1M' } as const;

/**
 * The policy of a grant in ODRL 2.2: use for a purpose, of some fields, for a term; passing on is permitted or forbidden, never
 * left open; what is held is deleted within the days agreed.
 */
export function composePolicy(terms: PolicyTerms): Readonly<Record<string, JsonValue>> {
  const constraint = constraintsOf(terms);
  const passOn = { action: 'grantUse' };
  return {
    permission: [{ action: 'use', constraint }, ...(terms.right === 'operate' ? [{ ...passOn, constraint }] : [])],
    ...(terms.right === 'operate' ? undefined : { prohibition: [passOn] }),
    ...(terms.keepDays === undefined ? undefined : { obligation: [deleteWithin(terms.keepDays)] }),
  };
}

function constraintsOf({ purpose, fields, from, until, modes, frequency, region, basis }: PolicyTerms): AtomicConstraint[] {
  const parts: (AtomicConstraint | undefined)[] = [
    { leftOperand: 'purpose', operator: 'eq', rightOperand: purpose.code },
    from === undefined ? undefined : { leftOperand: 'dateTime', operator: 'gteq', rightOperand: from },
    { leftOperand: 'dateTime', operator: 'lt', rightOperand: until },
    { leftOperand: OPERANDS.field, operator: 'isAnyOf', rightOperand: fields },
    modes === undefined ? undefined : { leftOperand: OPERANDS.mode, operator: 'isAnyOf', rightOperand: modes },
    region === undefined ? undefined : { leftOperand: 'spatial', operator: 'eq', rightOperand: region },
    basis === undefined ? undefined : { leftOperand: OPERANDS.basis, operator: 'eq', rightOperand: basis },
  ];
  const simple = parts.filter((part) => part !== undefined);
  if (frequency === undefined || frequency === null) return simple;
  return [
    ...simple,
    { leftOperand: 'count', operator: 'lteq', rightOperand: String(frequency.count) },
    { leftOperand: 'timeInterval', operator: 'eq', rightOperand: PERIODS[frequency.per] },
  ];
}

function deleteWithin(days: number): Readonly<Record<string, JsonValue>> {
  return {
    action: 'delete',
    constraint: [{ leftOperand: 'delayPeriod', operator: 'lteq', rightOperand: `P${String(days)}D` }],
  };
}
