import { HOME_REGION, MS_PER_DAY, basisRule, type Basis, type Mode, type Period } from '@lianpiao/chaincode/domain';
import type { Dayjs } from 'dayjs';
import type { components } from '@lianpiao/gateway/client';
import type { Sayable } from '../sharing/grant-sentence';
import type { Condition, Resource } from '../sharing/types';

export interface DraftCondition {
  readonly field?: string;
  readonly op?: Exclude<Condition['op'], 'in'>;
  readonly value?: string;
}
export const LEVELS = ['raw', 'masked', 'aggregate'] as const;
export const MASKS = ['pseudonym', 'first', 'month', 'hidden'] as const;
/** What the form holds. */
export interface Draft {
  readonly resource: string;
  readonly consumer: string;
  readonly fields: readonly string[];
  readonly rows?: readonly (DraftCondition | undefined)[];
  readonly until: Dayjs;
  readonly code: string;
  readonly purpose: string;
  readonly operate?: boolean;
  readonly liability?: string;
  readonly reason: string;
  readonly basis?: Basis;
  /** What the basis requires, by its name. */
  readonly details?: Readonly<Record<string, string>>;
  readonly modes?: readonly Mode[];
  /** Reads in a period, at most; without limit when absent. */
  readonly count?: number | null;
  readonly per?: Period;
  readonly keepDays?: number;
  readonly region?: string;
  readonly approval?: string;
  readonly consent?: string;
  readonly level?: (typeof LEVELS)[number];
  readonly masks?: Readonly<Record<string, (typeof MASKS)[number] | undefined>>;
}
export type FieldType = Resource['fields'][number]['type'];
type Request = components['schemas']['GrantRequest'];

const FORMS: Readonly<Record<FieldType, RegExp>> = {
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  text: /^.+$/,
  time: /^.+$/,
};

export function typeOf(resource: Resource | undefined, field: string | undefined): FieldType {
  return resource?.fields.find(({ name }) => name === field)?.type ?? 'text';
}

/** Whether a value that was typed can be compared with a field of the type. */
export function isValueOf(type: FieldType, typed: string | undefined): boolean {
  return typed !== undefined && FORMS[type].test(typed.trim());
}

/** The end of a day in China. */
export function endOfDay(day: Dayjs): string {
  return new Date(`${day.format('YYYY-MM-DD')}T23:59:59+08:00`).toISOString();
}

/** The draft as the API takes it; `grant` names it, so that a repetition is no second grant. */
export function requestOf(draft: Draft, resource: Resource | undefined, grant: string): Request {
  const { consumer, fields, until, code, purpose, operate = false, liability = '', reason } = draft;
  return {
    grant,
    resource: draft.resource,
    consumer,
    right: operate ? 'operate' : 'use',
    until: endOfDay(until),
    purpose: { code, text: purpose.trim() },
    fields: [...fields],
    rows: conditionsOf(draft.rows, resource),
    ...(liability.trim() === '' ? {} : { liability: liability.trim() }),
    ...handlingOf(draft),
    ...conditionsOfGrant(draft),
    reason: reason.trim(),
  };
}

/** Nothing for rows as they are. */
export function handlingOf({
  level = 'raw',
  masks = {},
  fields,
}: Pick<Draft, 'fields' | 'level' | 'masks'>): Pick<Request, 'handling'> {
  if (level === 'raw') return {};
  const chosen = fields.flatMap((field) => (masks[field] === undefined ? [] : [[field, masks[field]]]));
  return { handling: { level, masks: (level === 'masked' ? Object.fromEntries(chosen) : {}) as never, marked: true } };
}

/** Nothing without a basis: such a grant has no conditions. */
function conditionsOfGrant(draft: Draft): Pick<Request, 'approval' | 'conditions' | 'consent'> {
  const { basis, region = '', approval, consent } = draft;
  const rests = { ...(filled(consent) ? { consent } : {}), ...(filled(approval) ? { approval } : {}) };
  if (basis === undefined) return rests;
  return {
    ...rests,
    conditions: { ...boundsOf(basis, draft), region: region === '' ? HOME_REGION : region },
  };
}

/** A basis with what it requires, and how, how often and how long data under it may be used. */
export function boundsOf(
  basis: Basis,
  { details, modes = [], count, per = 'day', keepDays = 0 }: Pick<Draft, 'count' | 'details' | 'keepDays' | 'modes' | 'per'>,
): components['schemas']['StandingRequest']['conditions'] {
  return {
    basis: basisOf(basis, details),
    modes: [...modes],
    frequency: typeof count === 'number' ? { count, per } : null,
    keepDays,
  };
}

/** A basis with the fields that it requires. */
function basisOf(kind: Basis, details: Draft['details'] = {}): NonNullable<Request['conditions']>['basis'] {
  const required = basisRule(kind).required.map((name) => [name, details[name]?.trim() ?? ''] as const);
  return { ...(Object.fromEntries(required) as Readonly<Record<string, string>>), kind };
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

/** The last day that the form offers, whose end is still within the term of the basis; undefined for those without one. */
export function latestEnd(basis: Basis | undefined, now: number): number | undefined {
  const days = basis === undefined ? undefined : basisRule(basis).days;
  return days === undefined ? undefined : now + (days - 1) * MS_PER_DAY;
}

/** As much of a draft as can be said already; undefined while its gist is missing. */
export function sayableOf(draft: Partial<Draft> | undefined, resource: Resource | undefined): Sayable | undefined {
  if (!draft?.consumer || !draft.fields?.length || !draft.until || !draft.purpose) return undefined;
  return {
    until: endOfDay(draft.until),
    right: draft.operate === true ? 'operate' : 'use',
    purpose: draft.purpose,
    fields: draft.fields,
    rows: conditionsOf(draft.rows, resource),
  };
}

/** Conditions that were typed, as the API takes them; half-written ones are left out. */
export function conditionsOf(rows: Draft['rows'], resource: Resource | undefined): Condition[] {
  return (rows ?? []).flatMap((row): Condition[] => {
    const { field, op, value } = row ?? {};
    const type = typeOf(resource, field);
    if (field === undefined || op === undefined || value === undefined || !isValueOf(type, value)) return [];
    return [{ field, op, value: typed(type, value.trim()) }];
  });
}

function typed(type: FieldType, value: string): string | number | boolean {
  if (type === 'number') return Number(value);
  return type === 'boolean' ? value === 'true' : value;
}
