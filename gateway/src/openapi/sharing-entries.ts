import { BASIS_NAMES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { digest, instant } from './entry-parts';

/** The entries that grants rest on, made with what every entry has. */
const common = { time: instant, commitment: digest };
const region = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1 alpha-2' });
const basis = z.enum(BASIS_NAMES);
const oneGrant = { ...common, grant: identifier };

/** What a grant of version 2 says beside. */
export const grantFacts = {
  version: z.literal(2).optional(),
  basis: basis.optional(),
  keepDays: z.int().min(0).optional(),
  region: region.optional(),
  reviewBy: z.string().optional(),
  consent: identifier.optional(),
  approval: identifier.optional(),
  standing: identifier.optional(),
};

export const consentGiven = z.strictObject({
  type: z.literal('consent.given'),
  ...common,
  consent: identifier,
  resource: identifier,
  subject: digest.meta({ description: "The data subject's pseudonym" }),
  text: digest.meta({ description: 'SHA-256 of the text that was shown' }),
  textVersion: z.string(),
  consumer: identifier.meta({ description: 'Whom it lets have the data' }).optional(),
  until: z.string().optional(),
});
export const consentWithdrawn = z.strictObject({ type: z.literal('consent.withdrawn'), ...common, consent: identifier });
export const crossingApproved = z.strictObject({
  type: z.literal('crossing.approved'),
  ...common,
  approval: identifier,
  resource: identifier,
  consumer: identifier,
  region,
  until: z.string(),
});
export const crossingWithdrawn = z.strictObject({ type: z.literal('crossing.withdrawn'), ...common, approval: identifier });
export const revocationProposed = z.strictObject({ type: z.literal('grant.revocation-proposed'), ...oneGrant });
export const revocationCountersigned = z.strictObject({ type: z.literal('grant.revocation-countersigned'), ...oneGrant });
export const deletionAttested = z.strictObject({ type: z.literal('grant.deletion-attested'), ...oneGrant });
export const grantReviewed = z.strictObject({ type: z.literal('grant.reviewed'), ...oneGrant, upheld: z.boolean() });
export const requestMade = z.strictObject({
  type: z.literal('request.made'),
  ...common,
  request: identifier,
  resource: identifier,
  consumer: identifier,
  basis,
});
export const requestAnswered = z.strictObject({
  type: z.literal('request.answered'),
  ...common,
  request: identifier,
  grant: identifier.optional(),
});
export const requestEscalated = z.strictObject({ type: z.literal('request.escalated'), ...common, request: identifier });
export const standingOpened = z.strictObject({
  type: z.literal('standing.opened'),
  ...common,
  standing: identifier,
  resource: identifier,
  provider: identifier,
  consumer: identifier,
  days: z.int().min(1),
  until: z.string(),
  basis,
  keepDays: z.int().min(0),
});
export const standingClosed = z.strictObject({ type: z.literal('standing.closed'), ...common, standing: identifier });

export const sharingEntries = [
  consentGiven,
  consentWithdrawn,
  crossingApproved,
  crossingWithdrawn,
  revocationProposed,
  revocationCountersigned,
  deletionAttested,
  grantReviewed,
  requestMade,
  requestAnswered,
  requestEscalated,
  standingOpened,
  standingClosed,
] as const;
