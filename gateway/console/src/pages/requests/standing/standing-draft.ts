import type { components } from '@lianpiao/gateway/client';
import { boundsOf, conditionsOf, endOfDay, handlingOf, type Draft } from '../../provider/grant-draft';
import type { Resource } from '../../sharing/types';

type Request = components['schemas']['StandingRequest'];

/** What the form of a standing grant holds. */
export interface StandingDraft extends Omit<Draft, 'approval' | 'basis' | 'consent' | 'operate' | 'region'> {
  readonly basis: NonNullable<Draft['basis']>;
  /** Longest term of a grant that is drawn. */
  readonly days: number;
}

/** The draft as the API takes it; `standing` names it, so that a repetition is no second one. */
export function standingOf(draft: StandingDraft, resourceOf: Resource | undefined, standing: string): Request {
  const { resource, consumer, fields, days, until, code, purpose, liability = '', reason } = draft;
  return {
    standing,
    resource,
    consumer,
    days,
    until: endOfDay(until),
    purpose: { code, text: purpose.trim() },
    fields: [...fields],
    rows: conditionsOf(draft.rows, resourceOf),
    liability: liability.trim(),
    ...handlingOf(draft),
    conditions: boundsOf(draft.basis, draft),
    reason: reason.trim(),
  };
}
