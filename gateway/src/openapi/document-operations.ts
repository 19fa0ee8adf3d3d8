import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { pdfQuery } from '../routes/document-schemas';
import { number } from './entries';
import type { Operation } from './operation';

const tag = 'invoices';
const params = z.object({ number });
const XML = 'application/xml';
const CODES: readonly ErrorCode[] = ['INVOICE_UNKNOWN', 'NUMBER_MALFORMED', 'INVOICE_ERASED'];

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
];
