import { LedgerError } from '@lianpiao/chaincode/domain';
import { checkConditions, COMPARISONS, type Comparison, type Condition, type FieldType } from '../access/condition';

/**
 * What a template asks: how many rows there are, the sum of a number, how many rows each value of a field has, or whether
 * there is any row.
 */
export const TEMPLATE_KINDS = ['count', 'sum', 'distribution', 'fact'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** How the result leaves: at once, or when the provider has permitted this very result. */
export const RELEASES = ['direct', 'permit'] as const;
export type Release = (typeof RELEASES)[number];

export const OPERATORS = [...COMPARISONS, 'in'] as const;

/** Rows behind an answer, and behind the difference of two answers, at least. */
export const LEAST_GROUP = 5;

/** A field that the caller may compare with a value of its own. */
export interface Parameter {
  readonly field: string;
  readonly ops: readonly (Comparison | 'in')[];
  readonly required: boolean;
}

/** The private part of a query template: all that a run may ask, approved by the provider. */
export interface Template {
  readonly title: string;
  readonly kind: TemplateKind;
  /** Of a sum. */
  readonly field: string | null;
  /** Of a distribution: whose values are counted. */
  readonly by: string | null;
  /** Always hold, beside the conditions of the grants. */
  readonly where: readonly Condition[];
  readonly parameters: readonly Parameter[];
  /** Of a fact it says nothing: that is about one by its nature. */
  readonly minimumGroup: number;
  /** Different questions a day under one grant. */
  readonly dailyRuns: number;
  readonly release: Release;
}

/**
 * Checks that a template fits its resource.
 * @throws LedgerError TEMPLATE_INVALID, FILTER_INVALID.
 */
export function checkTemplate(template: Template, types: ReadonlyMap<string, FieldType>): void {
  const { kind, field, by, where, parameters } = template;
  if ((kind === 'sum') !== (field !== null)) throw invalid('/field', 'a field with a sum, and only with it');
  if (field !== null && types.get(field) !== 'number') throw invalid('/field', 'a number of the resource');
  if ((kind === 'distribution') !== (by !== null)) throw invalid('/by', 'a field with a distribution, and only with it');
  if (by !== null && !types.has(by)) throw invalid('/by', 'a field of the resource');
  const unknown = parameters.findIndex((parameter) => !types.has(parameter.field));
  if (unknown >= 0) throw invalid(`/parameters/${String(unknown)}/field`, 'a field of the resource');
  if (kind === 'fact' && !parameters.some(({ required }) => required))
    throw invalid('/parameters', 'a required one: a fact is about somebody');
  checkConditions(where, types, '/where');
}

/**
 * Checks what a caller fills in; types are checked with all other conditions.
 * @throws LedgerError TEMPLATE_ARGUMENT_INVALID.
 */
export function checkArguments({ parameters }: Template, given: readonly Condition[]): void {
  const place = given.findIndex(({ field, op }) => !parameters.some((one) => one.field === field && one.ops.includes(op)));
  if (place >= 0)
    throw new LedgerError('TEMPLATE_ARGUMENT_INVALID', {
      path: `/arguments/${String(place)}`,
      wanted: 'a parameter of the template',
    });
  const missing = parameters.find(({ field, required }) => required && !given.some((one) => one.field === field));
  if (missing !== undefined)
    throw new LedgerError('TEMPLATE_ARGUMENT_INVALID', { path: '/arguments', wanted: `a condition on ${missing.field}` });
}

/** Fields that a run reads, each once. */
export function fieldsOf({ field, by, where }: Template, given: readonly Condition[]): string[] {
  const own = [field, by].filter((name) => name !== null);
  return [...new Set([...own, ...[...where, ...given].map((condition) => condition.field)])];
}

function invalid(path: string, wanted: string): LedgerError {
  return new LedgerError('TEMPLATE_INVALID', { path, wanted });
}
