import { checkTaxpayerId, ORIGINAL_TYPES, parseTime, PROFILES, ROLES, STATUS_AXIS_NAMES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { contentDigest } from './content-digest-schema';

/**
 * The forms of what the API takes. The OpenAPI document is made from these. An invoice request is read by the domain's own
 * parser, which the ledger uses too; a property test holds its schema here and that parser equal. A message that is one of
 * our codes is the code of the refusal.
 *
 * Patterns say [0-9] rather than \d: in other languages \d is more than ten digits, and the document is read there.
 */
const IDENTIFIER = /^[a-z][a-z0-9-]{1,39}$/;
const INVOICE_NUMBER = /^[0-9]{20}$/;
const NUMBER_PREFIX = /^[0-9]{5}$/;
const CURSOR = /^[0-9]{1,15}$/;
const CONTROL_FREE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;
const TIME =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?Z$/;
const MAX_SEQUENCE = 999_999_999_999_999;
const MAX_QUOTA = 1_000_000_000_000;

export const identifier = z.string().regex(IDENTIFIER).meta({ description: 'Id of an organisation or a till' });

/**
 * Text without control characters (tab and line ends may stand) and without lone surrogates. Its length is counted in UTF-16
 * units, as the ledger's parser does; JSON Schema, and so the document, counts code points.
 */
export const text = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(CONTROL_FREE)
    .refine((value) => value.length <= most)
    .refine((value) => value.isWellFormed(), 'TEXT_NOT_WELL_FORMED');

export const reason = text(500).meta({ description: 'Why; kept with the act' });

const decimal = (decimals: number): z.ZodString =>
  z
    .string('MONEY_MALFORMED')
    .regex(new RegExp(`^(?!-0(?:\\.0+)?$)-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,${String(decimals)}})?$`), 'MONEY_MALFORMED');
export const money = decimal(2);
const quantity = decimal(13);
const rate = decimal(6);

export const invoiceNumber = z.string().regex(INVOICE_NUMBER, 'NUMBER_MALFORMED');
export const time = z
  .string()
  .regex(TIME, 'TIME_MALFORMED')
  .refine((value) => parseTime(value) !== undefined, 'TIME_MALFORMED')
  .meta({ format: 'date-time', description: 'RFC 3339 in UTC, at most milliseconds' });

export const party = z
  .strictObject({
    name: text(300),
    taxId: text(50).optional(),
    address: text(300).optional(),
    phone: text(50).optional(),
    bank: text(300).optional(),
    account: text(300).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .meta({ description: 'ISO 3166-1 alpha-2; CN when absent' })
      .optional(),
  })
  .superRefine(({ taxId, country = 'CN' }, context) => {
    const verdict = taxId === undefined || country !== 'CN' ? 'valid' : checkTaxpayerId(taxId);
    if (verdict !== 'valid') {
      const message = verdict === 'malformed' ? 'TAXPAYER_ID_MALFORMED' : 'TAXPAYER_ID_CHECK';
      context.addIssue({ code: 'custom', path: ['taxId'], message });
    }
  })
  .meta({
    id: 'Party',
    description: 'A Chinese taxpayer id (country CN or absent) has the right check character (GB 32100-2015)',
  });

const totals = z
  .strictObject({
    net: money,
    tax: money,
    gross: money,
    lines: money.optional(),
    allowances: money.optional(),
    charges: money.optional(),
    prepaid: money.optional(),
    rounding: money.optional(),
    payable: money.optional(),
  })
  .meta({ id: 'Totals', description: 'Exactly the sums of the lines' });

const CN_CATEGORY = z.enum(['standard', 'levy', 'exempt', 'untaxed']);
const EN_CATEGORY = z.enum(['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B']);

const lineFields = {
  name: text(300),
  classification: text(50).optional(),
  specification: text(300).optional(),
  unit: text(50).optional(),
  quantity: quantity.optional(),
  unitPrice: quantity.optional(),
  baseQuantity: quantity.optional(),
  allowance: money.optional(),
  charge: money.optional(),
  net: money,
  rate: rate.optional(),
  tax: money.optional(),
};
const adjustmentFields = { charge: z.boolean(), amount: money, rate: rate.optional(), reason: text(300).optional() };
const breakdownFields = { rate: rate.optional(), base: money, tax: money };
const MAX_ROWS = 100;

const requestFields = {
  kind: z.enum(['ordinary', 'special']).optional(),
  till: identifier,
  orderReference: text(100).meta({ description: "The seller's own name for the sale: at most one invoice each" }),
  number: invoiceNumber.meta({ description: "Only to insist on the till's next number" }).optional(),
  soldAt: time.optional(),
  seller: z.strictObject({ name: text(300).optional(), taxId: text(50).optional() }).optional(),
  buyer: party.optional(),
  totals,
  note: text(1000).optional(),
  trade: z
    .strictObject({ order: contentDigest.optional(), payment: contentDigest.optional(), delivery: contentDigest.optional() })
    .refine((trade) => Object.keys(trade).length > 0)
    .meta({ description: 'Digests of what the sale rests on: the order, the record of the payment, the delivery note' })
    .optional(),
  corrects: z
    .strictObject({ correction: identifier, invoice: invoiceNumber })
    .meta({
      description: 'Of a red invoice: the confirmed correction that it carries out; red invoices are issued by themselves',
    })
    .optional(),
  original: z
    .strictObject({ digest: contentDigest, mediaType: z.enum(ORIGINAL_TYPES) })
    .meta({ description: 'The document that the request was read from, by its digest' })
    .optional(),
};

export const cnRequest = z
  .strictObject({
    profile: z.literal(PROFILES[0]).optional(),
    ...requestFields,
    currency: z.literal('CNY').optional(),
    lines: z
      .array(z.strictObject({ ...lineFields, taxCategory: CN_CATEGORY.optional() }))
      .min(1)
      .max(2000),
    adjustments: z
      .array(z.strictObject({ ...adjustmentFields, taxCategory: CN_CATEGORY }))
      .max(MAX_ROWS)
      .optional(),
    taxBreakdown: z
      .array(z.strictObject({ ...breakdownFields, taxCategory: CN_CATEGORY }))
      .max(MAX_ROWS)
      .optional(),
  })
  .meta({ id: 'InvoiceRequestCn', description: 'Profile cn: every line has its rate and its tax; no adjustments' });

const en16931Request = z
  .strictObject({
    profile: z.literal(PROFILES[1]),
    ...requestFields,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    lines: z
      .array(z.strictObject({ ...lineFields, taxCategory: EN_CATEGORY.optional() }))
      .min(1)
      .max(2000),
    adjustments: z
      .array(z.strictObject({ ...adjustmentFields, taxCategory: EN_CATEGORY }))
      .max(MAX_ROWS)
      .optional(),
    taxBreakdown: z
      .array(z.strictObject({ ...breakdownFields, taxCategory: EN_CATEGORY }))
      .max(MAX_ROWS)
      .optional(),
  })
  .meta({ id: 'InvoiceRequestEn16931', description: 'Profile en16931: tax stands in the breakdown, rates are percentages' });

export const invoiceRequest = z.union([cnRequest, en16931Request]).meta({ id: 'InvoiceRequest' });

export const organisationRegistration = z
  .strictObject({
    organisation: identifier,
    role: z.enum(ROLES),
    sandbox: z.boolean().default(false),
    party,
    quota: z.int().min(1).max(MAX_QUOTA).meta({ description: 'Numbers a year, for whoever sells' }).optional(),
    reason,
  })
  .meta({ id: 'OrganisationRegistration' });

export const tillRegistration = z.strictObject({ till: identifier, seller: identifier, reason }).meta({ id: 'TillRegistration' });

const rangeFields = {
  prefix: z.string().regex(NUMBER_PREFIX, 'RANGE_INVALID').meta({ description: 'Year (2 digits), region (2), channel (1)' }),
  from: z.int().min(1).max(MAX_SEQUENCE),
  to: z.int().min(1).max(MAX_SEQUENCE),
  reason,
};
export const rangeAllotment = z.strictObject({ seller: identifier, ...rangeFields }).meta({ id: 'RangeAllotment' });
export const rangeAssignment = z.strictObject({ till: identifier, ...rangeFields }).meta({ id: 'RangeAssignment' });

export const delegation = z.strictObject({ agent: identifier, reason }).meta({ id: 'Delegation' });
export const thumbprint = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({ description: "SHA-256 of a client certificate's DER in base64url (`x5t#S256` of RFC 8705)" });
export const apiKeyRequest = z
  .strictObject({
    organisation: identifier,
    label: text(100),
    certificate: thumbprint
      .meta({ description: 'The key is then taken over connections with this client certificate alone: `x5t#S256` of RFC 8705' })
      .optional(),
    reason,
  })
  .meta({ id: 'ApiKeyRequest' });
export const attestationPath = z.object({ number: invoiceNumber, sequence: z.string().regex(/^(?:0|[1-9][0-9]{0,14})$/) });
export const reasonOnly = z.strictObject({ reason }).meta({ id: 'Reason' });

const facts = z.strictObject({
  number: invoiceNumber,
  date: z.iso.date('TIME_MALFORMED').meta({ description: 'The date on the paper, in China' }),
  total: money,
});
const qr = z.strictObject({ qr: z.string().min(1).max(200).meta({ description: 'Text of the QR code on the paper' }) });
const bundle = z.strictObject({ bundle: z.looseObject({}).meta({ description: 'An offline bundle (*.lianpiao.json)' }) });
export const MAX_VERIFICATIONS = 1000;
const content = z.strictObject({ digest: contentDigest });
export const verificationItem = z.union([facts, qr, bundle, content]).meta({ id: 'VerificationItem' });
export const verificationList = z
  .strictObject({ items: z.array(verificationItem).min(1).max(MAX_VERIFICATIONS) })
  .meta({ id: 'VerificationList' });
export const verification = z.union([verificationItem, verificationList]).meta({ id: 'VerificationRequest' });

export const PAGE_LIMIT = 500;
const DEFAULT_PAGE = 100;
const limit = z
  .string()
  .regex(/^0*(?:[1-9][0-9]?|[1-4][0-9]{2}|500)$/)
  .transform(Number)
  .default(DEFAULT_PAGE)
  .meta({ type: 'integer', minimum: 1, maximum: PAGE_LIMIT, default: DEFAULT_PAGE, pattern: undefined });
const cursor = z.string('CURSOR_INVALID').regex(CURSOR, 'CURSOR_INVALID').meta({ description: '`next` of the page before' });

/** A page of a list: after the cursor that an earlier page named, at most `limit`. */
export const page = z.strictObject({ after: cursor.optional(), limit });
/** Tills, of one seller if need be. */
export const tillPage = page.extend({ seller: identifier.optional() });
/** API keys are listed by their ids. */
export const keyPage = z.strictObject({
  after: z
    .string('CURSOR_INVALID')
    .regex(/^[0-9a-f]{16}$/, 'CURSOR_INVALID')
    .optional(),
  limit,
});
/** Where a stream goes on; the header Last-Event-ID comes before it. */
export const streamStart = z.strictObject({ after: cursor.optional() });

const HIDEABLE = 'buyer|line|note|orderReference|totals|seller|adjustments|taxBreakdown';
/** Of every proof: whether evidence of the commit comes with it. */
export const commitQuery = {
  commit: z
    .enum(['true', 'false'])
    .meta({ description: 'Evidence of the commit with it or not; by default where other organisations attest' })
    .optional(),
};
export const commitOnly = z.strictObject(commitQuery);

const AXES = STATUS_AXIS_NAMES.join('|');

export const proofQuery = z.strictObject({
  hide: z
    .string()
    .regex(new RegExp(`^(?:${HIDEABLE})(?:,(?:${HIDEABLE}))*$`))
    .meta({ description: 'Fields to withhold: each leaves its digest, and the proof holds', example: 'buyer,line' })
    .optional(),
  ...commitQuery,
  status: z
    .string()
    .regex(new RegExp(`^(?:all|(?:${AXES})(?:,(?:${AXES}))*)$`))
    .meta({
      description: 'Axes of the status to show, or `all`: a proof of where the invoice stands comes along',
      example: 'document,claim',
    })
    .optional(),
});
