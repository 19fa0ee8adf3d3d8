import { GRANT_RIGHTS, GRANT_STATUSES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { conditions, field } from '../routes/grant-schemas';
import { identifier } from '../routes/schemas';
import { receipt } from './answers';
import { digest, instant, sequence } from './entries';

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
      })
      .nullable()
      .meta({ description: 'For the controller and supervisors; null for others' }),
  })
  .meta({ id: 'Resource' });

const terms = z
  .strictObject({
    purpose: z.strictObject({ code: z.string(), text: z.string() }),
    fields: z.array(z.string()),
    rows: conditions,
    liability: z.string().nullable(),
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
  status: z.enum(GRANT_STATUSES).meta({ description: 'What was last done to it' }),
  effective: z
    .enum(['active', 'expired', 'paused', 'pending', 'revoked'])
    .meta({ description: 'What holds now, its term and the grants above it included' }),
  terms,
  grantedAt: instant,
  sequence,
};
export const grantList = z.strictObject({ items: z.array(z.strictObject(grantFields).meta({ id: 'GrantSummary' })), next });

const event = z.strictObject({
  sequence,
  type: z.enum(['grant.granted', 'grant.paused', 'grant.resumed', 'grant.revoked']),
  time: instant,
  who: z.looseObject({ key: z.string(), organisation: identifier }).nullable(),
  why: z.string().nullable(),
});
export const grantDetail = z
  .strictObject({ ...grantFields, events: z.array(event).meta({ description: 'Newest first' }) })
  .meta({ id: 'Grant' });

export const grantToken = z
  .strictObject({
    grant: identifier,
    token: z.string().meta({ description: 'Send it as `Authorization: Bearer`; it opens this grant only' }),
    expiresAt: instant,
  })
  .meta({ id: 'GrantToken' });

const auditEntry = z
  .strictObject({
    sequence: z.int().min(0),
    time: instant,
    previous: digest.meta({ description: 'Leaf hash of the entry before' }),
    event: z.enum(['check', 'read', 'stream', 'stream-end']),
    grant: identifier,
    resource: identifier.optional(),
    organisation: identifier,
    key: z.string(),
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
});
