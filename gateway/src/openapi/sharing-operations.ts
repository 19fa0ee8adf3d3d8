import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import type { Action } from '../access-policy';
import { identifier, reasonOnly } from '../routes/schemas';
import {
  accessAnswer,
  accessRequest,
  consentRequest,
  crossingRequest,
  deletionRequest,
  drawRequest,
  reviewRequest,
  sharingPages,
  standingRequest,
} from '../routes/sharing-schemas';
import { placed } from './answers';
import { grantGranted } from './entries';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';
import {
  consentGiven,
  consentWithdrawn,
  crossingApproved,
  crossingWithdrawn,
  deletionAttested,
  grantReviewed,
  requestAnswered,
  requestEscalated,
  requestMade,
  revocationCountersigned,
  revocationProposed,
  standingClosed,
  standingOpened,
} from './sharing-entries';
import { consentState, requestState, SHARING_LISTS } from './sharing-answers';
import { SHARING_EXAMPLES } from './sharing-examples';

const tag = 'sharing';
const done = 'Done, and on the ledger';
const RESOURCE: readonly ErrorCode[] = ['RESOURCE_UNKNOWN', 'RESOURCE_NOT_YOURS', 'ORGANISATION_UNKNOWN', 'QUEUE_FULL'];
const GRANT: readonly ErrorCode[] = [
  'GRANT_UNKNOWN',
  'GRANT_NOT_YOURS',
  'GRANT_REVOKED',
  'GRANT_STATE_WRONG',
  'GRANT_RECORD_BROKEN',
  'QUEUE_FULL',
];
type Body = NonNullable<Operation['body']>;
const create = (
  [path, id, summary]: readonly [path: string, id: string, summary: string],
  access: Action,
  body: Body,
  entry: Parameters<typeof placed>[0],
  codes: readonly ErrorCode[],
): Operation => {
  const [, param] = /\{(\w+)\}/.exec(path) ?? [];
  return {
    method: 'post',
    path,
    id,
    tag,
    summary,
    access,
    ...(param === undefined ? {} : { params: z.object({ [param]: identifier }) }),
    body,
    answers: { 201: { description: done, schema: placed(entry) } },
    codes,
  };
};
const change = (
  [path, id, summary]: readonly [path: string, id: string, summary: string],
  access: Action,
  entry: Parameters<typeof placed>[0],
  codes: readonly ErrorCode[],
  body: Body = { schema: reasonOnly, examples: EXAMPLES.reason },
): Operation => ({
  ...create([path, id, summary], access, body, entry, codes),
  answers: { 200: { description: done, schema: placed(entry) } },
});

const list = (path: string, id: string, summary: string, kind: keyof typeof SHARING_LISTS): Operation => ({
  method: 'get',
  path,
  id,
  tag,
  summary,
  access: 'grant.read',
  query: sharingPages[kind],
  answers: { 200: { description: 'Newest first; a page may be short and go on', schema: SHARING_LISTS[kind] } },
  codes: ['CURSOR_INVALID'],
});

