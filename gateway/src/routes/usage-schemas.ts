import { MAX_RECEIPTS, parseDigest } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier, page, reason, text } from './schemas';

/** The forms of what the routes about usage receipts and copies take. */
const MAX_ROWS = 2000;

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .refine((value) => parseDigest(value) !== undefined);

export const usagePage = page.extend({
  grant: identifier.optional(),
  reason: text(200).meta({ description: 'Of bureau and auditor: why they look; it is recorded' }).optional(),
});

export const halvesPage = z.strictObject({
  after: identifier.meta({ description: '`next` of the page before' }).optional(),
  limit: page.shape.limit,
});

export const receiptAnswer = z
  .strictObject({
    first: z.int().min(0),
    count: z.int().min(1).max(MAX_RECEIPTS),
    root: digest.meta({ description: "RFC 6962 root over the leaf hashes of the consumer's receipts" }),
    reason,
  })
  .meta({ id: 'ReceiptAnswer', description: 'docs/formats.md, Usage receipts' });

export const copySample = z
  .strictObject({
    rows: z.array(text(10_000)).min(2).max(MAX_ROWS).meta({ description: 'Rows as they were sent, in the order found' }),
  })
  .meta({ id: 'CopySample' });
