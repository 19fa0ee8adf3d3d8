import { BASIS_NAMES, GRANT_RIGHTS, HOME_REGION, MAX_KEEP_DAYS, MODES, parseTime, PERIODS } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { COMPARISONS, FIELD_TYPES } from '../access/condition';
import { MAX_TOKEN_SECONDS } from '../access/grant-token';
import { LEVELS, MASKS } from '../access/handling';
import { identifier, page, reason, text } from './schemas';

/** The forms of what the routes about resources, grants and data take. As in schemas.ts, patterns say what other languages read alike. */
const FIELD_NAME = /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]{0,62}$/;
const FILE_NAME = /^[A-Za-z0-9_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff-]{0,99}\.(?:csv|jsonl|parquet)$/;
const PURPOSE = /^[a-z][a-z0-9-]{1,63}$/;
const TIME =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?Z$/;
const MAX_FIELDS = 200;
const MAX_CONDITIONS = 20;
const MAX_CHOICES = 100;
/** Of a filter in a query: percent-encoded, it has to fit into the headers of a request (16 KiB). */
const MAX_WHERE = 1500;

export const fieldName = z
  .string()
  .regex(FIELD_NAME)
  .meta({ description: 'Name of a field: a column of a table or of a CSV file' });
const time = z
  .string()
  .regex(TIME, 'TIME_MALFORMED')
  .refine((value) => parseTime(value) !== undefined, 'TIME_MALFORMED')
  .meta({ format: 'date-time', description: 'RFC 3339 in UTC' });

const distinct = (names: readonly string[]): boolean => new Set(names).size === names.length;

const scalar = z.union([text(1000), z.number(), z.boolean()]);
const comparison = z.strictObject({ field: fieldName, op: z.enum(COMPARISONS), value: scalar });
const choice = z.strictObject({ field: fieldName, op: z.literal('in'), value: z.array(scalar).min(1).max(MAX_CHOICES) });
export const condition = z
  .union([comparison, choice])
  .meta({ id: 'Condition', description: 'All conditions of a list must hold. docs/formats.md, Filters' });
export const conditions = z.array(condition).max(MAX_CONDITIONS);

export const field = z.strictObject({ name: fieldName, type: z.enum(FIELD_TYPES) });
const declaredField = z.strictObject({
  name: fieldName,
  type: z
    .enum(['text', 'number', 'boolean'])
    .default('text')
    .meta({ description: 'Of a CSV file only: a table knows its own types' }),
});
const source = z.union([
  z.strictObject({
    connection: identifier.meta({ description: 'Name that the operator gave a connection' }),
    table: fieldName,
    key: fieldName.meta({ description: 'Column with a unique index; rows come in its order' }),
  }),
  z.strictObject({ connection: identifier, file: z.string().regex(FILE_NAME) }),
  z.strictObject({ connection: identifier, collection: fieldName.meta({ description: 'Collection of an HTTP service' }) }),
]);

export const resourceRegistration = z
  .strictObject({
    resource: identifier,
    owner: identifier.meta({ description: 'The caller when absent' }).optional(),
    title: text(200),
    description: text(2000).optional(),
    source,
    personal: z.literal(true).meta({ description: 'It holds data on persons: access needs their consent' }).optional(),
    fields: z
      .array(declaredField)
      .min(1)
      .max(MAX_FIELDS)
      .refine((fields) => distinct(fields.map(({ name }) => name))),
    reason,
  })
  .meta({ id: 'ResourceRegistration' });

export const resourceTransfer = z
  .strictObject({ owner: identifier, controller: identifier, reason })
  .meta({ id: 'ResourceTransfer', description: 'Owner and controller from now on' });

export const handling = z
  .strictObject({
    level: z.enum(LEVELS).default('raw'),
    masks: z.record(fieldName, z.enum(MASKS)).default({}),
    marked: z.boolean().default(true).meta({ description: "Rows leave in an order that marks this consumer's copy" }),
  })
  .meta({ id: 'Handling', description: 'In which form data leaves. docs/formats.md, Handling' });

/** What a grant says that names no handling. */
export const MARKED_ROWS: z.output<typeof handling> = { level: 'raw', masks: {}, marked: true };

export const keepDays = z.int().min(0).max(MAX_KEEP_DAYS).meta({ description: 'Days that the data may be kept after the end' });
const region = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'Where the data is used: ISO 3166-1 alpha-2' });
/** What the record says; the contract checks that it is all there. */
export const recordConditions = z.strictObject({
  basis: z
    .looseObject({ kind: z.enum(BASIS_NAMES) })
    .catchall(text(500))
    .meta({ description: 'What the grant rests on, with what that kind requires: docs/formats.md, Conditions of grants' }),
  modes: z.array(z.enum(MODES)).min(1).max(MODES.length).refine(distinct),
  frequency: z
    .strictObject({ count: z.int().min(1).max(1_000_000_000), per: z.enum(PERIODS) })
    .nullable()
    .default(null),
});
const grantConditions = recordConditions
  .extend({ keepDays, region: region.default(HOME_REGION) })
  .meta({ id: 'GrantConditions' });

const fieldNames = z.array(fieldName).min(1).max(MAX_FIELDS).refine(distinct);
export const grantRequest = z
  .strictObject({
    grant: identifier.meta({ description: 'Name it to be able to repeat the request; made by us when absent' }).optional(),
    resource: identifier,
    consumer: identifier,
    right: z.enum(GRANT_RIGHTS).default('use'),
    parent: identifier.meta({ description: 'The `operate` grant that a sub-grant rests on' }).optional(),
    from: time.optional(),
    until: time,
    purpose: z.strictObject({ code: z.string().regex(PURPOSE), text: text(500) }),
    fields: fieldNames,
    rows: conditions.default([]),
    liability: text(2000).optional(),
    handling: handling.default(MARKED_ROWS),
    conditions: grantConditions.optional(),
    consent: identifier.meta({ description: 'Of the data subject: a resource on persons needs one' }).optional(),
    approval: identifier.meta({ description: "The bureau's, for use in another region" }).optional(),
    reason,
  })
  .meta({ id: 'GrantRequest' });

export const tokenRequest = z
  .strictObject({ seconds: z.int().min(1).max(MAX_TOKEN_SECONDS).default(300) })
  .meta({ id: 'GrantTokenRequest' });

export const grantPage = page.extend({ resource: identifier.optional() });
export const auditPage = page.extend({
  order: z.enum(['oldest', 'newest']).default('oldest').meta({ description: 'Which entries come first' }),
});

const FIELD_LIST = /^[A-Za-z0-9_\u4e00-\u9fff]{1,63}(?:,[A-Za-z0-9_\u4e00-\u9fff]{1,63}){0,199}$/;
const asked = {
  fields: z
    .string()
    .regex(FIELD_LIST)
    .meta({ description: 'Fields, with commas between; all that is granted when absent' })
    .optional(),
  where: z
    .string('FILTER_INVALID')
    .min(1, 'FILTER_INVALID')
    .max(MAX_WHERE, 'FILTER_INVALID')
    .meta({ description: 'A list of conditions as JSON text', example: '[{"field":"station","op":"eq","value":"S1"}]' })
    .optional(),
};
export const dataCheck = z.strictObject(asked);
export const dataStream = z.strictObject(asked);
export const dataPage = z.strictObject({
  ...asked,
  after: z
    .string('CURSOR_INVALID')
    .regex(/^[A-Za-z0-9_-]{1,2000}$/, 'CURSOR_INVALID')
    .meta({ description: '`next` of the page before' })
    .optional(),
  limit: page.shape.limit,
});
