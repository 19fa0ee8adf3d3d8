import { BASIS_NAMES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { next } from './answers';

const purpose = z.strictObject({ code: z.string(), text: z.string() }).nullable();
const fields = z.array(z.string()).nullable();
const consent = {
  consent: identifier,
  resource: identifier,
  subject: z.string(),
  text: z.string(),
  textVersion: z.string(),
  collector: identifier,
  consumer: identifier.optional(),
  until: z.string().optional(),
  withdrawn: z.boolean(),
};
const request = {
  request: identifier,
  resource: identifier,
  consumer: identifier,
  basis: z.enum(BASIS_NAMES),
  due: z.string().meta({ description: 'Until then it is to be answered' }),
  status: z.enum(['open', 'escalated', 'granted', 'refused']),
  grant: identifier.optional(),
  overdue: z.boolean(),
};
const listed = {
  controller: identifier.nullable().meta({ description: 'Who controls the resource now' }),
  since: z.string().meta({ description: 'When it was recorded' }),
  sequence: z.int(),
};

export const consentState = z.strictObject(consent).meta({ id: 'Consent' });
export const requestState = z.strictObject(request).meta({ id: 'AccessRequestState' });

/** Pages of these, with what their records say to those they concern. */
export const SHARING_LISTS = {
  consent: z.strictObject({
    items: z.array(z.strictObject({ ...consent, purpose, ...listed }).meta({ id: 'ListedConsent' })),
    next,
  }),
  request: z.strictObject({
    items: z.array(
      z
        .strictObject({
          ...request,
          purpose,
          fields,
          why: z.string().nullable().meta({ description: 'The reason that was given with it' }),
          ...listed,
        })
        .meta({ id: 'ListedRequest' }),
    ),
    next,
  }),
  crossing: z.strictObject({
    items: z.array(
      z
        .strictObject({
          approval: identifier,
          resource: identifier,
          consumer: identifier,
          region: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
          until: z.string(),
          withdrawn: z.boolean(),
          legalBasis: z.string().nullable(),
          ...listed,
        })
        .meta({ id: 'ListedCrossing' }),
    ),
    next,
  }),
  standing: z.strictObject({
    items: z.array(
      z
        .strictObject({
          standing: identifier,
          resource: identifier,
          provider: identifier,
          consumer: identifier,
          days: z.int().meta({ description: 'Longest term of a grant drawn from it' }),
          until: z.string(),
          basis: z.enum(BASIS_NAMES),
          keepDays: z.int(),
          closed: z.boolean(),
          purpose,
          fields,
          ...listed,
        })
        .meta({ id: 'ListedStanding' }),
    ),
    next,
  }),
};
