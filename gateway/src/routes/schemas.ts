import { PROFILES, ROLES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';

/**
 * The forms of what the API takes. The OpenAPI document is made from these. An invoice request is read by the domain's own
 * parser, which the ledger uses too; a property test holds its schema here and that parser equal.
 */
export const identifier = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export const reason = z.string().min(1).max(500);
const decimal = (decimals: number): z.ZodString =>
  z.string().regex(new RegExp(`^(?!-0(?:\\.0+)?$)-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,${String(decimals)}})?$`));
const money = decimal(2);
const text = (most: number): z.ZodString => z.string().min(1).max(most);
const rate = decimal(6);

export const party = z.strictObject({
  name: text(300),
  taxId: text(50).optional(),
  address: text(300).optional(),
  phone: text(50).optional(),
  bank: text(300).optional(),
  account: text(300).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

export const invoiceLine = z.strictObject({
  name: text(300),
  classification: text(50).optional(),
  specification: text(300).optional(),
  unit: text(50).optional(),
  quantity: decimal(13).optional(),
  unitPrice: decimal(13).optional(),
  baseQuantity: decimal(13).optional(),
  allowance: money.optional(),
  charge: money.optional(),
  net: money,
  taxCategory: z.enum(['standard', 'levy', 'exempt', 'untaxed', 'S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B']).optional(),
  rate: rate.optional(),
  tax: money.optional(),
});

export const totals = z.strictObject({
  net: money,
  tax: money,
  gross: money,
  lines: money.optional(),
  allowances: money.optional(),
  charges: money.optional(),
  prepaid: money.optional(),
  rounding: money.optional(),
  payable: money.optional(),
});

const taxCategory = invoiceLine.shape.taxCategory.unwrap();

export const invoiceRequest = z.strictObject({
  profile: z.enum(PROFILES).optional(),
  kind: z.enum(['ordinary', 'special']).optional(),
  till: identifier,
  orderReference: text(100),
  number: z
    .string()
    .regex(/^\d{20}$/)
    .optional(),
  soldAt: z.iso.datetime().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  seller: z.strictObject({ name: text(300).optional(), taxId: text(50).optional() }).optional(),
  buyer: party.optional(),
  lines: z.array(invoiceLine).min(1).max(2000),
  adjustments: z
    .array(
      z.strictObject({ charge: z.boolean(), amount: money, taxCategory, rate: rate.optional(), reason: text(300).optional() }),
    )
    .max(100)
    .optional(),
  taxBreakdown: z
    .array(z.strictObject({ taxCategory, rate: rate.optional(), base: money, tax: money }))
    .max(100)
    .optional(),
  totals,
  note: text(1000).optional(),
});

export const organisationRegistration = z.strictObject({
  organisation: identifier,
  role: z.enum(ROLES),
  sandbox: z.boolean().default(false),
  party,
  quota: z.int().min(1).max(1_000_000_000_000).optional(),
  reason,
});

export const tillRegistration = z.strictObject({ till: identifier, seller: identifier, reason });

export const rangeAllotment = z.strictObject({
  seller: identifier,
  prefix: z.string().regex(/^\d{5}$/),
  from: z.int().min(1).max(999_999_999_999_999),
  to: z.int().min(1).max(999_999_999_999_999),
  reason,
});

export const rangeAssignment = z.strictObject({
  till: identifier,
  prefix: z.string().regex(/^\d{5}$/),
  from: z.int().min(1).max(999_999_999_999_999),
  to: z.int().min(1).max(999_999_999_999_999),
  reason,
});

export const delegation = z.strictObject({ agent: identifier, reason });
export const apiKeyRequest = z.strictObject({ organisation: identifier, label: text(100), reason });
export const reasonOnly = z.strictObject({ reason });

const facts = z.strictObject({ number: z.string().regex(/^\d{20}$/), date: z.iso.date(), total: money });
const qr = z.strictObject({ qr: text(200) });
const bundle = z.strictObject({ bundle: z.looseObject({}) });
export const MAX_VERIFICATIONS = 1000;
export const verificationItem = z.union([facts, qr, bundle]);
export const verification = z.union([
  verificationItem,
  z.strictObject({ items: z.array(verificationItem).min(1).max(MAX_VERIFICATIONS) }),
]);

export const PAGE_LIMIT = 500;
export const page = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(100),
});
