import { GRANT_RIGHTS, GRANT_STATUSES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { conditions, field, handling, recordConditions } from '../routes/grant-schemas';
import { identifier } from '../routes/schemas';
import { receipt } from './answers';
import { digest, instant, sequence } from './entries';
import { grantFacts } from './sharing-entries';

/** What the routes about resources, grants and data answer. */
const next = z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' });

const catalogueFields = {
  resource: identifier,
  owner: identifier,
  controller: identifier,
  title: z.string(),
  description: z.string().nullable(),
  fields: z.array(field),
  registeredAt: instant,
  sequence,
};
export const catalogueList = z.strictObject({
  items: z.array(z.strictObject(catalogueFields).meta({ id: 'CatalogueEntry' })),
  next,
});
export const resourceDetail = z
  .strictObject({
    ...catalogueFields,
    source: z
      .strictObject({
        connection: identifier,
        table: z.string().optional(),
        key: z.string().optional(),
        file: z.string().optional(),
        collection: z.string().optional(),
      })
      .nullable()
      .meta({ description: 'For the controller and supervisors; null for others' }),
  })
  .meta({ id: 'Resource' });

export const grantTerms = z
  .strictObject({
    purpose: z.strictObject({ code: z.string(), text: z.string() }),
    fields: z.array(z.string()),
    rows: conditions,
    liability: z.string().nullable(),
    handling,
    conditions: recordConditions.optional(),
  })
  .meta({ id: 'GrantTerms' });
const grantFields = {
  grant: identifier,
  resource: identifier,
  provider: identifier,
  consumer: identifier,
  right: z.enum(GRANT_RIGHTS),
  parent: identifier.nullable(),
  from: z.string(),
  until: z.string(),
  ...grantFacts,
  reviewed: z.boolean().optional(),
  revocation: z
    .strictObject({ by: z.enum(['consumer', 'provider']), signed: z.boolean() })
    .meta({ description: 'Who wants, or wanted, it to end, and whether the other side has signed' })
    .optional(),
  endedAt: instant.optional(),
  deletedAt: instant.optional(),
  status: z.enum(GRANT_STATUSES).meta({ description: 'What was last done to it' }),
  effective: z
    .enum(['active', 'expired', 'paused', 'pending', 'revoked', 'consent-withdrawn', 'not-approved'])
    .meta({ description: 'What holds now, its term and the grants above it included' }),
  terms: grantTerms,
  grantedAt: instant,
  sequence,
};
export const grantList = z.strictObject({ items: z.array(z.strictObject(grantFields).meta({ id: 'GrantSummary' })), next });

const event = z.strictObject({
  sequence,
  type: z.enum([
    'grant.granted',
    'grant.paused',
    'grant.resumed',
    'grant.revoked',
    'grant.revocation-proposed',
    'grant.revocation-countersigned',
    'grant.deletion-attested',
    'grant.reviewed',
  ]),
  time: instant,
  who: z.looseObject({ key: z.string(), organisation: identifier }).nullable(),
  why: z.string().nullable(),
});
export const grantDetail = z
  .strictObject({
    ...grantFields,
    policy: z.looseObject({}).meta({ description: 'ODRL 2.2' }),
    sentences: z.array(z.strictObject({ zh: z.string(), en: z.string() })).meta({ description: 'The policy in plain words' }),
    events: z.array(event).meta({ description: 'Newest first' }),
  })
  .meta({ id: 'Grant' });

export const grantToken = z
  .strictObject({
    grant: identifier,
    token: z.string().meta({ description: 'Send it as `Authorization: <tokenType> <token>`; it opens this grant only' }),
    tokenType: z.enum(['Bearer', 'DPoP']).meta({
      description: 'Bearer: it walks through the data once. DPoP: it is bound to the key of the proof (RFC 9449)',
    }),
    expiresAt: instant,
  })
  .meta({ id: 'GrantToken' });

export const auditEntry = z
  .strictObject({
    sequence: z.int().min(0),
    time: instant,
    previous: digest.meta({ description: 'Leaf hash of the entry before' }),
    event: z.enum(['check', 'inspect', 'life', 'open-read', 'probe', 'read', 'run', 'sharing', 'stream', 'stream-end']),
    grant: identifier.optional().meta({ description: 'Absent for `life` and `sharing`' }),
    change: z.string().optional().meta({ description: 'Of `life` and `sharing`: the change that was refused' }),
    subjects: z
      .array(z.string())
      .optional()
      .meta({ description: 'Of `life`: the id, or the invoices; of `sharing`: the names in the request' }),
    resource: identifier.optional(),
    organisation: z.string().meta({ description: '`*` for whoever read open data without credentials' }),
    key: z.string(),
    provider: identifier.optional(),
    result: digest.optional(),
    template: z.string().optional(),
    reason: z.string().optional(),
    purpose: z.string().optional(),
    fields: z.array(z.string()).optional(),
    query: digest,
    outcome: z.enum(['allowed', 'failed', 'refused']),
    code: z.string().optional(),
    rows: z.int().min(0).optional(),
    height: z.int().min(0).meta({ description: 'Entries of the ledger when the state of the grant was read' }),
    began: z.int().min(0).optional(),
  })
  .meta({ id: 'AuditEntry', description: 'docs/formats.md, Audit entries' });
const proof = z.strictObject({
  seal: sequence,
  index: z.int().min(0),
  path: z.array(digest),
});
const seal = z.strictObject({ sequence, first: z.int().min(0), count: z.int().min(1), root: digest, receipt });
export const auditList = z
  .strictObject({
    items: z.array(
      z.strictObject({ entry: auditEntry, proof: proof.nullable().meta({ description: 'null until the entry is sealed' }) }),
    ),
    seals: z.array(seal).meta({ description: 'The seals that the proofs name, with the receipts of the ledger' }),
    next,
  })
  .meta({ id: 'AuditList' });

export const checkAnswer = z.strictObject({
  grant: identifier,
  resource: identifier,
  fields: z.array(z.string()),
  allowed: z.literal(true),
});
export const rowPage = z.strictObject({
  items: z.array(z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]))),
  next,
  receipt: z
    .strictObject({ sequence: z.int().min(0), result: digest })
    .meta({ description: 'The audit entry that is the usage receipt, and the SHA-256 over each row as sent and a line feed' }),
});
