import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { invoiceAnswer } from './answers';
import { instant, number } from './entries';

/** The forms of what the routes of sales and claims answer. */
const amount = z.string().regex(/^-?[0-9]{1,18}(?:\.[0-9]{1,2})?$/);
const sum = z.string().regex(/^-?[0-9]+\.[0-9]{2}$/);
const totals = z.strictObject({ net: amount, tax: amount, gross: amount });
const id = z.string().regex(/^[0-9a-f]{16}$/);
const day = z.iso.date();
const next = z.string().nullable();
const state = z.enum(['unpaid', 'open', 'invoiced', 'expired', 'cancelled']);
const invoiceOfSale = z.strictObject({ number, issuedAt: instant }).nullable();
const erased = 'null when the content was erased';

export const sale = z
  .strictObject({
    id,
    state,
    refunded: z.enum(['none', 'part', 'whole']),
    seller: identifier,
    till: identifier,
    day,
    orderReference: z.string().nullable().meta({ description: erased }),
    payment: z
      .strictObject({ reference: z.string(), method: z.string().optional(), paidAt: z.string().optional() })
      .nullable()
      .meta({ description: 'Null while it is not paid, and when the content was erased' }),
    lines: z
      .array(z.looseObject({ name: z.string(), net: amount }))
      .nullable()
      .meta({ description: erased }),
    totals,
    soldAt: z.string().nullable().meta({ description: erased }),
    createdAt: instant,
    expiresAt: instant,
    code: z.string().nullable().meta({ description: 'The claim code in groups of four', example: 'K7QM-3F9T-XW2B-HC8D-5RPA' }),
    url: z.string().nullable().meta({ description: 'The claim page' }),
    qr: z.string().nullable().meta({ description: "Text of the receipt's QR code: the same address" }),
    invoice: invoiceOfSale,
  })
  .meta({ id: 'Sale' });
export const saleList = z.strictObject({ items: z.array(sale), next });

export const saleSummary = z
  .strictObject({
    day,
    till: identifier.nullable(),
    sums: z.array(z.strictObject({ state, count: z.int().min(0), net: sum, tax: sum, gross: sum })),
    complete: z.boolean().meta({ description: 'False when there are more than 100,000 sales: the first ones were added up' }),
  })
  .meta({ id: 'SaleSummary' });

const companyName = z.string().meta({ description: 'Of the company, as registered' });
export const companyNamed = z.strictObject({ company: identifier, name: companyName }).meta({ id: 'CompanyNamed' });
export const handover = z
  .strictObject({ invoice: number, company: identifier, name: companyName, handedAt: instant })
  .meta({ id: 'Handover', description: 'An invoice that its holder handed to a company' });
export const handoverList = z.strictObject({ items: z.array(handover), next });

export const coverage = z
  .strictObject({
    day,
    channels: z.array(z.strictObject({ till: identifier, invoices: z.int().min(0), withPayment: z.int().min(0) })),
    flagged: z.array(number).meta({ description: 'Invoices that are not bound to a payment; 100 at most' }),
    complete: z.boolean().meta({ description: 'False when the day has more than 5,000 invoices: the last ones were looked at' }),
  })
  .meta({ id: 'Coverage', description: 'What of the invoices of a day rests on a registered payment, till by till' });

export const refund = z
  .strictObject({
    id,
    sale: id,
    state: z
      .enum(['prepared', 'not-needed'])
      .meta({ description: 'prepared: to be red-lettered; not-needed: the sale was cancelled before it was invoiced' }),
    invoice: number.nullable(),
    day,
    createdAt: instant,
    gross: amount,
    refundReference: z.string().nullable().meta({ description: erased }),
    reason: z.string().nullable().meta({ description: erased }),
    lines: z
      .array(z.strictObject({ line: z.int().min(1), net: amount, tax: amount.optional() }))
      .nullable()
      .meta({ description: erased }),
    totals: totals.nullable().meta({ description: erased }),
  })
  .meta({ id: 'Refund' });
export const refundList = z.strictObject({ items: z.array(refund), next });
export const saleErasure = z.strictObject({ erased: id });

export const claimView = z
  .strictObject({
    state,
    seller: z.strictObject({ name: z.string(), taxId: z.string().optional() }),
    soldAt: z.string(),
    expiresAt: instant,
    kind: z.enum(['ordinary', 'special']),
    currency: z.string(),
    totals,
    test: z.boolean(),
    invoice: invoiceOfSale,
  })
  .meta({ id: 'ClaimView', description: 'What one needs to fill in a title; never a buyer' });

export const claimAnswer = z
  .strictObject({
    invoice: invoiceAnswer,
    holderToken: z
      .string()
      .regex(/^lph_[A-Za-z0-9_-]{43}$/)
      .meta({ description: 'Opens this invoice again, in the header Holder-Token' }),
    inbox: z.boolean().meta({ description: 'True when the buyer is a registered company, which finds the invoice by itself' }),
    links: z.strictObject({ invoice: z.string(), proof: z.string(), pdf: z.string() }),
  })
  .meta({ id: 'Claim' });
