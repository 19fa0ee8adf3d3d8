import { CONTENT_KINDS, GRANT_RIGHTS, MAX_PARENTS, PROVENANCE_EVENTS, ROLES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { directoryEntries } from './directory-entries';
import { digest, instant, number } from './entry-parts';
import { lifeEntries } from './life-entries';
import { grantFacts, sharingEntries } from './sharing-entries';

export { digest, instant, number } from './entry-parts';

/** What the ledger's entries look like in answers. docs/formats.md, "Entries". */
export const sequence = z.int().min(0).meta({ description: 'Place in the ledger, and in the public log' });
export const contentName = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 with its name' });

const prefix = z.string().regex(/^[0-9]{5}$/);
const common = { time: instant, commitment: digest };

export const organisationRegistered = z.strictObject({
  type: z.literal('organisation.registered'),
  ...common,
  organisation: identifier,
  role: z.enum(ROLES),
  sandbox: z.boolean(),
  publicKey: z.string(),
  party: digest,
  taxpayer: digest.optional(),
  quota: z.int().min(1).optional(),
});
export const tillRegistered = z.strictObject({
  type: z.literal('till.registered'),
  ...common,
  till: identifier,
  seller: identifier,
});
const deviceSignature = z.string().meta({ description: "Ed25519 by the till's device key, base64" });
const keyId = z.string().regex(/^[0-9a-f]{16}$/);
export const tillKeyRegistered = z.strictObject({
  type: z.literal('till.key-registered'),
  ...common,
  till: identifier,
  key: z.string().meta({ description: 'Ed25519, 32 bytes, base64' }),
});
export const tillKeyRevoked = z.strictObject({ type: z.literal('till.key-revoked'), ...common, till: identifier });
export const outageClosed = z.strictObject({
  type: z.literal('outage.closed'),
  ...common,
  till: identifier,
  from: z.int().min(1),
  to: z.int().min(1),
  count: z.int().min(1),
  first: digest,
  last: digest,
  key: keyId,
  signature: deviceSignature,
  signedAt: instant,
});
export const delegationGranted = z.strictObject({
  type: z.literal('delegation.granted'),
  ...common,
  seller: identifier,
  agent: identifier,
});
export const delegationRevoked = delegationGranted.extend({ type: z.literal('delegation.revoked') });
export const rangeAllotted = z.strictObject({
  type: z.literal('range.allotted'),
  ...common,
  seller: identifier,
  prefix,
  from: z.int().min(1),
  to: z.int().min(1),
});
export const rangeAssigned = z.strictObject({
  type: z.literal('range.assigned'),
  ...common,
  till: identifier,
  prefix,
  from: z.int().min(1),
  to: z.int().min(1),
});
export const actRecorded = z.strictObject({
  type: z.literal('act.recorded'),
  ...common,
  act: z.string().meta({ example: 'api-key.created' }),
  subject: z.string(),
});
const owned = { resource: identifier, owner: identifier, controller: identifier };
export const resourceRegistered = z.strictObject({
  type: z.literal('resource.registered'),
  ...common,
  ...owned,
  personal: z.literal(true).optional(),
});
export const resourceTransferred = z.strictObject({ type: z.literal('resource.transferred'), ...common, ...owned });
export const grantGranted = z.strictObject({
  type: z.literal('grant.granted'),
  ...common,
  grant: identifier,
  resource: identifier,
  provider: identifier,
  consumer: identifier,
  right: z.enum(GRANT_RIGHTS),
  parent: identifier.optional(),
  from: z.string(),
  until: z.string(),
  ...grantFacts,
});
export const grantPaused = z.strictObject({ type: z.literal('grant.paused'), ...common, grant: identifier });
export const grantResumed = grantPaused.extend({ type: z.literal('grant.resumed') });
export const grantRevoked = grantPaused.extend({ type: z.literal('grant.revoked') });
export const auditSealed = z.strictObject({
  type: z.literal('audit.sealed'),
  ...common,
  first: z.int().min(0),
  count: z.int().min(1),
  root: digest,
});
export const statusSealed = z.strictObject({
  type: z.literal('status.sealed'),
  ...common,
  number: z.int().min(1),
  covers: z.int().min(0),
  changes: z.int().min(0),
  root: digest,
});
const receiptBatch = { ...common, grant: identifier, first: z.int().min(0), count: z.int().min(1), root: digest };
export const receiptProvided = z.strictObject({ type: z.literal('receipt.provided'), ...receiptBatch });
export const receiptAcknowledged = z.strictObject({ type: z.literal('receipt.acknowledged'), ...receiptBatch });
export const receiptDisputed = z.strictObject({ type: z.literal('receipt.disputed'), ...receiptBatch });
export const templateApproved = z.strictObject({
  type: z.literal('template.approved'),
  ...common,
  template: identifier,
  version: z.int().min(1),
  resource: identifier,
});
export const templateWithdrawn = z.strictObject({ type: z.literal('template.withdrawn'), ...common, template: identifier });
const exportOfRun = { ...common, grant: identifier, run: identifier, result: digest };
export const exportPermitted = z.strictObject({ type: z.literal('export.permitted'), ...exportOfRun });
export const exportRefused = z.strictObject({ type: z.literal('export.refused'), ...exportOfRun });
export const ledgerHandedOver = z.strictObject({
  type: z.literal('ledger.handed-over'),
  ...common,
  origin: z.string(),
  size: z.int().min(1),
  root: digest,
  lastBlock: digest,
});
export const ledgerTakenOver = z.strictObject({
  type: z.literal('ledger.taken-over'),
  ...common,
  pages: z.int().min(1),
  digest,
  erased: z.int().min(0),
});
export const invoiceIssued = z
  .strictObject({
    type: z.literal('invoice.issued'),
    ...common,
    number,
    till: identifier,
    counter: z.int().min(1),
    previous: digest,
    reference: digest,
    offline: z
      .strictObject({ key: keyId, rules: z.string(), signature: deviceSignature, time: instant })
      .optional()
      .meta({ description: 'Of an invoice that its till issued without the network: what the till says of it' }),
  })
  .meta({ id: 'InvoiceEntry' });

export const provenanceRegistered = z.strictObject({
  type: z.literal('provenance.registered'),
  ...common,
  digest: contentName,
  kind: z.enum(CONTENT_KINDS),
  parents: z.array(contentName).max(MAX_PARENTS),
  registrant: identifier,
  signer: digest,
});
export const provenanceEvent = z.strictObject({
  type: z.literal('provenance.event'),
  ...common,
  digest: contentName,
  event: z.enum(PROVENANCE_EVENTS),
  organisation: identifier,
  to: identifier.optional(),
});

/** Administrative entries, in the order of their definition. */
export const adminEntries = [
  organisationRegistered,
  tillRegistered,
  tillKeyRegistered,
  tillKeyRevoked,
  outageClosed,
  delegationGranted,
  delegationRevoked,
  rangeAllotted,
  rangeAssigned,
  actRecorded,
  provenanceRegistered,
  provenanceEvent,
  resourceRegistered,
  resourceTransferred,
  grantGranted,
  grantPaused,
  grantResumed,
  grantRevoked,
  ...sharingEntries,
  auditSealed,
  statusSealed,
  ...directoryEntries,
  receiptProvided,
  receiptAcknowledged,
  receiptDisputed,
  templateApproved,
  templateWithdrawn,
  exportPermitted,
  exportRefused,
  ...lifeEntries,
  ledgerHandedOver,
  ledgerTakenOver,
] as const;

export const entryTypes = [...adminEntries, invoiceIssued].map((entry) => entry.shape.type.value);
