import { z } from 'zod';
import { CHANGE_TYPES } from '../changes/concerned-organisations';
import { instant } from './entries';

/** The forms of what the routes of webhooks answer. */
const id = z.string().regex(/^[0-9a-f]{16}$/);
const cursor = z.string().regex(/^[0-9]{1,16}$/);
const next = z.string().nullable();
const message = z.string().meta({ description: 'As in the header webhook-id: the same in every attempt' });
const outcome = z
  .string()
  .meta({ description: "The status of the receiver's answer, or a word for why there was none", example: '500' });

const webhookFields = {
  id,
  url: z.string(),
  types: z.array(z.enum(CHANGE_TYPES)).nullable().meta({ description: 'null: all' }),
  status: z.enum(['active', 'paused', 'disabled']),
  stop: z
    .enum(['owner', 'given-up', 'gone'])
    .nullable()
    .meta({ description: 'Why it does not deliver: paused by its owner, an event was given up, or the receiver answered 410' }),
  cursor: cursor.meta({ description: 'Everything below is done' }),
  failures: z.int().min(0).meta({ description: 'Failed attempts for the next event' }),
  nextAttemptAt: instant.nullable(),
  formerSecretUntil: instant.nullable().meta({ description: 'Until then the secret before the last rotation signs too' }),
  createdAt: instant,
  createdBy: z.string().meta({ description: 'Id of the API key that made it' }),
};
export const webhook = z.strictObject(webhookFields).meta({ id: 'Webhook' });
export const webhookWithSecret = z
  .strictObject({
    ...webhookFields,
    secret: z
      .string()
      .regex(/^whsec_/)
      .meta({ description: 'Shown this once' }),
  })
  .meta({ id: 'WebhookWithSecret' });
export const webhookList = z.strictObject({ items: z.array(webhook), next });
export const removal = z.strictObject({ removed: id });

const attempt = z
  .strictObject({ number: z.int().min(1), message, cursor, type: z.string(), at: instant, ms: z.int().min(0), outcome })
  .meta({ id: 'DeliveryAttempt' });
export const attemptList = z.strictObject({ items: z.array(attempt), next });

const deadLetter = z
  .strictObject({
    message,
    cursor,
    type: z.string(),
    givenUpAt: instant,
    attempts: z.int().min(1),
    outcome,
    skipped: z.boolean().meta({ description: 'True when the webhook went on behind it; false while it holds up the rest' }),
    redelivering: z.boolean(),
  })
  .meta({ id: 'DeadLetter' });
export const deadLetterList = z.strictObject({ items: z.array(deadLetter), next });
