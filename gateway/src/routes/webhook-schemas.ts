import { z } from 'zod';
import { CHANGE_TYPES } from '../changes/concerned-organisations';
import { keyPage, page, reason } from './schemas';

/** The forms of what the routes of webhooks take. */
const url = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^https?:\/\/[!-"$-~]+$/)
  .meta({ description: 'https, to a public address; no credentials, no fragment' });
const types = z
  .array(z.enum(CHANGE_TYPES))
  .min(1)
  .max(CHANGE_TYPES.length)
  .meta({ description: 'Types of entries to deliver; all when absent' });

export const webhookRequest = z
  .strictObject({
    url,
    types: types.optional(),
    after: page.shape.after.meta({ description: 'Cursor to start from; what happens from now on when absent' }),
    reason,
  })
  .meta({ id: 'WebhookRequest' });

export const webhookChange = z
  .strictObject({
    url: url.optional(),
    types: types.nullable().meta({ description: 'null for all' }).optional(),
    status: z.literal('paused').meta({ description: 'Until it is resumed' }).optional(),
    reason,
  })
  .meta({ id: 'WebhookChange' });

export const webhookResume = z
  .strictObject({
    skip: z.boolean().default(false).meta({ description: 'Go on behind the event that was given up' }),
    reason,
  })
  .meta({ id: 'WebhookResume' });

/** Webhooks are listed by their ids, as API keys are. */
export const webhookPage = keyPage;
