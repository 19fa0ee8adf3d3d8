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
import { dataPage } from './grant-schemas';
import { identifier, page, reason, text, time } from './schemas';

/** The forms of what the routes of the directory take. */
const DIVISION = /^[0-9]{6}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MAX_TAGS = 20;
const MAX_VERSION = 1_000_000;

const division = z
  .string()
  .regex(DIVISION)
  .meta({ description: 'Code of a division, six digits (GB/T 2260)', example: '110105' });
const version = z.int().min(1).max(MAX_VERSION).meta({ description: 'The next one when absent' }).optional();
const grade = z.union(DATA_GRADES.map((each) => z.literal(each)) as [z.ZodLiteral<1>, z.ZodLiteral<2>, z.ZodLiteral<3>, z.ZodLiteral<4>]); // prettier-ignore
const limit = page.shape.limit;

/** Names under /v1/catalogue that are no resources. */
export const RESERVED_NAMES: readonly string[] = [
  'dcat',
  'departments',
  'divisions',
  'duties',
  'entries',
  'feedback',
  'incomplete',
  'organisations',
  'schemas',
];

/** A page by ids: `after` is the last id of the page before. */
export const idPage = z.strictObject({
  after: z
    .string('CURSOR_INVALID')
    .regex(/^[a-z0-9-]{1,64}$/, 'CURSOR_INVALID')
    .meta({ description: '`next` of the page before' })
    .optional(),
  limit,
});

export const divisionRegistration = z
  .strictObject({ division, parent: division.optional(), name: text(100), reason })
  .meta({ id: 'DivisionRegistration' });

export const organisationPlacement = z
  .strictObject({ organisation: identifier, division, superior: identifier.optional(), reason })
  .meta({ id: 'OrganisationPlacement', description: 'Where an organisation belongs from now on' });

export const dutyAssignment = z
  .strictObject({
    duty: identifier,
    version,
    organisation: identifier,
    name: text(200),
    basis: text(1000).meta({ description: 'The law or document that gives the duty' }),
    reason,
  })
  .meta({ id: 'DutyAssignment' });

const tagList = z.array(text(40)).min(1).max(MAX_TAGS);
export const tagLists = z
  .strictObject({ technology: tagList, industry: tagList, management: tagList })
  .meta({ id: 'Tags', description: 'At least one of each family' });

const gradeAndClass = { grade, class: z.enum(DATA_CLASSES) };
export const publication = z
  .strictObject({
    entry: identifier,
    version,
    duty: identifier,
    steward: identifier.meta({ description: 'The owner when absent' }).optional(),
    title: text(200),
    description: text(2000).optional(),
    datum: text(200).meta({ description: 'Name of what the data says; each datum has one source' }),
    source: identifier.meta({ description: 'The entry that is the source of the datum, when this one holds a copy' }).optional(),
    ...gradeAndClass,
    openness: z.enum(OPENNESS),
    sector: z.enum(SECTORS),
    stage: z.enum(STAGES).default('shared'),
    tags: tagLists,
    schema: identifier.optional(),
    schemaVersion: z.int().min(1).max(MAX_VERSION).optional(),
    evidence: z.string().regex(DIGEST).meta({ description: 'SHA-256 of the document that proves title to the data' }).optional(),
    reason,
  })
  .meta({ id: 'CataloguePublication', description: 'Describe data under a duty; with the id of an entry, its next version' });

export const regrading = z
  .strictObject({ version: version.meta({ description: 'That of now when absent' }), ...gradeAndClass, reason })
  .meta({ id: 'Regrading', description: 'A looser grade or class holds when owner and bureau have both endorsed it' });

export const entryTransfer = z
  .strictObject({ duty: identifier, owner: identifier, steward: identifier.optional(), reason })
  .meta({ id: 'CatalogueTransfer' });

export const sharingApproval = z
  .strictObject({ consumer: identifier, right: z.enum(GRANT_RIGHTS), until: time, reason })
  .meta({ id: 'SharingApproval' });

export const resourcePlacement = z.strictObject({ entry: identifier, reason }).meta({ id: 'ResourcePlacement' });

export const feedbackGiven = z
  .strictObject({
    feedback: identifier.meta({ description: 'Name it to be able to repeat the request; made by us when absent' }).optional(),
    kind: z.enum(FEEDBACK_KINDS),
    text: text(2000),
    reason,
  })
  .meta({ id: 'Feedback' });

export const feedbackAnswer = z
  .strictObject({ outcome: z.enum(FEEDBACK_OUTCOMES), text: text(2000), reason })
  .meta({ id: 'FeedbackAnswer' });

export const entryQuery = page.extend({
  q: text(200).meta({ description: 'Words; all must occur' }).optional(),
  owner: identifier.optional(),
  duty: identifier.optional(),
  sector: z.enum(SECTORS).optional(),
  grade: z.enum(['1', '2', '3', '4']).optional(),
  class: z.enum(DATA_CLASSES).optional(),
  openness: z.enum(OPENNESS).optional(),
  stage: z.enum(STAGES).optional(),
  tag: text(40).optional(),
});

export const dutyQuery = idPage.extend({ organisation: identifier.optional() });
export const feedbackQuery = idPage.extend({
  status: z.enum(['open', 'answered', 'closed', 'overdue']).optional(),
  entry: identifier.optional(),
  owner: identifier.meta({ description: "Of the entry: feedback on this organisation's data" }).optional(),
});

export const schemaRegistration = z
  .strictObject({
    schema: identifier,
    version,
    document: z.record(z.string(), z.unknown()).meta({
      description: 'JSON Schema 2020-12 of a row as it is served, without patterns and without references out of it',
    }),
    reason,
  })
  .meta({ id: 'SchemaRegistration' });
export const schemaQuery = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9][0-9]{0,6}$/)
    .meta({ description: 'The newest when absent' })
    .optional(),
});

export const dcatImport = z
  .strictObject({
    catalogue: text(200).meta({ description: 'Name or address of the catalogue that the document comes from' }),
    defaults: z.strictObject({
      duty: identifier,
      ...gradeAndClass,
      openness: z.enum(OPENNESS),
      sector: z.enum(SECTORS),
      tags: tagLists,
    }),
    document: z
      .record(z.string(), z.unknown())
      .meta({ description: 'DCAT 3 in JSON-LD; contexts stand inside, none is fetched' }),
    reason,
  })
  .meta({ id: 'DcatImport', description: 'What a dataset does not say of itself, the defaults say' });

/** Rows of open data: as those under a grant. */
export const openRead = dataPage;

const method = z.enum(SUPERVISION_METHODS);

export const supervisionStatement = z
  .strictObject({
    authority: identifier.meta({ description: 'The bureau or an auditor' }),
    object: identifier.meta({ description: 'Any other organisation' }),
    method,
    intervalDays: z
      .int()
      .min(0)
      .max(MAX_SUPERVISION_DAYS)
      .meta({ description: 'Days from one look to the next, at most; 0 ends it' }),
    reason,
  })
  .meta({ id: 'SupervisionStatement' });

export const supervisionLook = z
  .strictObject({
    method,
    number: z.int().min(1).max(MAX_VERSION).meta({ description: 'Of the look; the next one when absent' }).optional(),
    finding: z.enum(SUPERVISION_FINDINGS).default('none').meta({ description: '`open`: something was found and is not settled' }),
    text: text(2000).meta({ description: 'What was looked at and seen; kept in the record' }).optional(),
    reason,
  })
  .meta({ id: 'SupervisionLook' });

/** Those of one organisation, if need be. */
export const supervisionQuery = page.extend({ object: identifier.optional() });
