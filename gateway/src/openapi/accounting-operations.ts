import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { accountingRequest } from '../routes/life-schemas';
import { identifier } from '../routes/schemas';
import { accountingFields } from './life-answers';
import type { Operation } from './operation';

const params = z.object({ id: identifier });
const codes: readonly ErrorCode[] = [
  'ACCOUNTING_UNBALANCED', 'CLAIM_UNKNOWN', 'CLAIM_STATE_WRONG', 'INVOICE_UNKNOWN', 'INVOICE_ERASED', 'MONEY_MALFORMED', 'NUMBER_MALFORMED',
  'ORGANISATION_UNKNOWN', 'TIME_MALFORMED',
]; // prettier-ignore
const entry = { subject: '管理费用', amount: '321.00' };
const document = {
  number: '记-1',
  postingDate: '2026-11-22',
  period: '2026-11',
  summary: '办公用品',
  entries: [
    { side: 'debit', ...entry },
    { side: 'credit', ...entry, subject: '银行存款' },
  ],
};
const examples = { example: { value: { invoice: '26440000000000000001', documents: [document] } } };

/** Booking fields of claimed invoices. */
export const accountingOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/claims/{id}/accounting',
    id: 'accountClaim',
    tag: 'reimbursement',
    summary: 'The booking fields of an invoice that the caller has claimed (电子凭证会计数据标准); nothing is written',
    access: 'claim.hold',
    params,
    body: { schema: accountingRequest, examples },
    answers: { 200: { description: 'The fields, by the names of the standard', schema: accountingFields } },
    codes,
  },
  {
    method: 'post',
    path: '/v1/claims/{id}/accounting/xbrl',
    id: 'accountClaimXbrl',
    tag: 'reimbursement',
    summary: 'The same fields as an XBRL 2.1 instance',
    access: 'claim.hold',
    params,
    body: { schema: accountingRequest, examples },
    answers: { 200: { description: 'An XBRL instance', type: 'application/xml', schema: z.string() } },
    codes,
  },
];