/** Consents, approvals, requests, standing grants, and the ends of grants. */
export const sharingOperations: readonly Operation[] = [
  list('/v1/consents', 'listConsents', 'Consents that the caller recorded or whose data it controls; all for supervisors', 'consent'),
  list('/v1/crossings', 'listCrossings', 'Approvals of use abroad that concern the caller; all for supervisors', 'crossing'),
  list('/v1/requests', 'listAccessRequests', 'Requests made by the caller and to it; all for supervisors', 'request'),
  list('/v1/standing-grants', 'listStandingGrants', 'Standing grants given and got; all for supervisors', 'standing'),
  create(['/v1/consents', 'giveConsent', 'Record that a data subject, known by a pseudonym, agreed to a text'], 'consent.record',
    { schema: consentRequest, examples: SHARING_EXAMPLES.consent }, consentGiven,
    [...RESOURCE, 'CONSENT_EXISTS', 'CONSENT_MISSING', 'TIME_MALFORMED']),
  {
    method: 'get',
    path: '/v1/consents/{consent}',
    id: 'readConsent',
    tag,
    summary: 'A consent, for whoever recorded it, the controller and supervisors',
    access: 'grant.read',
    params: z.object({ consent: identifier }),
    answers: { 200: { description: 'The consent', schema: consentState } },
    codes: ['CONSENT_UNKNOWN'],
  },
  change(['/v1/consents/{id}/withdraw', 'withdrawConsent', 'The data subject takes the consent back: everything that rests on it stops'],
    'consent.record', consentWithdrawn, ['CONSENT_UNKNOWN', 'CONSENT_NOT_YOURS', 'CONSENT_WITHDRAWN', 'QUEUE_FULL']),
  create(['/v1/crossings', 'approveCrossing', 'Approve the use of a resource in another region'], 'crossing.approve',
    { schema: crossingRequest, examples: SHARING_EXAMPLES.crossing }, crossingApproved, [...RESOURCE, 'CROSSING_EXISTS', 'TIME_MALFORMED']),
  change(['/v1/crossings/{id}/withdraw', 'withdrawCrossing', 'Take the approval back: what rests on it stops'], 'crossing.approve',
    crossingWithdrawn, ['CROSSING_NOT_APPROVED', 'QUEUE_FULL']),
  create(['/v1/requests', 'requestAccess', 'Ask for access; the deadline of the answer is set by the ledger'], 'request.make',
    { schema: accessRequest, examples: SHARING_EXAMPLES.request }, requestMade, [...RESOURCE, 'REQUEST_EXISTS']),
  {
    method: 'get',
    path: '/v1/requests/{request}',
    id: 'readAccessRequest',
    tag,
    summary: 'A request, with its deadline and whether that has passed',
    access: 'grant.read',
    params: z.object({ request: identifier }),
    answers: { 200: { description: 'The request', schema: requestState } },
    codes: ['REQUEST_UNKNOWN'],
  },
  change(['/v1/requests/{request}/answer', 'answerAccessRequest', 'Answer a request: with the grant that was given, or with a refusal'],
    'request.answer', requestAnswered, [...RESOURCE, 'REQUEST_UNKNOWN', 'REQUEST_STATE_WRONG', 'GRANT_UNKNOWN',
      'GRANT_REVOKED', 'GRANT_EXPIRED', 'CONSENT_WITHDRAWN', 'CROSSING_NOT_APPROVED'],
    { schema: accessAnswer, examples: SHARING_EXAMPLES.answer }),
  change(['/v1/requests/{id}/escalate', 'escalateAccessRequest', 'The deadline has passed: call the bureau'], 'request.make',
    requestEscalated, ['REQUEST_UNKNOWN', 'REQUEST_STATE_WRONG', 'QUEUE_FULL']),
  create(['/v1/standing-grants', 'openStandingGrant', 'Sign in advance: a consumer may draw grants under these terms'], 'offer.publish',
    { schema: standingRequest, examples: SHARING_EXAMPLES.standing }, standingOpened,
    [...RESOURCE, 'STANDING_EXISTS', 'CONSENT_MISSING', 'GRANT_TERM_INVALID', 'GRANT_CONDITIONS_MISSING', 'FILTER_INVALID', 'TIME_MALFORMED', 'GRANT_RECORD_BROKEN']),
  create(['/v1/standing-grants/{standing}/draw', 'drawStandingGrant', 'Draw a grant from a standing grant'], 'request.make',
    { schema: drawRequest, examples: EXAMPLES.reason }, grantGranted,
    ['STANDING_CLOSED', 'GRANT_EXISTS', 'GRANT_SCOPE_WIDER', 'GRANT_TERM_INVALID', 'RESOURCE_NOT_YOURS', 'CONSENT_MISSING', 'QUEUE_FULL']),
  change(['/v1/standing-grants/{id}/close', 'closeStandingGrant', 'Nothing more is drawn from it; what was drawn stays'], 'offer.publish',
    standingClosed, ['STANDING_CLOSED', 'RESOURCE_NOT_YOURS', 'QUEUE_FULL']),
  change(['/v1/grants/{id}/propose-revocation', 'proposeRevocation', 'Propose that a grant end by both signatures'], 'grant.change',
    revocationProposed, GRANT),
  change(['/v1/grants/{id}/countersign-revocation', 'countersignRevocation', 'Sign what the other side proposed, or has revoked alone'],
    'grant.change', revocationCountersigned, GRANT),
  change(['/v1/grants/{id}/attest-deletion', 'attestDeletion', 'After the end: state that nothing of the data is held any more'],
    'grant.change', deletionAttested, [...GRANT, 'GRANT_CONDITIONS_MISSING'],
    { schema: deletionRequest, examples: SHARING_EXAMPLES.deletion }),
  change(['/v1/grants/{id}/review', 'reviewGrant', 'Review an emergency grant; one that is not upheld is revoked'], 'crossing.approve',
    grantReviewed, GRANT, { schema: reviewRequest, examples: SHARING_EXAMPLES.review }),
]; // prettier-ignore
