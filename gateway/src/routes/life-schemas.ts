import { CORRECTION_REASONS, MAX_CLAIM_INVOICES, TRANSITIONS, type CorrectionReason } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier, invoiceNumber, money, reason, text } from './schemas';

/** The forms of what the routes about an invoice's life take. */
const MAX_LINES = 2000;
const eventsOf = (axis: string): [string, ...string[]] =>
  [...new Set(TRANSITIONS.filter((row) => row.axis === axis).map(({ event }) => event))] as [string, ...string[]];

const id = identifier.meta({ description: 'Name it to be able to repeat the request; made by us when absent' }).optional();
const held = identifier
  .meta({ description: 'A claim of yours, where the invoice does not name you as its buyer; found when absent' })
  .optional();
const claim = identifier.meta({ description: 'A claim of yours, where the invoice does not name you as its buyer' }).optional();

export const correctionRequest = z
  .strictObject({
    correction: id,
    invoice: invoiceNumber,
    reasonCode: z
      .enum(Object.keys(CORRECTION_REASONS) as [CorrectionReason, ...CorrectionReason[]])
      .meta({ description: '01 invoice error, 02 sales return, 03 service stopped, 04 sales allowance' }),
    lines: z
      .array(z.strictObject({ line: z.int().min(1).max(MAX_LINES), net: money, tax: money.optional() }))
      .min(1)
      .max(MAX_LINES)
      .meta({ description: 'What is taken back of each line of the blue invoice, in its order; all that is left when absent' })
      .optional(),
    claim,
    reason,
  })
  .meta({ id: 'CorrectionRequest' });

export const correctionImport = z.strictObject({ reasonCode: correctionRequest.shape.reasonCode, claim });

export const correctionAnswer = z
  .strictObject({
    claim: held,
    reason,
  })
  .meta({ id: 'CorrectionAnswer' });
export const correctionVoid = z
  .strictObject({ event: z.enum(['void-abnormal', 'void-blocked', 'void-refund', 'refuse-as-person']), reason })
  .meta({ id: 'CorrectionVoid' });

const leaseSeconds = z
  .int()
  .min(1)
  .max(31_622_400)
  .meta({ description: 'At most what the rule set in force allows; a day, or that, when absent' });
export const reservationRequest = z
  .strictObject({
    claim: id,
    invoices: z
      .array(
        z.strictObject({
          invoice: invoiceNumber,
          amount: money,
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/)
            .default('CNY'),
          date: z.iso.date('TIME_MALFORMED').meta({ description: 'As on the paper, where it does not name you' }).optional(),
          total: money.optional(),
        }),
      )
      .min(1)
      .max(MAX_CLAIM_INVOICES)
      .refine((list) => new Set(list.map(({ invoice }) => invoice)).size === list.length),
    leaseSeconds: leaseSeconds.optional(),
    reason,
  })
  .meta({ id: 'ReservationRequest', description: 'All of these invoices are reserved, or none' });

const fence = z.int().min(1).meta({ description: 'The newest fencing token' });
export const claimEnd = z.strictObject({ fence, reason }).meta({ id: 'ClaimEnd' });
export const claimRenewal = z.strictObject({ fence, leaseSeconds: leaseSeconds.optional(), reason }).meta({ id: 'ClaimRenewal' });

export const useChange = z.strictObject({ event: z.enum(eventsOf('use')), claim: held, reason }).meta({ id: 'UseChange' });
export const bookingChange = z
  .strictObject({ event: z.enum(eventsOf('booking')), claim: held, reason })
  .meta({ id: 'BookingChange' });
export const pledgeRequest = z
  .strictObject({ pledge: id, invoice: invoiceNumber, financier: identifier, reason })
  .meta({ id: 'PledgeRequest' });
export const pledgeRelease = z
  .strictObject({ as: z.enum(['released', 'settled']).default('released'), reason })
  .meta({ id: 'PledgeRelease' });
export const rulesPublication = z
  .strictObject({
    version: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.[0-9]{1,3})?$/),
    confirmHours: z.int().min(1).max(8760),
    maxLeaseSeconds: leaseSeconds,
    maxClaims: z.int().min(1).max(1000),
    offlineHours: z.int().min(1).max(8760).optional(),
    reason,
  })
  .meta({ id: 'RulesPublication' });

export const cnRulesPublication = z
  .strictObject({
    version: rulesPublication.shape.version,
    rates: z
      .array(
        z.strictObject({
          category: z.enum(['standard', 'levy']),
          rate: z.string().regex(/^(?:0|0\.[0-9]{1,6}|1)$/),
          from: z.iso.date(),
          to: z.iso.date().optional(),
        }),
      )
      .min(1)
      .max(200),
    tolerance: money,
    reason,
  })
  .meta({ id: 'CnRulesPublication', description: 'Tax rates by their days, and what a line may be off by' });

const month = z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/, 'TIME_MALFORMED');
const accountingEntry = z.strictObject({
  side: z.enum(['debit', 'credit']),
  subject: text(100),
  subsidiary: text(100).optional(),
  amount: money,
});
const accountingDocument = z.strictObject({
  number: text(50),
  postingDate: z.iso.date('TIME_MALFORMED'),
  period: month,
  summary: text(200),
  entries: z.array(accountingEntry).min(2).max(100),
});
export const accountingRequest = z
  .strictObject({ invoice: invoiceNumber, documents: z.array(accountingDocument).max(20).default([]) })
  .meta({ id: 'AccountingRequest', description: 'An invoice of the claim, and the documents of the own books that record it' });
