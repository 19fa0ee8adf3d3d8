import { conditionsOf, type DraftCondition } from '../provider/grant-draft';
import type { Resource } from '../sharing/types';
import type { Approval, Template } from './types';

/** What the form of a template holds. */
export interface TemplateDraft {
  readonly resource: string;
  readonly template: string;
  readonly title: string;
  readonly kind: Template['kind'];
  readonly field?: string;
  readonly by?: string;
  readonly rows?: readonly (DraftCondition | undefined)[];
  /** Fields that whoever runs it may compare with a value of its own. */
  readonly asked?: readonly string[];
  readonly minimumGroup: number;
  readonly dailyRuns: number;
  readonly release: NonNullable<Template['release']>;
  readonly reason: string;
}

export const BLANK: Partial<TemplateDraft> = { kind: 'count', minimumGroup: 10, dailyRuns: 100, release: 'permit' };
const EQUAL = ['eq'] as const;
const ORDERED = ['eq', 'lt', 'le', 'gt', 'ge'] as const;

/** A template as it stands, for its next version. Conditions with lists stay with the API. */
export function draftOf(known: Template): Partial<TemplateDraft> {
  const { resource, template, title, kind, field, by, where, parameters, minimumGroup, dailyRuns, release } = known;
  return {
    ...{ resource, template, title, kind, minimumGroup, dailyRuns, release },
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof by === 'string' ? { by } : {}),
    rows: where.flatMap((one) => (one.op === 'in' ? [] : [{ field: one.field, op: one.op, value: String(one.value) }])),
    asked: parameters.map((parameter) => parameter.field),
  };
}

/** The draft as the API takes it; the version is named, so that a repetition is no further version. */
export function approvalOf(draft: TemplateDraft, resource: Resource | undefined, version: number): Approval {
  const { kind, rows, asked = [], field, by, reason, ...rest } = draft;
  const numbers = new Set(resource?.fields.filter(({ type }) => type === 'number').map(({ name }) => name));
  return {
    ...rest,
    version,
    kind,
    title: draft.title.trim(),
    field: kind === 'sum' ? (field ?? null) : null,
    by: kind === 'distribution' ? (by ?? null) : null,
    where: conditionsOf(rows, resource),
    parameters: asked.map((name) => ({
      field: name,
      ops: numbers.has(name) ? [...ORDERED] : [...EQUAL],
      // A fact is about one: whoever asks has to say about which.
      required: kind === 'fact',
    })),
    reason: reason.trim(),
  };
}
