import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import {
  coverageQuery,
  dayQuery,
  paymentRequest,
  refundPage,
  refundRequest,
  salePage,
  saleRequest,
} from '../routes/sale-schemas';
import { reasonOnly } from '../routes/schemas';
import { CN_INVOICE, EXAMPLES } from './examples';
import { ISSUE_CODES } from './invoice-operations';
import type { Operation } from './operation';
import { coverage, refund, refundList, sale, saleErasure, saleList, saleSummary } from './sale-answers';

const tag = 'sales';
const params = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) });
/** What can go wrong with a buyer, a number or a seller that a sale does not name. */
const CLAIM_ONLY: readonly ErrorCode[] = [
  'INVOICE_CONFLICT', 'NUMBER_MALFORMED', 'NUMBER_OUT_OF_RANGE', 'QUEUE_FULL', 'RANGE_EXHAUSTED', 'SELLER_MISMATCH', 'TAXPAYER_ID_CHECK',
  'TAXPAYER_ID_MALFORMED', 'TAX_BREAKDOWN_WRONG',
]; // prettier-ignore
const { buyer: _buyer, ...invoice } = CN_INVOICE;

/** Paid sales and their refunds. */
export const saleOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/sales',
    id: 'recordSale',
    tag,
    summary: 'Report a sale: once paid, it waits for its invoice, which whoever holds the receipt claims by its code',
    access: 'sale.record',
    body: {
      schema: saleRequest,
      examples: { sale: { value: { ...invoice, payment: { reference: 'PAY-2026-000001', method: 'wechat' } } } },
    },
    answers: {
      201: { description: 'Kept', schema: sale },
      200: { description: 'The same report again: the first sale', schema: sale },
    },
    codes: [...ISSUE_CODES.filter((code) => !CLAIM_ONLY.includes(code)), 'INVOICE_EXISTS', 'SALE_CONFLICT'],
  },
  {
    method: 'get',
    path: '/v1/sales',
    id: 'listSales',
    tag,
    summary: 'The own sales, newest first; of a day, of a till',
    access: 'sale.read',
    query: salePage,
    answers: { 200: { description: 'A page', schema: saleList } },
    codes: ['CURSOR_INVALID', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/sales/coverage',
    id: 'coverageOfSales',
    tag,
    summary:
      'Which invoices of a day are bound to a payment, till by till; the others are flagged. Of all sellers for bureau and auditor',
    access: 'coverage.read',
    query: coverageQuery,
    answers: { 200: { description: 'The coverage', schema: coverage } },
    codes: ['FIELD_MISSING', 'TIME_MALFORMED'],
  },
  {
    method: 'post',
    path: '/v1/sales/{id}/payment',
    id: 'registerPayment',
    tag,
    summary: 'Register the payment of a sale that was reported without one',
    access: 'sale.record',
    params,
    body: { schema: paymentRequest, examples: { payment: { value: { reference: 'PAY-2026-000002' } } } },
    answers: { 200: { description: 'The sale', schema: sale } },
    codes: ['SALE_UNKNOWN', 'SALE_PAID', 'SALE_CANCELLED', 'SALE_ERASED', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/sales/summary',
    id: 'sumSales',
    tag,
    summary: "A day's sales added up by their states, exactly",
    access: 'sale.read',
    query: dayQuery,
    answers: { 200: { description: 'The sums', schema: saleSummary } },
    codes: ['FIELD_MISSING', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/sales/{id}',
    id: 'readSale',
    tag,
    summary: 'A sale',
    access: 'sale.read',
    params,
    answers: { 200: { description: 'The sale', schema: sale } },
    codes: ['SALE_UNKNOWN'],
  },
  {
    method: 'post',
    path: '/v1/sales/{id}/cancel',
    id: 'cancelSale',
    tag,
    summary: 'Take back a sale that has no invoice: nobody can claim one any more',
    access: 'sale.record',
    params,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: 'Cancelled', schema: sale } },
    codes: ['SALE_UNKNOWN', 'SALE_INVOICED', 'SALE_CANCELLED', 'SALE_CLAIMING', 'QUEUE_FULL'],
  },
  {
    method: 'delete',
    path: '/v1/sales/{id}/content',
    id: 'eraseSale',
    tag,
    summary: "Erase a sale's lines, references, code and refunds for good; its invoice is another matter",
    access: 'invoice.erase',
    params,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: 'Erased', schema: saleErasure } },
    codes: ['SALE_UNKNOWN', 'SALE_ERASED', 'QUEUE_FULL'],
  },
  {
    method: 'post',
    path: '/v1/sales/{id}/refunds',
    id: 'refundSale',
    tag,
    summary: 'Prepare a refund for its red letter, line by line; a whole refund of an uninvoiced sale cancels it',
    access: 'sale.record',
    params,
    body: {
      schema: refundRequest,
      examples: {
        one: {
          value: { refundReference: 'REFUND-1', lines: [{ line: 1, net: '50.00', tax: '4.50' }], reason: 'one bag was torn' },
        },
      },
    },
    answers: {
      201: { description: 'Prepared', schema: refund },
      200: { description: 'The same refund again: the first one', schema: refund },
    },
    codes: [
      'SALE_UNKNOWN', 'SALE_CANCELLED', 'SALE_CLAIMING', 'SALE_ERASED', 'REFUND_CONFLICT', 'REFUND_LINE_UNKNOWN', 'REFUND_TOO_LARGE',
      'LINE_TAX_WRONG', 'MONEY_MALFORMED',
    ], // prettier-ignore
  },
  {
    method: 'get',
    path: '/v1/sales/{id}/refunds',
    id: 'listRefundsOfSale',
    tag,
    summary: 'Refunds of a sale, oldest first',
    access: 'sale.read',
    params,
    answers: { 200: { description: 'All of them', schema: refundList } },
    codes: ['SALE_UNKNOWN'],
  },
  {
    method: 'get',
    path: '/v1/refunds',
    id: 'listRefunds',
    tag,
    summary: 'Refunds of the own sales, newest first; of a day',
    access: 'sale.read',
    query: refundPage,
    answers: { 200: { description: 'A page', schema: refundList } },
    codes: ['CURSOR_INVALID', 'TIME_MALFORMED'],
  },
];
