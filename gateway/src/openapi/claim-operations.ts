import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { invoiceStatus } from './life-answers';
import { claimRequest, handoverRequest } from '../routes/sale-schemas';
import { identifier, page, proofQuery } from '../routes/schemas';
import { invoiceDetail, offlineBundle } from './answers';
import { ISSUE_CODES } from './invoice-operations';
import type { Operation } from './operation';
import { claimAnswer, claimView, companyNamed, handover, handoverList } from './sale-answers';

const tag = 'claims';
const params = z.object({
  code: z.string().min(1).max(100).meta({ description: 'As printed; letter case, spaces and hyphens do not count' }),
});
const held = z.object({
  'holder-token': z.string().max(100).meta({ description: 'From the answer to the claim' }).optional(),
});
const CODE: readonly ErrorCode[] = ['CLAIM_CODE_WRONG', 'SALE_UNKNOWN'];
const HELD: readonly ErrorCode[] = [...CODE, 'HOLDER_TOKEN_INVALID', 'INVOICE_UNKNOWN'];

/** What whoever holds a receipt may do, without an account. */
export const claimOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/claim/{code}',
    id: 'readClaim',
    tag,
    summary: 'The sale behind the code of a receipt: seller, time, totals, state',
    access: 'open',
    params,
    answers: { 200: { description: 'The sale', schema: claimView } },
    codes: [...CODE, 'SALE_ERASED'],
  },
  {
    method: 'post',
    path: '/v1/claim/{code}',
    id: 'claimInvoice',
    tag,
    summary: 'Have the invoice of a sale issued to a title; one invoice, however many ask. SALE_INVOICED shows the one there is',
    access: 'open',
    params,
    body: {
      schema: claimRequest,
      examples: {
        company: { value: { buyer: { name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' } } },
        person: { value: { buyer: { name: '张三' } } },
      },
    },
    answers: {
      201: { description: 'Issued', schema: claimAnswer },
      200: { description: 'The same title again: the same invoice', schema: claimAnswer },
    },
    codes: [
      ...CODE,
      ...ISSUE_CODES.filter((code) => code !== 'INVOICE_CONFLICT'),
      'SALE_INVOICED', 'SALE_UNPAID', 'SALE_EXPIRED', 'SALE_CANCELLED', 'SALE_ERASED', 'INVOICE_ERASED',
    ], // prettier-ignore
  },
  {
    method: 'get',
    path: '/v1/claim/{code}/invoice',
    id: 'readClaimedInvoice',
    tag,
    summary: 'The invoice with its content, for its holder',
    access: 'open',
    params,
    headers: held,
    answers: { 200: { description: 'The invoice', schema: invoiceDetail } },
    codes: HELD,
  },
  {
    method: 'get',
    path: '/v1/claim/{code}/status',
    id: 'readClaimedStatus',
    tag,
    summary: 'Where the invoice stands now, for its holder',
    access: 'open',
    params,
    headers: held,
    answers: { 200: { description: 'The status', schema: invoiceStatus } },
    codes: [...HELD, 'LIFE_MOVED'],
  },
  {
    method: 'get',
    path: '/v1/claim/{code}/proof',
    id: 'readClaimedProof',
    tag,
    summary: 'The offline bundle, for its holder',
    access: 'open',
    params,
    headers: held,
    query: proofQuery,
    answers: { 200: { description: 'The bundle', schema: offlineBundle } },
    codes: [...HELD, 'COMMIT_UNATTESTED', 'INVOICE_ERASED', 'PROOF_PENDING'],
  },
  {
    method: 'get',
    path: '/v1/claim/{code}/pdf',
    id: 'readClaimedPdf',
    tag,
    summary: 'The signed PDF, for its holder',
    access: 'open',
    params,
    headers: held,
    answers: { 200: { description: 'PDF 1.7', type: 'application/pdf', schema: z.string().meta({ format: 'binary' }) } },
    codes: [...HELD, 'INVOICE_ERASED', 'PROOF_PENDING', 'QUEUE_FULL', 'DEADLINE_EXCEEDED'],
  },
  {
    method: 'post',
    path: '/v1/claim/{code}/hand-over',
    id: 'handOverInvoice',
    tag,
    summary: 'Hand the invoice to a company, which sees it from then on and may reserve it; with the holder token',
    access: 'open',
    params,
    headers: held,
    body: { schema: handoverRequest, examples: { company: { value: { company: 'demo-company' } } } },
    answers: { 201: { description: 'Handed over', schema: handover } },
    codes: [...HELD, 'ORGANISATION_UNKNOWN'],
  },
  {
    method: 'get',
    path: '/v1/claim/{code}/companies/{company}',
    id: 'readCompanyName',
    tag,
    summary: 'Name of a company before the invoice is handed to it; with the holder token',
    access: 'open',
    params: z.object({ ...params.shape, company: identifier }),
    headers: held,
    answers: { 200: { description: 'The company', schema: companyNamed } },
    codes: [...HELD, 'ORGANISATION_UNKNOWN'],
  },
  {
    method: 'get',
    path: '/v1/handovers',
    id: 'listHandovers',
    tag,
    summary: 'Invoices that people have handed to the own company, newest first',
    access: 'claim.hold',
    query: page,
    answers: { 200: { description: 'A page', schema: handoverList } },
    codes: ['CURSOR_INVALID'],
  },
];
