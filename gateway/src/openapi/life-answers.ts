import { AXIS_STATES, CORRECTION_REASONS } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { digest, instant, number } from './entry-parts';

/** What the routes about an invoice's life answer. */
const amount = z.string().regex(/^-?[0-9]{1,18}(?:\.[0-9]{1,2})?$/);
const events = z
  .array(z.strictObject({ sequence: z.int().min(0), type: z.string(), time: instant, event: z.string().optional() }))
  .meta({ description: 'What was done, newest first, 100 at most' });

export const invoiceStatus = z
  .strictObject({
    invoice: number,
    asOf: instant,
    document: z.enum(AXIS_STATES.document),
    correction: z.enum(AXIS_STATES.correction),
    use: z.enum(AXIS_STATES.use),
    booking: z.enum(AXIS_STATES.booking),
    claim: z.enum(AXIS_STATES.claim),
    pledge: z.enum(AXIS_STATES.pledge),
    clawbackDue: z.boolean(),
    lastCorrection: identifier.nullable(),
    left: amount.nullable().meta({ description: 'What of it nobody holds or took back; null when its content was erased' }),
  })
  .meta({ id: 'InvoiceStatus', description: 'Where an invoice stands, axis by axis. docs/life.md' });

export const correctionDetail = z
  .strictObject({
    correction: identifier,
    invoice: number,
    seller: identifier,
    by: z.enum(['buyer', 'seller']),
    reason: z.enum(Object.keys(CORRECTION_REASONS)),
    status: z.enum(AXIS_STATES.correction),
    meaning: z.strictObject({ en: z.string(), zh: z.string() }).nullable(),
    until: instant.nullable(),
    red: number.nullable().meta({ description: 'The red invoice, once it is issued' }),
    lines: z.array(z.strictObject({ line: z.int().min(1), net: amount, tax: amount.optional() })).nullable(),
    events,
  })
  .meta({ id: 'Correction', description: 'A red-letter confirmation (红字信息确认单)' });

export const claimDetail = z
  .strictObject({
    claim: identifier,
    status: z.enum(['reserved', 'expired', 'released', 'settled']),
    until: instant,
    fence: z.int().min(1),
    invoices: z.array(z.strictObject({ invoice: number, amount, currency: z.string() })).nullable(),
    clawbackDue: z.boolean().meta({ description: 'True when more was settled than a later red letter left' }),
    events,
  })
  .meta({ id: 'Reservation' });

export const pledgeDetail = z
  .strictObject({ pledge: identifier, invoice: number, status: z.enum(['pledged', 'released']), events })
  .meta({ id: 'Pledge' });

export const ruleSet = z
  .strictObject({ version: z.string(), digest, text: z.string() })
  .meta({ id: 'RuleSet', description: 'A rule set of the ledger; the digest is the SHA-256 of the text' });

const next = z.string().nullable();
export const claimList = z.strictObject({ items: z.array(claimDetail), next }).meta({ id: 'ReservationList' });
export const correctionList = z.strictObject({ items: z.array(correctionDetail), next }).meta({ id: 'CorrectionList' });
export const pledgeList = z.strictObject({ items: z.array(pledgeDetail), next }).meta({ id: 'PledgeList' });

const side = z.enum(['借方', '贷方']);
const recordedEntry = z.strictObject({
  DebitOrCredit: side,
  NameOfGeneralLedgerSubject: z.string(),
  NameOfSubsidiaryLedgerSubject: z.string().optional(),
  RecordedAmount: amount,
});
const recordedDocument = z.strictObject({
  NumberOfAccountingDocuments: z.string(),
  PostingDate: z.string(),
  AccountingPeriod: z.string(),
  SummaryOfAccountingDocuments: z.string(),
  InformationOfDebitAndCreditEntryTuple: z.array(recordedEntry),
});
export const accountingFields = z
  .strictObject({
    InvoiceNumber: number,
    UnifiedSocialCreditCodeOfAccountingEntity: z.string(),
    NameOfAccountingEntity: z.string(),
    WhetherInvoiceHasBeenChecked: z.boolean(),
    WhetherInvoiceHasBeenBooked: z.boolean().meta({ description: 'Booking 02 to 05' }),
    WhetherInvoiceHasBeenPaid: z.boolean().meta({ description: 'The claim is settled' }),
    WhetherInvoiceHasBeenDeducted: z.boolean(),
    TaxPeriodOfInvoiceDeduction: z.string().optional(),
    InformationOfAccountingDocumentsTuple: z.array(recordedDocument),
  })
  .meta({ id: 'AccountingFields' });
