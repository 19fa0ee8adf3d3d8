import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { copySample, halvesPage, receiptAnswer, usagePage } from '../routes/usage-schemas';
import { placed } from './answers';
import { receiptAcknowledged, receiptDisputed } from './entries';
import type { Operation } from './operation';
import { alertList, halvesList, tracedCopies, usageList } from './usage-answers';

const tag = 'sharing';
const oneGrant = z.object({ grant: identifier });
const ANSWER_CODES: readonly ErrorCode[] = [
  'GRANT_UNKNOWN', 'GRANT_NOT_YOURS', 'GRANT_RECORD_BROKEN', 'RECEIPT_NOT_CONTIGUOUS', 'RECEIPT_MISMATCH', 'QUEUE_FULL',
]; // prettier-ignore
const answerExample = {
  answer: { value: { first: 0, count: 2, root: 'ab'.repeat(32), reason: 'checked against our own log' } },
};

/** Usage receipts of both sides. */
export const usageOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/usage-receipts',
    id: 'listUsageReceipts',
    tag,
    summary: 'Who read what, when and for which purpose, with the halves that both sides signed, oldest first',
    access: 'usage.read',
    query: usagePage,
    answers: { 200: { description: 'A page', schema: usageList } },
    codes: [
      'CURSOR_INVALID',
      'GRANT_UNKNOWN',
      'GRANT_RECORD_BROKEN',
      'RECEIPT_REASON_MISSING',
      'QUEUE_FULL',
      'DEADLINE_EXCEEDED',
    ],
  },
  {
    method: 'get',
    path: '/v1/usage-receipts/halves',
    id: 'listReceiptHalves',
    tag,
    summary: 'Of each grant: how many receipts each side signed, and which half is missing',
    access: 'usage.read',
    query: halvesPage,
    answers: { 200: { description: 'A page', schema: halvesList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/usage-receipts/alerts',
    id: 'listUsageAlerts',
    tag,
    summary: 'Unusual use: far more rows than ever before, or refusal after refusal',
    access: 'usage.read',
    answers: { 200: { description: 'What stands now', schema: alertList } },
  },
  {
    method: 'post',
    path: '/v1/usage-receipts/{grant}/acknowledge',
    id: 'acknowledgeReceipts',
    tag,
    summary: "The consumer's half: it signs the oldest batch that it has not answered",
    access: 'usage.answer',
    params: oneGrant,
    body: { schema: receiptAnswer, examples: answerExample },
    answers: { 200: { description: 'Done, and on the ledger', schema: placed(receiptAcknowledged) } },
    codes: ANSWER_CODES,
  },
  {
    method: 'post',
    path: '/v1/usage-receipts/{grant}/dispute',
    id: 'disputeReceipts',
    tag,
    summary: 'The consumer signs that these are not the reads it made',
    access: 'usage.answer',
    params: oneGrant,
    body: { schema: receiptAnswer, examples: answerExample },
    answers: { 200: { description: 'Done, and on the ledger', schema: placed(receiptDisputed) } },
    codes: ANSWER_CODES,
  },
  {
    method: 'post',
    path: '/v1/catalogue/{resource}/copies',
    id: 'traceCopy',
    tag,
    summary: 'Under which grant a copy of the rows left, by the order of its rows; for the controller',
    access: 'copy.trace',
    params: z.object({ resource: identifier }),
    body: { schema: copySample, examples: { sample: { value: { rows: ['{"station":"S1"}', '{"station":"S2"}'] } } } },
    answers: { 200: { description: 'Grants of the resource, best fit first', schema: tracedCopies } },
    codes: ['RESOURCE_UNKNOWN'],
  },
];
