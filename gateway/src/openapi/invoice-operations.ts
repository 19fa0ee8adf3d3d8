import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { invoiceRequest, page, proofQuery, reasonOnly } from '../routes/schemas';
import {
  erasure,
  foundInvoices,
  invoiceAnswer,
  invoiceDetail,
  invoiceEvents,
  invoiceList,
  offlineBundle,
  receipt,
} from './answers';
import { invoiceSearch } from '../routes/search-schemas';
import { number } from './entries';
import { CN_INVOICE, EXAMPLES } from './examples';
import type { Operation } from './operation';

const NDJSON = 'application/x-ndjson';
const tag = 'invoices';
const params = z.object({ number });

/** What the ledger's rules may say to a request for an invoice. */
export const ISSUE_CODES: readonly ErrorCode[] = [
  'AMOUNT_SIGN_WRONG', 'CURRENCY_INVALID', 'DIGEST_MALFORMED', 'INVOICE_CONFLICT', 'LINE_AMOUNT_WRONG', 'LINE_TAX_WRONG', 'MONEY_MALFORMED',
  'NUMBER_MALFORMED', 'NUMBER_OUT_OF_RANGE', 'QUEUE_FULL', 'RANGE_EXHAUSTED', 'RATE_UNKNOWN', 'SELLER_MISMATCH',
  'TAXPAYER_ID_CHECK', 'TAXPAYER_ID_MALFORMED', 'TAX_BREAKDOWN_WRONG', 'TILL_NOT_YOURS', 'TILL_UNKNOWN', 'TIME_IN_FUTURE',
  'TIME_MALFORMED', 'TOTALS_WRONG',
]; // prettier-ignore
const READ_CODES: readonly ErrorCode[] = ['INVOICE_UNKNOWN', 'NUMBER_MALFORMED'];

export const invoiceOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/invoices',
    id: 'issueInvoice',
    tag,
    summary: 'Issue an invoice: one final answer, the same forever',
    access: 'invoice.issue',
    body: { schema: invoiceRequest, examples: EXAMPLES.invoice },
    answers: {
      201: { description: 'Issued', schema: invoiceAnswer },
      200: { description: 'The same request again: the first answer, byte for byte', schema: invoiceAnswer },
    },
    codes: ISSUE_CODES,
  },
  {
    method: 'post',
    path: '/v1/invoices/batch',
    id: 'issueBatch',
    tag,
    summary: 'Issue many: NDJSON in and out, a line an invoice, in order; a bad line fails alone',
    access: 'invoice.issue',
    body: {
      type: NDJSON,
      // Any bytes are taken: what is wrong with a line is said on the line that answers it.
      schema: z.unknown().meta({ description: 'One InvoiceRequest a line, at most 256 KiB each, at most 1,000,000 lines' }),
      examples: { one: { value: `${JSON.stringify(CN_INVOICE)}\n` } },
    },
    answers: {
      200: {
        description:
          'A line for every line: {"line", "status": 201 or 200, "invoice"} or {"line", "status", "error", "existing"?}; a last line with only "error" says that the rest was not taken',
        type: NDJSON,
        schema: z.string(),
      },
    },
    codes: ['BATCH_TOO_LONG', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/invoices',
    id: 'listInvoices',
    tag,
    summary: 'Invoices that the caller may see, in the order of the ledger',
    access: 'invoice.read',
    query: page,
    answers: { 200: { description: 'A page', schema: invoiceList } },
    codes: ['CURSOR_INVALID', 'DATABASE_UNAVAILABLE'],
  },
  {
    method: 'get',
    path: '/v1/invoices/search',
    id: 'searchInvoices',
    tag,
    summary: 'Search what the caller may see, newest first, by seller, buyer, day, number and total',
    access: 'invoice.read',
    query: invoiceSearch,
    answers: { 200: { description: 'A page', schema: foundInvoices } },
    codes: ['CURSOR_INVALID', 'MONEY_MALFORMED', 'NUMBER_MALFORMED', 'TEXT_NOT_WELL_FORMED', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}',
    id: 'readInvoice',
    tag,
    summary: 'An invoice with its content',
    access: 'invoice.read',
    params,
    answers: { 200: { description: 'The invoice', schema: invoiceDetail } },
    codes: READ_CODES,
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/receipt',
    id: 'readReceipt',
    tag,
    summary: "The ledger's signed receipt",
    access: 'invoice.read',
    params,
    answers: { 200: { description: 'The receipt', schema: receipt } },
    codes: READ_CODES,
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/events',
    id: 'readEvents',
    tag,
    summary: 'What happened to an invoice',
    access: 'invoice.read',
    params,
    answers: { 200: { description: 'Its history, oldest first', schema: invoiceEvents } },
    codes: READ_CODES,
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/proof',
    id: 'readProof',
    tag,
    summary: 'The offline bundle: everything a verifier needs, with fields withheld on request',
    access: 'invoice.read',
    params,
    query: proofQuery,
    answers: { 200: { description: 'The bundle', schema: offlineBundle } },
    codes: [...READ_CODES, 'COMMIT_UNATTESTED', 'INVOICE_ERASED', 'PROOF_PENDING'],
  },
  {
    method: 'delete',
    path: '/v1/invoices/{number}/content',
    id: 'eraseContent',
    tag,
    summary: "Erase an invoice's content for good; its entry and every proof stay",
    access: 'invoice.erase',
    params,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: 'Erased', schema: erasure } },
    codes: [...READ_CODES, 'INVOICE_ERASED', 'QUEUE_FULL'],
  },
];
