import {
  DATA_CLASSES,
  DATA_GRADES,
  FEEDBACK_KINDS,
  FEEDBACK_OUTCOMES,
  GRANT_RIGHTS,
  MAX_SUPERVISION_DAYS,
  OPENNESS,
  SECTORS,
  STAGES,
  SUPERVISION_FINDINGS,
  SUPERVISION_METHODS,
} from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { digest, instant } from './entry-parts';

/** What the ledger's entries of the directory look like in answers. docs/formats.md, "Entries". */
const common = { time: instant, commitment: digest };
export const divisionCode = z.string().regex(/^[0-9]{6}$/);
export const versionNumber = z.int().min(1);
export const gradeNumber = z.int().min(1).max(DATA_GRADES.length);

export const divisionRegistered = z.strictObject({
  type: z.literal('division.registered'),
  ...common,
  division: divisionCode,
  parent: divisionCode.optional(),
});
export const organisationPlaced = z.strictObject({
  type: z.literal('organisation.placed'),
  ...common,
  organisation: identifier,
  division: divisionCode,
  superior: identifier.optional(),
});
export const dutyAssigned = z.strictObject({
  type: z.literal('duty.assigned'),
  ...common,
  duty: identifier,
  version: versionNumber,
  organisation: identifier,
});
export const schemaRegistered = z.strictObject({
  type: z.literal('schema.registered'),
  ...common,
  schema: identifier,
  version: versionNumber,
  owner: identifier,
  digest,
});
export const cataloguePublished = z.strictObject({
  type: z.literal('catalogue.published'),
  ...common,
  entry: identifier,
  version: versionNumber,
  duty: identifier,
  owner: identifier,
  steward: identifier,
  datum: digest,
  source: identifier.optional(),
  grade: gradeNumber,
  class: z.enum(DATA_CLASSES),
  openness: z.enum(OPENNESS),
  sector: z.enum(SECTORS),
  stage: z.enum(STAGES),
  schema: identifier.optional(),
  schemaVersion: versionNumber.optional(),
  evidence: digest.optional(),
});
export const catalogueRegraded = z.strictObject({
  type: z.literal('catalogue.regraded'),
  ...common,
  entry: identifier,
  version: versionNumber,
  grade: gradeNumber,
  class: z.enum(DATA_CLASSES),
});
export const catalogueTransferred = z.strictObject({
  type: z.literal('catalogue.transferred'),
  ...common,
  entry: identifier,
  version: versionNumber,
  duty: identifier,
  owner: identifier,
  steward: identifier,
});
export const catalogueApproved = z.strictObject({
  type: z.literal('catalogue.approved'),
  ...common,
  entry: identifier,
  consumer: identifier,
  right: z.enum(GRANT_RIGHTS),
  until: z.string(),
});
export const cataloguePlaced = z.strictObject({
  type: z.literal('catalogue.placed'),
  ...common,
  resource: identifier,
  entry: identifier,
});
export const catalogueQuarantined = z.strictObject({
  type: z.literal('catalogue.quarantined'),
  ...common,
  resource: identifier,
  schema: identifier,
  version: versionNumber,
});
export const catalogueReleased = z.strictObject({ type: z.literal('catalogue.released'), ...common, resource: identifier });
export const feedbackGivenEntry = z.strictObject({
  type: z.literal('feedback.given'),
  ...common,
  feedback: identifier,
  entry: identifier,
  from: identifier,
  kind: z.enum(FEEDBACK_KINDS),
});
export const feedbackAnswered = z.strictObject({
  type: z.literal('feedback.answered'),
  ...common,
  feedback: identifier,
  outcome: z.enum(FEEDBACK_OUTCOMES),
});
export const feedbackClosed = z.strictObject({ type: z.literal('feedback.closed'), ...common, feedback: identifier });

export const supervisionStated = z.strictObject({
  type: z.literal('supervision.stated'),
  ...common,
  authority: identifier,
  object: identifier,
  method: z.enum(SUPERVISION_METHODS),
  intervalDays: z.int().min(0).max(MAX_SUPERVISION_DAYS),
});
export const supervisionLooked = z.strictObject({
  type: z.literal('supervision.looked'),
  ...common,
  authority: identifier,
  object: identifier,
  method: z.enum(SUPERVISION_METHODS),
  number: versionNumber,
  finding: z.enum(SUPERVISION_FINDINGS),
});

export const directoryEntries = [
  divisionRegistered,
  organisationPlaced,
  dutyAssigned,
  schemaRegistered,
  cataloguePublished,
  catalogueRegraded,
  catalogueTransferred,
  catalogueApproved,
  cataloguePlaced,
  catalogueQuarantined,
  catalogueReleased,
  feedbackGivenEntry,
  feedbackAnswered,
  feedbackClosed,
  supervisionStated,
  supervisionLooked,
] as const;
