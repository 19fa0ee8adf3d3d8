import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import {
  auditPage,
  dataCheck,
  dataPage,
  dataStream,
  grantPage,
  grantRequest,
  resourceRegistration,
  resourceTransfer,
  tokenRequest,
} from '../routes/grant-schemas';
import { identifier, page, reasonOnly } from '../routes/schemas';
import { placed } from './answers';
import { grantGranted, grantPaused, grantResumed, grantRevoked, resourceRegistered, resourceTransferred } from './entries';
import { EXAMPLES } from './examples';
import {
  auditList,
  catalogueList,
  checkAnswer,
  grantDetail,
  grantList,
  grantToken,
  resourceDetail,
  rowPage,
} from './grant-answers';
import { GRANT_EXAMPLES } from './grant-examples';
import type { Operation } from './operation';

const tag = 'sharing';
const done = 'Done, and on the ledger';
const oneGrant = z.object({ grant: identifier });
/** Of a proof that is wrong, the code says so: no form is asked for here. */
export const proven = z.object({
  dpop: z.string().meta({ description: 'Proof that the caller holds the key of its token (RFC 9449)' }).optional(),
});
const oneResource = z.object({ resource: identifier });

const TERM_CODES: readonly ErrorCode[] = [
  'GRANT_REVOKED', 'GRANT_EXPIRED', 'CONSENT_WITHDRAWN', 'CROSSING_NOT_APPROVED', 'GRANT_PAUSED', 'GRANT_NOT_STARTED',
]; // prettier-ignore
const DATA_CODES: readonly ErrorCode[] = [
  ...TERM_CODES, 'GRANT_UNKNOWN', 'GRANT_RECORD_BROKEN', 'TOKEN_OF_ANOTHER_GRANT', 'PROOF_INVALID', 'TOKEN_REPLAYED',
  'GRANT_MODE_MISSING', 'GRANT_FREQUENCY_SPENT', 'FIELD_NOT_GRANTED', 'FIELD_MASKED', 'LEVEL_AGGREGATE_ONLY', 'FILTER_INVALID',
  'SOURCE_INVALID', 'SOURCE_CHANGED', 'SOURCE_UNAVAILABLE', 'RESOURCE_QUARANTINED', 'QUEUE_FULL', 'DEADLINE_EXCEEDED',
]; // prettier-ignore

const change = (word: 'pause' | 'resume' | 'revoke', summary: string, entry: Parameters<typeof placed>[0]): Operation => ({
  method: 'post',
  path: `/v1/grants/{grant}/${word}`,
  id: `${word}Grant`,
  tag,
  summary,
  access: 'grant.change',
  params: oneGrant,
  body: { schema: reasonOnly, examples: EXAMPLES.reason },
  answers: { 200: { description: done, schema: placed(entry) } },
  codes: ['GRANT_UNKNOWN', 'GRANT_NOT_YOURS', 'GRANT_REVOKED', 'GRANT_STATE_WRONG', 'GRANT_RECORD_BROKEN', 'QUEUE_FULL'],
});

