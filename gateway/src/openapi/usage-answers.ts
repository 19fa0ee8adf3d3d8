import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { receipt } from './answers';
import { digest, sequence } from './entries';
import { auditEntry } from './grant-answers';

/** What the routes about usage receipts and copies answer. */
const next = z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' });

const usageReceipt = z
  .strictObject({
    receipt: auditEntry.extend({ grant: identifier }),
    ordinal: z.int().min(0).meta({ description: 'Place under its grant, from 0' }),
    status: z.enum(['consumer-missing', 'disputed', 'provider-missing', 'signed-by-both']),
    overdue: z.boolean(),
    proof: z.strictObject({ batch: z.int().min(0), index: z.int().min(0), path: z.array(digest) }).nullable(),
  })
  .meta({ id: 'UsageReceipt', description: 'docs/formats.md, Usage receipts' });
const batch = z
  .strictObject({
    grant: identifier,
    first: z.int().min(0),
    count: z.int().min(1),
    root: digest,
    provided: sequence,
    answer: z.enum(['acknowledged', 'disputed']).nullable(),
    answered: sequence.nullable(),
    providerReceipt: receipt,
    consumerReceipt: receipt.nullable(),
  })
  .meta({ id: 'ReceiptBatch' });
export const usageList = z
  .strictObject({ items: z.array(usageReceipt), batches: z.array(batch), next })
  .meta({ id: 'UsageList' });

export const halvesList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        grant: identifier,
        provider: identifier,
        consumer: identifier,
        receipts: z.int().min(0),
        provided: z.int().min(0),
        answered: z.int().min(0),
        disputed: z.int().min(0),
        missing: z.enum(['consumer', 'none', 'provider']),
        overdue: z.boolean(),
      }),
    ),
    next,
  })
  .meta({ id: 'ReceiptHalves' });

export const alertList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        grant: identifier,
        provider: identifier,
        consumer: identifier,
        kind: z.enum(['refusals', 'volume']),
        found: z.int().min(0),
        usual: z.int().min(0),
      }),
    ),
  })
  .meta({ id: 'UsageAlerts' });

export const tracedCopies = z
  .strictObject({
    items: z.array(
      z.strictObject({
        grant: identifier,
        consumer: identifier,
        pairs: z.int().min(0),
        fitting: z.int().min(0),
        deviations: z.number(),
        match: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'TracedCopies' });
