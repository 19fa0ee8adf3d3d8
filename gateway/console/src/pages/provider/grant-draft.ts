import type { Dayjs } from 'dayjs';
import type { components } from '@lianpiao/gateway/client';
import type { Sayable } from '../sharing/grant-sentence';
import type { Condition, Resource } from '../sharing/types';

export interface DraftCondition {
  readonly field?: string;
  readonly op?: Exclude<Condition['op'], 'in'>;
  readonly value?: string;
}
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
    reason: reason.trim(),
  };
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

function conditionsOf(rows: Draft['rows'], resource: Resource | undefined): Condition[] {
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
