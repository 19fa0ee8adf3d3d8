import { BASIS_NAMES, MAX_KEEP_DAYS } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { conditions, handling, keepDays, MARKED_ROWS, recordConditions } from './grant-schemas';
import { identifier, page, reason, text, time } from './schemas';

/** The forms of what the routes about consents, approvals, requests and standing grants take. */
const own = (what: string): z.ZodOptional<typeof identifier> =>
  identifier.meta({ description: `Name the ${what} to be able to repeat the request; made by us when absent` }).optional();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const purpose = z.strictObject({ code: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/), text: text(500) });
const fields = z.array(text(63)).min(1).max(200);

export const consentRequest = z
  .strictObject({
    consent: own('consent'),
    resource: identifier,
    subject: digest.meta({
      description: "The data subject's pseudonym: a keyed digest that only you can make; never a name or a number",
    }),
    text: digest.meta({ description: 'SHA-256 of the text that was shown' }),
    textVersion: z.string().regex(/^[A-Za-z0-9._-]{1,40}$/),
    consumer: identifier
      .meta({ description: 'Whom it lets have the data; a sub-grant on personal data needs a consent that names its consumer' })
      .optional(),
    until: time.optional(),
    purpose,
    reason,
  })
  .meta({ id: 'ConsentRequest' });

export const crossingRequest = z
  .strictObject({
    approval: own('approval'),
    resource: identifier,
    consumer: identifier,
    region: z.string().regex(/^[A-Z]{2}$/),
    until: time,
    legalBasis: text(500),
    reason,
  })
  .meta({ id: 'CrossingRequest' });

export const accessRequest = z
  .strictObject({
    request: own('request'),
    resource: identifier,
    basis: z.enum(BASIS_NAMES),
    purpose,
    fields,
    reason,
  })
  .meta({ id: 'AccessRequest' });

export const accessAnswer = z
  .strictObject({ grant: identifier.meta({ description: 'The grant that was given; a refusal when absent' }).optional(), reason })
  .meta({ id: 'AccessAnswer' });

export const standingRequest = z
  .strictObject({
    standing: own('standing grant'),
    resource: identifier,
    consumer: identifier,
    days: z.int().min(1).max(MAX_KEEP_DAYS).meta({ description: 'Longest term of a grant that is drawn' }),
    until: time,
    purpose,
    fields,
    rows: conditions.default([]),
    liability: text(2000),
    handling: handling.default(MARKED_ROWS),
    conditions: recordConditions.extend({ keepDays }),
    reason,
  })
  .meta({ id: 'StandingRequest' });

export const drawRequest = z.strictObject({ grant: own('grant'), reason }).meta({ id: 'DrawRequest' });
export const deletionRequest = z
  .strictObject({ statement: text(2000).meta({ description: 'What was deleted, where and how' }), reason })
  .meta({ id: 'DeletionStatement' });
export const reviewRequest = z.strictObject({ upheld: z.boolean(), reason }).meta({ id: 'GrantReview' });

/** Lists of what concerns the caller, newest first. */
export const sharingPages = {
  consent: page.extend({
    subject: digest.meta({ description: 'Consents of one data subject, by the pseudonym' }).optional(),
    resource: identifier.optional(),
  }),
  request: page.extend({
    status: z.enum(['open', 'escalated', 'granted', 'refused']).optional(),
    resource: identifier.optional(),
  }),
  crossing: page.extend({ resource: identifier.optional(), consumer: identifier.optional() }),
  standing: page.extend({ resource: identifier.optional() }),
};
