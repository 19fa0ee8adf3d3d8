import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { importQuery, pdfQuery } from '../routes/document-schemas';
import { number } from './entries';
import { documentCheck, importAnswer } from './import-answers';
import { ISSUE_CODES } from './invoice-operations';
import type { Operation } from './operation';

const tag = 'invoices';
const params = z.object({ number });
const XML = 'application/xml';
const CODES: readonly ErrorCode[] = ['INVOICE_UNKNOWN', 'NUMBER_MALFORMED', 'INVOICE_ERASED'];

const DOCUMENT_CODES: readonly ErrorCode[] = [
  ...ISSUE_CODES.filter((code) => code !== 'INVOICE_CONFLICT'),
  'DEADLINE_EXCEEDED', 'DOCUMENT_MALFORMED', 'DOCUMENT_RULES_BROKEN', 'DOCUMENT_UNSUPPORTED',
]; // prettier-ignore
export const UBL_OR_EINVOICE = {
  type: XML,
  schema: z.string().meta({ description: 'A UBL 2.1 Invoice or a Chinese EInvoice, UTF-8, at most 10 MiB' }),
};

/** The papers of an invoice. */
export const documentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/invoices/{number}/pdf',
    id: 'readPdf',
    tag,
    summary: 'The invoice as a signed PDF with its offline bundle inside; the same bytes each time',
    access: 'invoice.read',
    params,
    query: pdfQuery,
    answers: {
      200: { description: 'PDF 1.7', type: 'application/pdf', schema: z.string().meta({ format: 'binary' }) },
    },
    codes: [...CODES, 'PROOF_PENDING', 'QUEUE_FULL', 'DEADLINE_EXCEEDED'],
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/ubl',
    id: 'readUbl',
    tag,
    summary: 'The invoice as UBL 2.1 after EN 16931',
    access: 'invoice.read',
    params,
    answers: { 200: { description: 'A UBL Invoice', type: XML, schema: z.string() } },
    codes: CODES,
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/einvoice',
    id: 'readEInvoice',
    tag,
    summary: 'The invoice as Chinese EInvoice XML (profile cn)',
    access: 'invoice.read',
    params,
    answers: { 200: { description: 'An EInvoice', type: XML, schema: z.string() } },
    codes: [...CODES, 'DOCUMENT_UNSUPPORTED'],
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/original',
    id: 'readOriginal',
    tag,
    summary: 'The document that the invoice was issued from, byte for byte',
    access: 'invoice.read',
    params,
    answers: { 200: { description: 'The document', type: XML, schema: z.string() } },
    codes: [...CODES, 'ORIGINAL_UNKNOWN'],
  },
  {
    method: 'post',
    path: '/v1/invoices/import',
    id: 'importInvoice',
    tag,
    summary: 'Issue an invoice from a document of another system; the document is kept, encrypted',
    access: 'invoice.issue',
    query: importQuery,
    body: UBL_OR_EINVOICE,
    answers: {
      201: { description: 'Issued', schema: importAnswer },
      200: { description: 'The same document again: the first invoice', schema: importAnswer },
    },
    codes: [...DOCUMENT_CODES, 'INVOICE_CONFLICT'],
  },
  {
    method: 'post',
    path: '/v1/documents/check',
    id: 'checkDocument',
    tag,
    summary: 'Judge a document as importing would, and issue nothing',
    access: 'invoice.issue',
    query: importQuery,
    body: UBL_OR_EINVOICE,
    answers: { 200: { description: 'It keeps the rules', schema: documentCheck } },
    codes: DOCUMENT_CODES,
  },
];
