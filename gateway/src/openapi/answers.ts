import {
  BUNDLE_MEDIA_TYPE,
  CHECK_IDS,
  COMMITTED_BUNDLE_MEDIA_TYPE,
  MAX_STATUS_PATH,
  STATUS_BUNDLE_MEDIA_TYPE,
  PROFILES,
  ROLES,
} from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier, thumbprint } from '../routes/schemas';
import { adminEntries, digest, entryTypes, instant, invoiceIssued, number, sequence } from './entries';
import { registration } from './registration-answer';

/** The forms of what the API answers: kept as exact as what it takes, and tested against a running instance. */
const amount = z.string().regex(/^-?[0-9]{1,18}(?:\.[0-9]{1,2})?$/);
export const next = z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' });

const totals = z.strictObject({
  allowances: amount.optional(),
  charges: amount.optional(),
  gross: amount,
  lines: amount.optional(),
  net: amount,
  payable: amount.optional(),
  prepaid: amount.optional(),
  rounding: amount.optional(),
  tax: amount,
});

export const receipt = z
  .strictObject({
    mediaType: z.literal('application/vnd.lianpiao.receipt.v1+json'),
    entry: z.string(),
    index: z.int().min(0),
    path: z.array(digest),
    block: z.string(),
    signature: z.strictObject({ algorithm: z.string(), keyId: z.string(), value: z.string() }),
  })
  .meta({ id: 'Receipt', description: "The ledger's signed word that the invoice is durable. docs/formats.md, Receipts" });

export const invoiceAnswer = z
  .strictObject({
    number,
    status: z.literal('issued'),
    issuedAt: instant,
    test: z.boolean().meta({ description: 'True for a sandbox organisation: it is no invoice' }),
    totals,
    qr: z.string().meta({ description: 'Text for the QR code on the paper (profile cn)' }).optional(),
    receipt,
    links: z.strictObject({ self: z.string(), proof: z.string() }),
  })
  .meta({ id: 'Invoice', description: 'The final answer: the same bytes for every repetition of the request' });

const summary = {
  number,
  seller: identifier,
  till: identifier,
  issuedAt: instant,
  currency: z
    .string()
    .regex(/^(?:[A-Z]{3})?$/)
    .meta({ description: 'Empty when the content was erased' }),
  gross: z
    .string()
    .regex(/^(?:-?[0-9]{1,18}(?:\.[0-9]{1,2})?)?$/)
    .meta({ description: 'Empty when the content was erased' }),
  test: z.boolean(),
  sequence,
};
export const invoiceList = z.strictObject({ items: z.array(z.strictObject(summary).meta({ id: 'InvoiceSummary' })), next });

export const foundInvoices = z.strictObject({
  items: z.array(
    z
      .strictObject({
        ...summary,
        sellerName: z.string().nullable().meta({ description: 'As registered' }),
        buyerTaxId: z.string().nullable(),
      })
      .meta({ id: 'FoundInvoice' }),
  ),
  next: next.meta({
    description: 'Pass it as `after` for the next page; null when all was searched. A page may be short, even empty',
  }),
  reached: instant.nullable().meta({ description: 'How far back the search has come, when it goes on' }),
});

const content = z.looseObject({
  header: z.strictObject({
    corrects: z
      .strictObject({ correction: identifier, invoice: number })
      .meta({ description: 'Of a red invoice: what it corrects' })
      .optional(),
    counter: z.int().min(1),
    currency: z.string(),
    issuedAt: instant,
    kind: z.enum(['ordinary', 'special']),
    number,
    previous: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    profile: z.enum(PROFILES),
    rules: z.string(),
    soldAt: z.string(),
    test: z.boolean(),
    till: identifier,
    type: z.literal('invoice'),
  }),
  seller: z.looseObject({ name: z.string() }),
  orderReference: z.string(),
  totals,
});
export const invoiceDetail = z
  .strictObject({
    ...summary,
    status: z.literal('issued'),
    content: content.nullable().meta({ description: 'Fields by name, lines as `line/1` and on; null when it was erased' }),
    entry: invoiceIssued,
    links: z.strictObject({ proof: z.string(), events: z.string() }),
  })
  .meta({ id: 'InvoiceDetail' });

export const invoiceEvents = z.strictObject({
  items: z.array(z.strictObject({ type: z.enum(['invoice.issued', 'invoice.content-erased']), time: instant, sequence })),
  next: z.null(),
});

const openField = z.strictObject({
  name: z.string(),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  value: z.unknown(),
});
const commitPlace = {
  block: z.int().min(0),
  transaction: z.int().min(0),
  id: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
};
const disclosedFields = z.array(z.union([openField, z.strictObject({ digest })]));

export const offlineBundle = z
  .strictObject({
    mediaType: z.enum([BUNDLE_MEDIA_TYPE, COMMITTED_BUNDLE_MEDIA_TYPE, STATUS_BUNDLE_MEDIA_TYPE]),
    entry: z.base64(),
    proof: z.string(),
    document: z.strictObject({ fields: disclosedFields }),
    anchors: z.array(z.strictObject({ chainId: z.int(), contract: z.string(), transaction: z.string(), block: z.int() })),
    commit: z
      .strictObject({ place: z.strictObject(commitPlace), proof: z.string() })
      .meta({ description: 'In version 2, and perhaps in 3: evidence that the entry was committed' })
      .optional(),
    status: z
      .strictObject({
        seal: z.looseObject({}),
        path: z.array(z.base64()).max(MAX_STATUS_PATH),
        fields: disclosedFields.optional(),
        other: z.strictObject({ key: digest, value: digest }).optional(),
      })
      .meta({ description: 'In version 3: where the invoice stands, and the bundle that seals it' })
      .optional(),
  })
  .meta({ id: 'Bundle', description: 'All that an offline verifier needs. docs/formats.md, Offline bundle' });

