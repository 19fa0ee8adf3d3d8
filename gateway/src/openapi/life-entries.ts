import { CORRECTION_REASONS, RULE_SETS, TRANSITIONS, type Axis, type CorrectionReason } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { digest, instant, number } from './entry-parts';

/** Entries about what becomes of an invoice. docs/formats.md, "Life". */
const common = { time: instant, commitment: digest };
const events = (axis: Axis): z.ZodEnum<Record<string, string>> =>
  z.enum([...new Set(TRANSITIONS.filter((row) => row.axis === axis).map(({ event }) => event))]);
const about = { invoice: number, seller: identifier };
const fence = z.int().min(1);
const rules = z.string().meta({ description: 'Version and digest of the rule set' });

export const useChanged = z.strictObject({ type: z.literal('use.changed'), ...common, ...about, event: events('use') });
export const bookingChanged = z.strictObject({
  type: z.literal('booking.changed'),
  ...common,
  ...about,
  event: events('booking'),
});
export const correctionRequested = z.strictObject({
  type: z.literal('correction.requested'),
  ...common,
  ...about,
  correction: identifier,
  event: events('correction'),
  reason: z.enum(Object.keys(CORRECTION_REASONS) as CorrectionReason[]),
  until: instant.optional(),
  rules,
});
export const correctionChanged = z.strictObject({
  type: z.literal('correction.changed'),
  ...common,
  correction: identifier,
  event: events('correction'),
  as: z.enum(['bureau', 'buyer', 'seller']),
});
export const correctionCompleted = z.strictObject({
  type: z.literal('correction.completed'),
  ...common,
  correction: identifier,
  red: number,
  event: events('document'),
  clawback: z.boolean(),
});
export const claimReserved = z.strictObject({
  type: z.literal('claim.reserved'),
  ...common,
  claim: identifier,
  invoices: z.array(z.strictObject(about)),
  holder: digest,
  until: instant,
  fence,
  rules,
});
export const claimChanged = z.strictObject({
  type: z.literal('claim.changed'),
  ...common,
  claim: identifier,
  event: events('claim'),
  fence,
  until: instant.optional(),
});
export const pledgeMade = z.strictObject({
  type: z.literal('pledge.made'),
  ...common,
  ...about,
  pledge: identifier,
  financier: digest,
});
export const pledgeReleased = z.strictObject({
  type: z.literal('pledge.released'),
  ...common,
  pledge: identifier,
  reason: z.enum(['released', 'settled']),
});
export const rulesPublished = z.strictObject({
  type: z.literal('rules.published'),
  ...common,
  set: z.enum(RULE_SETS),
  version: z.string(),
  digest,
  text: z.string(),
});

export const lifeEntries = [
  useChanged,
  bookingChanged,
  correctionRequested,
  correctionChanged,
  correctionCompleted,
  claimReserved,
  claimChanged,
  pledgeMade,
  pledgeReleased,
  rulesPublished,
] as const;
