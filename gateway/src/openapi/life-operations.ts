import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import {
  bookingChange,
  claimEnd,
  claimRenewal,
  cnRulesPublication,
  correctionAnswer,
  correctionRequest,
  correctionVoid,
  pledgeRelease,
  pledgeRequest,
  reservationRequest,
  rulesPublication,
  useChange,
} from '../routes/life-schemas';
import { identifier, page } from '../routes/schemas';
import {
  claimDetail,
  claimList,
  correctionDetail,
  correctionList,
  invoiceStatus,
  pledgeDetail,
  pledgeList,
  ruleSet,
} from './life-answers';
import type { Operation } from './operation';

const byId = z.object({ id: identifier });
const byNumber = z.object({ number: z.string().max(40) });
const OPENING: readonly ErrorCode[] = [
  'INVOICE_UNKNOWN', 'INVOICE_ERASED', 'INVOICE_RED', 'INVOICE_NOT_YOURS', 'CORRECTION_PENDING', 'LEDGER_CONTENDED', 'LIFE_OPENING_WRONG',
  'ORGANISATION_UNKNOWN', 'QUEUE_FULL',
]; // prettier-ignore
const RED: readonly ErrorCode[] = [
  'RANGE_EXHAUSTED', 'TILL_NOT_YOURS', 'CORRECTION_UNCONFIRMED', 'CORRECTION_CONTENT_WRONG', 'INVOICE_CONFLICT',
]; // prettier-ignore
const ANSWER: readonly ErrorCode[] = [
  ...OPENING, ...RED, 'CORRECTION_UNKNOWN', 'CORRECTION_STATE_WRONG', 'CORRECTION_EXPIRED', 'CORRECTION_NOT_YOURS', 'CLAIM_UNKNOWN',
]; // prettier-ignore
/** Of every request for a red letter. */
export const REQUEST_CODES: readonly ErrorCode[] = [
  ...ANSWER, 'CORRECTION_EXISTS', 'INVOICE_PLEDGED', 'REFUND_LINE_UNKNOWN', 'REFUND_TOO_LARGE', 'LINE_TAX_WRONG', 'MONEY_MALFORMED',
  'DOCUMENT_UNSUPPORTED', 'NUMBER_MALFORMED', 'CORRECTION_NEEDS_CONFIRMATION', 'CORRECTION_NEEDS_NONE',
]; // prettier-ignore
const CLAIM: readonly ErrorCode[] = [
  'CLAIM_UNKNOWN', 'CLAIM_NOT_YOURS', 'CLAIM_STATE_WRONG', 'CLAIM_EXPIRED', 'CLAIM_FENCE_STALE', 'CORRECTION_PENDING', 'INVOICE_RED',
  'LEDGER_CONTENDED', 'QUEUE_FULL',
]; // prettier-ignore
const NUMBER = '26440000000000000001';
const why = (value: object): Record<string, { value: unknown }> => ({ example: { value: { ...value, reason: '示例' } } });

const answerCorrection = (word: string, summary: string): Operation => ({
  method: 'post',
  path: `/v1/corrections/{id}/${word}`,
  id: `${word}Correction`,
  tag: 'corrections',
  summary,
  access: 'correction.answer',
  params: byId,
  body: { schema: correctionAnswer, examples: why({}) },
  answers: { 200: { description: 'Done, and on the ledger', schema: correctionDetail } },
  codes: ANSWER,
});

const changeClaim = (word: string, summary: string): Operation => ({
  method: 'post',
  path: `/v1/claims/{id}/${word}`,
  id: `${word}Reservation`,
  tag: 'reimbursement',
  summary,
  access: 'claim.hold',
  params: byId,
  body: { schema: word === 'renew' ? claimRenewal : claimEnd, examples: why({ fence: 1 }) },
  answers: { 200: { description: 'Done, and on the ledger', schema: claimDetail } },
  codes: [...CLAIM, 'CLAIM_LEASE_INVALID'],
});