export const erasure = z.strictObject({ erased: number, sequence });

/** An administrative entry as the answer to the request that made it. */
export const placed = (entry: (typeof adminEntries)[number]): z.ZodObject => entry.extend({ sequence });

const who = z.strictObject({ key: z.string(), organisation: identifier });
const actFields = {
  sequence,
  subject: z.string(),
  record: z
    .strictObject({ who, what: z.looseObject({ type: z.string() }), why: z.string() })
    .partial()
    .nullable()
    .meta({ description: 'Who, what and why, as far as they are no members of the entry; null when it was erased' }),
};
const act = z.union(adminEntries.map((entry) => entry.extend(actFields))).meta({ id: 'Act' });
export const actList = z.strictObject({ items: z.array(act), next });

export const organisation = z
  .strictObject({
    organisation: identifier,
    role: z.enum(ROLES),
    sandbox: z.boolean(),
    party: z.looseObject({ name: z.string() }).nullable(),
    quota: z.int().nullable(),
    allotted: z.record(z.string(), z.int()).meta({ description: 'Numbers allotted, by two-digit year' }),
  })
  .meta({ id: 'Organisation' });

const keyId = z.string().regex(/^[0-9a-f]{16}$/);
export const newApiKey = z
  .strictObject({
    id: keyId,
    organisation: identifier,
    role: z.enum(ROLES),
    label: z.string(),
    certificate: thumbprint.optional(),
    apiKey: z.string().meta({ description: 'Shown this once' }),
  })
  .meta({ id: 'NewApiKey' });
const apiKey = z.strictObject({
  id: keyId,
  organisation: identifier,
  role: z.enum(ROLES),
  label: z.string(),
  createdAt: z.int().meta({ description: 'Milliseconds since 1970' }),
  revokedAt: z.int().nullable(),
  certificate: thumbprint.nullable(),
});
export const apiKeyList = z.strictObject({ items: z.array(apiKey.meta({ id: 'ApiKey' })), next });
export const revocation = z.strictObject({ revoked: keyId });

const change = z
  .strictObject({
    cursor: z.string(),
    type: z.enum(entryTypes),
    time: instant,
    number: number.optional(),
    test: z.boolean().optional(),
    subject: z.string().meta({ description: 'Of what is no invoice: the id of what it is about' }).optional(),
  })
  .meta({ id: 'Change' });
export const changeList = z.strictObject({
  items: z.array(change),
  cursor: z.string().meta({ description: 'Where to go on: nothing is missed and nothing comes twice' }),
  more: z.boolean(),
});

const check = z.strictObject({
  id: z.enum(CHECK_IDS),
  ok: z.union([z.boolean(), z.literal('skipped')]),
  en: z.string(),
  zh: z.string(),
});
const bundleSummary = z.strictObject({
  type: z.string().optional(),
  time: z.string().optional(),
  number: z.string().optional(),
  issuedAt: z.string().optional(),
  currency: z.string().optional(),
  test: z.boolean().optional(),
  totals: z.unknown().optional(),
  provenance: z.looseObject({}).optional(),
  hidden: z.int().optional(),
  hiddenNames: z.array(z.string()).meta({ description: 'Hidden fields whose place leaves no doubt' }).optional(),
  commit: z.strictObject({ ...commitPlace, attestedBy: z.array(z.string()) }).optional(),
  erasure: z.looseObject({ attestedBy: z.array(z.string()) }).optional(),
});
export const verificationResult = z
  .strictObject({
    result: z.enum(['genuine', 'partly-red', 'wholly-red', 'test', 'registered', 'differing', 'unknown', 'invalid']),
    number: z.string().optional(),
    digest: z.string().meta({ description: 'Of a content' }).optional(),
    registration: registration.meta({ description: 'The first one of a content' }).optional(),
    differing: z.array(z.enum(['date', 'total'])).optional(),
    reason: z.string().optional(),
    checks: z.array(check).optional(),
    summary: bundleSummary.optional(),
  })
  .meta({ id: 'VerificationResult' });
export const verificationAnswer = z.union([
  verificationResult,
  z.strictObject({ items: z.array(verificationResult) }).meta({ id: 'VerificationResults' }),
]);

const part = { ready: z.boolean() };
export const readiness = z
  .strictObject({
    ready: z.boolean(),
    parts: z.strictObject({
      ledger: z.strictObject({ ...part, length: z.int() }),
      redis: z.strictObject(part),
      index: z.strictObject({ ...part, height: z.int() }),
      log: z.strictObject({ ...part, size: z.int() }),
      network: z.strictObject(part),
      workers: z.strictObject(part),
      disk: z.strictObject({ ...part, freeBytes: z.number() }),
    }),
  })
  .meta({ id: 'Readiness' });