/** Resources, grants, and data under grants. */
export const grantOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/catalogue',
    id: 'registerResource',
    tag,
    summary: 'Register a resource: whose it is, what it holds, and where it lies',
    access: 'resource.register',
    body: { schema: resourceRegistration, examples: GRANT_EXAMPLES.resource },
    answers: { 201: { description: done, schema: placed(resourceRegistered) } },
    codes: ['RESOURCE_EXISTS', 'ORGANISATION_UNKNOWN', 'SOURCE_INVALID', 'SOURCE_UNAVAILABLE', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/catalogue',
    id: 'listResources',
    tag,
    summary: 'Resources that can be shared, newest first',
    access: 'catalogue.read',
    query: page,
    answers: { 200: { description: 'A page', schema: catalogueList } },
    codes: ['CURSOR_INVALID', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'get',
    path: '/v1/catalogue/{resource}',
    id: 'readResource',
    tag,
    summary: 'A resource',
    access: 'catalogue.read',
    params: oneResource,
    answers: { 200: { description: 'The resource', schema: resourceDetail } },
    codes: ['RESOURCE_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'post',
    path: '/v1/catalogue/{resource}/transfer',
    id: 'transferResource',
    tag,
    summary: 'The owner hands a resource to another owner or another controller',
    access: 'resource.transfer',
    params: oneResource,
    body: { schema: resourceTransfer, examples: GRANT_EXAMPLES.transfer },
    answers: { 200: { description: done, schema: placed(resourceTransferred) } },
    codes: ['RESOURCE_UNKNOWN', 'RESOURCE_NOT_YOURS', 'ORGANISATION_UNKNOWN', 'QUEUE_FULL'],
  },
  {
    method: 'post',
    path: '/v1/grants',
    id: 'grantAccess',
    tag,
    summary: 'Grant access; under `parent`, pass on a part of what an `operate` grant holds',
    access: 'grant.give',
    body: { schema: grantRequest, examples: GRANT_EXAMPLES.grant },
    answers: { 201: { description: done, schema: placed(grantGranted) } },
    codes: [
      ...TERM_CODES, 'RESOURCE_UNKNOWN', 'RESOURCE_NOT_YOURS', 'ORGANISATION_UNKNOWN', 'GRANT_UNKNOWN', 'GRANT_EXISTS', 'GRANT_NOT_YOURS',
      'RESOURCE_NOT_CATALOGUED', 'CATALOGUE_ENTRY_RETIRED', 'SHARING_CLOSED', 'SHARING_DENIED', 'SHARING_UNAPPROVED', 'TITLE_UNPROVEN', 'RESOURCE_QUARANTINED',
      'GRANT_RIGHT_MISSING', 'GRANT_SCOPE_WIDER', 'GRANT_TERM_INVALID', 'GRANT_CONDITIONS_MISSING', 'CONSENT_MISSING', 'CONSENT_UNKNOWN',
      'CONSENT_WITHDRAWN', 'CROSSING_NOT_APPROVED', 'REVIEW_DUE', 'FILTER_INVALID', 'TIME_MALFORMED', 'GRANT_RECORD_BROKEN', 'QUEUE_FULL',
    ], // prettier-ignore
  },
  {
    method: 'get',
    path: '/v1/grants',
    id: 'listGrants',
    tag,
    summary: 'Grants given and got, newest first; with `resource` those of a resource, for its owner and controller',
    access: 'grant.read',
    query: grantPage,
    answers: { 200: { description: 'A page', schema: grantList } },
    codes: ['CURSOR_INVALID', 'RESOURCE_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'get',
    path: '/v1/grants/{grant}',
    id: 'readGrant',
    tag,
    summary: 'A grant, with what was done to it, by whom and why',
    access: 'grant.read',
    params: oneGrant,
    answers: { 200: { description: 'The grant', schema: grantDetail } },
    codes: ['GRANT_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  change('pause', 'Suspend a grant and all below it', grantPaused),
  change('resume', 'Let a paused grant hold again', grantResumed),
  change('revoke', 'Revoke a grant and all below it, for good', grantRevoked),
  {
    method: 'post',
    path: '/v1/grants/{grant}/tokens',
    id: 'createGrantToken',
    tag,
    summary: 'A short-lived token for this grant alone, for its consumer; with a proof, for its key alone',
    access: 'grant.token',
    params: oneGrant,
    headers: proven,
    body: { schema: tokenRequest, examples: GRANT_EXAMPLES.token },
    answers: { 201: { description: 'Made', schema: grantToken } },
    codes: ['GRANT_UNKNOWN', 'GRANT_NOT_YOURS', 'GRANT_RECORD_BROKEN', 'PROOF_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/grants/{grant}/audit',
    id: 'listGrantAudit',
    tag,
    summary: 'Every check and read under a grant, each with its proof; a consumer sees its own',
    access: 'grant.read',
    params: oneGrant,
    query: auditPage,
    answers: { 200: { description: 'A page', schema: auditList } },
    codes: ['CURSOR_INVALID', 'GRANT_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'get',
    path: '/v1/audit',
    id: 'listAudit',
    tag,
    summary: 'The whole audit log',
    access: 'audit.read',
    query: auditPage,
    answers: { 200: { description: 'A page', schema: auditList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/data/{grant}/check',
    id: 'checkGrant',
    tag,
    summary: 'The decision alone: may these fields be read under these conditions now?',
    access: 'data.read',
    params: oneGrant,
    headers: proven,
    query: dataCheck,
    answers: { 200: { description: 'Allowed', schema: checkAnswer } },
    codes: DATA_CODES,
  },
  {
    method: 'get',
    path: '/v1/data/{grant}/rows',
    id: 'readRows',
    tag,
    summary: 'A page of rows, filtered at the source by the conditions of the grant and those asked for',
    access: 'data.read',
    params: oneGrant,
    headers: proven,
    query: dataPage,
    answers: { 200: { description: 'A page; numbers and times are texts', schema: rowPage } },
    codes: [...DATA_CODES, 'CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/data/{grant}/stream',
    id: 'streamRows',
    tag,
    summary: 'All rows as NDJSON; the last line is {"$end":{…}} and says whether they are complete',
    access: 'data.read',
    params: oneGrant,
    headers: proven,
    query: dataStream,
    answers: { 200: { description: 'Rows, a line each', type: 'application/x-ndjson', schema: z.string() } },
    codes: DATA_CODES,
  },
];