const changeAxis = (axis: 'booking' | 'use', summary: string, code: ErrorCode): Operation => ({
  method: 'post',
  path: `/v1/invoices/{number}/${axis}`,
  id: `change${axis === 'use' ? 'Use' : 'Booking'}`,
  tag: 'reimbursement',
  summary,
  access: 'invoice.use',
  params: byNumber,
  body: {
    schema: axis === 'use' ? useChange : bookingChange,
    examples: why({ event: axis === 'use' ? 'select' : 'book' }),
  },
  answers: { 200: { description: 'Done, and on the ledger', schema: invoiceStatus } },
  codes: [...OPENING, 'NUMBER_MALFORMED', 'CLAIM_UNKNOWN', code],
});

/** What becomes of an invoice after its issue. */
export const lifeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/invoices/{number}/status',
    id: 'readInvoiceStatus',
    tag: 'invoices',
    summary: 'Where an invoice stands now: document, correction, use, booking, claim, pledge',
    access: 'invoice.read',
    params: byNumber,
    answers: { 200: { description: 'The status', schema: invoiceStatus } },
    codes: ['NUMBER_MALFORMED', 'INVOICE_UNKNOWN', 'INVOICE_ERASED', 'LIFE_MOVED'],
  },
  changeAxis('use', 'The buyer selects an invoice to deduct its tax, deducts it, or rolls that back (用途)', 'USE_STATE_WRONG'),
  changeAxis('booking', 'The buyer books an invoice, or undoes that (入账 02 to 06)', 'BOOKING_STATE_WRONG'),
  {
    method: 'post',
    path: '/v1/corrections',
    id: 'requestCorrection',
    tag: 'corrections',
    summary: 'Ask for a red letter. Where nobody has to confirm it, its red invoice is issued at once',
    access: 'correction.request',
    body: { schema: correctionRequest, examples: why({ invoice: NUMBER, reasonCode: '02' }) },
    answers: { 201: { description: 'Asked for', schema: correctionDetail } },
    codes: REQUEST_CODES,
  },
  {
    method: 'get',
    path: '/v1/corrections',
    id: 'listCorrections',
    tag: 'corrections',
    summary: 'Red-letter confirmations of own sales, own purchases, and invoices that the caller has claimed, newest first',
    access: 'correction.read',
    query: page,
    answers: { 200: { description: 'A page', schema: correctionList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/corrections/{id}',
    id: 'readCorrection',
    tag: 'corrections',
    summary: 'A red-letter confirmation with its red invoice',
    access: 'correction.read',
    params: byId,
    answers: { 200: { description: 'The confirmation', schema: correctionDetail } },
    codes: ANSWER,
  },
  answerCorrection('confirm', 'The other side confirms; the red invoice is issued by itself'),
  answerCorrection('refuse', 'The other side refuses'),
  answerCorrection('withdraw', 'Whoever asked takes it back'),
  {
    method: 'post',
    path: '/v1/corrections/{id}/void',
    id: 'voidCorrection',
    tag: 'corrections',
    summary: 'The bureau makes a confirmation void (states 10 to 13)',
    access: 'correction.void',
    params: byId,
    body: { schema: correctionVoid, examples: why({ event: 'void-abnormal' }) },
    answers: { 200: { description: 'Done, and on the ledger', schema: correctionDetail } },
    codes: ANSWER,
  },
  {
    method: 'post',
    path: '/v1/claims',
    id: 'reserveInvoices',
    tag: 'reimbursement',
    summary: 'Reserve amounts of invoices for reimbursement: all of them or none, until the lease ends',
    access: 'claim.hold',
    body: { schema: reservationRequest, examples: why({ invoices: [{ invoice: NUMBER, amount: '321.00' }] }) },
    answers: { 201: { description: 'Reserved', schema: claimDetail } },
    codes: [
      ...OPENING, 'CLAIM_EXISTS', 'CLAIM_AMOUNT_TAKEN', 'CLAIM_CURRENCY_WRONG', 'CLAIM_LIMIT', 'CLAIM_LEASE_INVALID', 'MONEY_MALFORMED',
      'NUMBER_MALFORMED', 'TIME_MALFORMED', 'INVOICE_PLEDGED',
    ], // prettier-ignore
  },
  {
    method: 'get',
    path: '/v1/claims',
    id: 'listReservations',
    tag: 'reimbursement',
    summary: 'Claims of the caller, newest first',
    access: 'claim.read',
    query: page,
    answers: { 200: { description: 'A page', schema: claimList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/claims/{id}',
    id: 'readReservation',
    tag: 'reimbursement',
    summary: 'A claim of yours',
    access: 'claim.read',
    params: byId,
    answers: { 200: { description: 'The claim', schema: claimDetail } },
    codes: ['CLAIM_UNKNOWN'],
  },
  changeClaim('settle', 'Settle: final'),
  changeClaim('release', 'Release what was reserved'),
  changeClaim('renew', 'Lengthen the lease; the answer has a new fencing token'),
  {
    method: 'post',
    path: '/v1/pledges',
    id: 'pledgeInvoice',
    tag: 'reimbursement',
    summary: 'Pledge the receivable of an invoice to a financier: once',
    access: 'pledge.make',
    body: { schema: pledgeRequest, examples: why({ invoice: NUMBER, financier: 'demo-company' }) },
    answers: { 201: { description: 'Pledged', schema: pledgeDetail } },
    codes: [...OPENING, 'PLEDGE_EXISTS', 'PLEDGE_STATE_WRONG', 'PLEDGE_NOT_YOURS', 'TILL_NOT_YOURS', 'NUMBER_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/pledges',
    id: 'listPledges',
    tag: 'reimbursement',
    summary: 'Pledges made or taken, newest first',
    access: 'pledge.read',
    query: page,
    answers: { 200: { description: 'A page', schema: pledgeList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/pledges/{id}',
    id: 'readPledge',
    tag: 'reimbursement',
    summary: 'A pledge, for its seller and its financier',
    access: 'pledge.read',
    params: byId,
    answers: { 200: { description: 'The pledge', schema: pledgeDetail } },
    codes: ['PLEDGE_UNKNOWN', 'INVOICE_UNKNOWN'],
  },
  {
    method: 'post',
    path: '/v1/pledges/{id}/release',
    id: 'releasePledge',
    tag: 'reimbursement',
    summary: 'The financier lets go: released, or the debt was paid',
    access: 'pledge.release',
    params: byId,
    body: { schema: pledgeRelease, examples: why({ as: 'settled' }) },
    answers: { 200: { description: 'Done, and on the ledger', schema: pledgeDetail } },
    codes: ['PLEDGE_UNKNOWN', 'PLEDGE_NOT_YOURS', 'PLEDGE_STATE_WRONG', 'LEDGER_CONTENDED', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/rules/life',
    id: 'readLifeRules',
    tag: 'system',
    summary: 'The rule set for what becomes of invoices, as it is in force on the ledger',
    access: 'open',
    answers: { 200: { description: 'The rule set', schema: ruleSet } },
  },
  {
    method: 'post',
    path: '/v1/rules/life',
    id: 'publishLifeRules',
    tag: 'system',
    summary: 'The bureau puts a rule set for the life of invoices in force',
    access: 'rules.publish',
    body: {
      schema: rulesPublication,
      examples: why({ version: '2027-01-01', confirmHours: 72, maxLeaseSeconds: 604_800, maxClaims: 32 }),
    },
    answers: { 201: { description: 'In force', schema: ruleSet } },
    codes: ['RULES_VERSION_OLD', 'LEDGER_CONTENDED', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/rules/cn',
    id: 'readCnRules',
    tag: 'system',
    summary: 'Tax rates and tolerance of profile cn, as they are in force on the ledger',
    access: 'open',
    answers: { 200: { description: 'The rule set', schema: ruleSet } },
  },
  {
    method: 'post',
    path: '/v1/rules/cn',
    id: 'publishCnRules',
    tag: 'system',
    summary: 'The bureau puts tax rates and tolerance of profile cn in force, from the next invoice on',
    access: 'rules.publish',
    body: {
      schema: cnRulesPublication,
      examples: why({
        version: '2027-01-01',
        rates: [{ category: 'standard', rate: '0.13', from: '2019-04-01' }],
        tolerance: '0.01',
      }),
    },
    answers: { 201: { description: 'In force', schema: ruleSet } },
    codes: ['RULES_VERSION_OLD', 'MONEY_MALFORMED', 'TIME_MALFORMED', 'LEDGER_CONTENDED', 'QUEUE_FULL'],
  },
];
