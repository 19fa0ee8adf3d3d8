import {
  CONTENT_KINDS,
  MAX_PARENTS,
  PROVENANCE_EVENTS,
  SOURCE_ALGORITHMS,
  STATEMENT_MEDIA_TYPE,
} from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { contentDigest } from './content-digest-schema';
import { commitQuery, identifier, page, reason } from './schemas';

/** The forms of what the API takes about contents; the statement is read by the domain's own parser, as the ledger does. */
const CONTROL_FREE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;
const SEQUENCE = /^[0-9]{1,15}$/;
const DEPTH = /^0*(?:[1-9]|[12][0-9]|3[0-2])$/;

export const contentPath = z.strictObject({ digest: contentDigest });

const text = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(CONTROL_FREE)
    .refine((value) => value.isWellFormed(), 'TEXT_NOT_WELL_FORMED');

const statement = z
  .strictObject({
    mediaType: z.literal(STATEMENT_MEDIA_TYPE),
    digest: contentDigest,
    kind: z.enum(CONTENT_KINDS),
    source: text(300).meta({ description: 'Who or what made it' }),
    method: text(300).meta({ description: 'How it was made' }),
    madeAt: z.string('TIME_MALFORMED').meta({ format: 'date-time', description: 'RFC 3339 in UTC, at most milliseconds' }),
    parents: z
      .array(contentDigest)
      .max(MAX_PARENTS)
      .meta({ description: 'What it was made from, all registered before; none twice' }),
  })
  .meta({
    id: 'ProvenanceStatement',
    description: 'What the source signs, as RFC 8785 text. docs/formats.md, Provenance statements',
  });

const signature = z
  .strictObject({
    algorithm: z.enum(SOURCE_ALGORITHMS),
    publicKey: z.string().max(200).meta({ description: 'SPKI (DER), base64' }),
    value: z.string().max(200).meta({ description: '64 bytes in base64; r ‖ s for ES256' }),
  })
  .meta({ id: 'SourceSignature' });

export const provenanceRegistration = z
  .strictObject({ statement, signature, description: text(2000).meta({ description: 'Kept private' }).optional() })
  .meta({ id: 'ProvenanceRegistration' });

export const provenanceEvent = z
  .strictObject({
    event: z.enum(PROVENANCE_EVENTS),
    to: identifier.meta({ description: 'Who gets the licence or the rights' }).optional(),
    terms: text(2000).meta({ description: 'Kept private' }).optional(),
    reason,
  })
  .meta({ id: 'ProvenanceEventRequest' });

export const provenanceErasure = z
  .strictObject({
    sequence: z.int().min(0).meta({ description: 'Which registration or event of the content' }),
    reason,
  })
  .meta({ id: 'ProvenanceErasure' });

export const lineageQuery = page.extend({
  direction: z.enum(['ancestors', 'descendants']),
  depth: z
    .string()
    .regex(DEPTH)
    .transform(Number)
    .default(1)
    .meta({ type: 'integer', minimum: 1, maximum: 32, default: 1, pattern: undefined }),
});

const HIDEABLE = 'who|why|statement|signature|description|terms';
export const provenanceProofQuery = z.strictObject({
  sequence: z
    .string()
    .regex(SEQUENCE)
    .meta({ description: 'Another registration of the content, or an event; the first registration when absent' })
    .optional(),
  hide: z
    .string()
    .regex(new RegExp(`^(?:${HIDEABLE})(?:,(?:${HIDEABLE}))*$`))
    .meta({ description: 'Fields to withhold beside those that the caller may not see', example: 'who,why' })
    .optional(),
  ...commitQuery,
});
