import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier, page, reasonOnly } from '../routes/schemas';
import { runPage, templateApproval, templateBody, templateRun } from '../routes/template-schemas';
import { placed } from './answers';
import { RUN_STATES } from '../templates/run-state';
import { digest, exportPermitted, exportRefused, instant, sequence, templateApproved, templateWithdrawn } from './entries';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';

const tag = 'sharing';
const done = 'Done, and on the ledger';
const oneTemplate = z.object({ template: identifier });
const oneGrant = z.object({ grant: identifier });
const oneRun = z.object({ grant: identifier, run: identifier });

const view = z
  .strictObject({
    template: identifier,
    version: z.int().min(1),
    resource: identifier,
    status: z.enum(['approved', 'withdrawn']),
    ...templateBody,
    approvedAt: instant,
    sequence,
  })
  .meta({ id: 'Template' });
const list = z.strictObject({
  items: z.array(view),
  next: z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' }),
});
const run = z
  .strictObject({
    run: identifier,
    template: z.string().meta({ description: '`template@version`' }),
    input: digest,
    result: digest.meta({ description: 'SHA-256 of the text of the answer' }),
    state: z.enum(RUN_STATES),
    since: instant,
    deadline: instant.meta({ description: 'Until then the provider can permit the export' }),
    released: z.boolean(),
    answer: z.string().nullable().meta({ description: 'JSON text; null until the provider permits the export' }),
  })
  .meta({ id: 'Run', description: 'docs/formats.md, Query templates' });

const listedRun = z
  .strictObject({
    run: identifier,
    grant: identifier,
    consumer: identifier.meta({ description: 'Who asked' }),
    provider: z.string().meta({ description: 'Who controls the resource now, and decides' }),
    resource: identifier,
    template: z.string().meta({ description: '`template@version`' }),
    input: digest,
    result: digest,
    state: z.enum(RUN_STATES).exclude(['direct']),
    since: instant,
    deadline: instant,
    decided: z
      .strictObject({ sequence, time: instant, why: z.string().nullable() })
      .nullable()
      .meta({ description: 'The act that permitted or refused it' }),
  })
  .meta({ id: 'ListedRun' });
const runs = z.strictObject({
  items: z.array(listedRun),
  next: z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' }),
});

const RUN_CODES: readonly ErrorCode[] = [
  'GRANT_REVOKED', 'GRANT_EXPIRED', 'GRANT_PAUSED', 'GRANT_NOT_STARTED', 'GRANT_UNKNOWN', 'GRANT_RECORD_BROKEN',
  'TOKEN_OF_ANOTHER_GRANT', 'PROOF_INVALID', 'TOKEN_REPLAYED', 'GRANT_MODE_MISSING', 'GRANT_FREQUENCY_SPENT', 'FIELD_NOT_GRANTED', 'FILTER_INVALID', 'TEMPLATE_UNKNOWN', 'TEMPLATE_WITHDRAWN', 'TEMPLATE_INVALID',
  'TEMPLATE_ARGUMENT_INVALID', 'GROUP_TOO_SMALL', 'QUERY_DIFFERENCING', 'QUERY_BUDGET_SPENT', 'SOURCE_INVALID', 'SOURCE_CHANGED',
  'SOURCE_UNAVAILABLE', 'QUEUE_FULL', 'DEADLINE_EXCEEDED',
]; // prettier-ignore

const DECISION_CODES: readonly ErrorCode[] = [
  'GRANT_UNKNOWN', 'GRANT_RECORD_BROKEN', 'RUN_UNKNOWN', 'RESOURCE_NOT_YOURS', 'EXPORT_EXISTS', 'EXPORT_REFUSED', 'EXPORT_EXPIRED',
  'QUEUE_FULL',
]; // prettier-ignore

/** Query templates and their runs. */
export const templateOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/templates',
    id: 'approveTemplate',
    tag,
    summary: 'Approve a query template for a resource, or its next version',
    access: 'template.approve',
    body: {
      schema: templateApproval,
      examples: {
        distribution: {
          value: {
            template: 'visits-by-ward', resource: 'visits', title: '各科室就诊人次', kind: 'distribution', by: 'ward',
            parameters: [{ field: 'day', ops: ['ge', 'lt'] }], minimumGroup: 10, reason: 'agreed with the ethics board',
          },
        },
      },
    }, // prettier-ignore
    answers: { 201: { description: done, schema: placed(templateApproved) } },
    codes: [
      'RESOURCE_UNKNOWN',
      'RESOURCE_NOT_YOURS',
      'TEMPLATE_VERSION_WRONG',
      'TEMPLATE_INVALID',
      'FILTER_INVALID',
      'GRANT_RECORD_BROKEN',
      'QUEUE_FULL',
    ],
  },
  {
    method: 'get',
    path: '/v1/templates',
    id: 'listTemplates',
    tag,
    summary: 'Query templates in their newest versions, newest first',
    access: 'catalogue.read',
    query: page,
    answers: { 200: { description: 'A page', schema: list } },
    codes: ['CURSOR_INVALID', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'get',
    path: '/v1/templates/{template}',
    id: 'readTemplate',
    tag,
    summary: 'A query template in its newest version',
    access: 'catalogue.read',
    params: oneTemplate,
    answers: { 200: { description: 'The template', schema: view } },
    codes: ['TEMPLATE_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'post',
    path: '/v1/templates/{template}/withdraw',
    id: 'withdrawTemplate',
    tag,
    summary: 'Take a query template back',
    access: 'template.approve',
    params: oneTemplate,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: done, schema: placed(templateWithdrawn) } },
    codes: ['TEMPLATE_UNKNOWN', 'TEMPLATE_WITHDRAWN', 'RESOURCE_NOT_YOURS', 'QUEUE_FULL'],
  },
  {
    method: 'post',
    path: '/v1/data/{grant}/runs',
    id: 'runTemplate',
    tag,
    summary: 'Run a query template next to the data; rows never leave',
    access: 'data.read',
    params: oneGrant,
    body: {
      schema: templateRun,
      examples: { run: { value: { template: 'visits-by-ward', arguments: [{ field: 'day', op: 'ge', value: '2026-01-01' }] } } },
    },
    answers: { 201: { description: 'The run; the same question gets the same answer all day', schema: run } },
    codes: RUN_CODES,
  },
  {
    method: 'get',
    path: '/v1/data/{grant}/runs/{run}',
    id: 'readRun',
    tag,
    summary: 'A run and its answer, when that may leave; for its consumer and for the controller of the resource',
    access: 'run.read',
    params: oneRun,
    answers: { 200: { description: 'The run', schema: run } },
    codes: ['RUN_UNKNOWN', 'EXPORT_NOT_PERMITTED', 'EXPORT_REFUSED', 'EXPORT_EXPIRED'],
  },
  {
    method: 'get',
    path: '/v1/runs',
    id: 'listRuns',
    tag,
    summary: 'Runs whose results need a permit, newest first; supervisors name a grant and a reason, which is recorded',
    access: 'run.list',
    query: runPage,
    answers: { 200: { description: 'A page', schema: runs } },
    codes: ['CURSOR_INVALID', 'GRANT_UNKNOWN', 'RECEIPT_REASON_MISSING'],
  },
  {
    method: 'post',
    path: '/v1/data/{grant}/runs/{run}/permit',
    id: 'permitExport',
    tag,
    summary: 'Let this very result leave',
    access: 'template.approve',
    params: oneRun,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: done, schema: placed(exportPermitted) } },
    codes: DECISION_CODES,
  },
  {
    method: 'post',
    path: '/v1/data/{grant}/runs/{run}/refuse',
    id: 'refuseExport',
    tag,
    summary: 'Refuse to let this result leave, for good',
    access: 'template.approve',
    params: oneRun,
    body: { schema: reasonOnly, examples: EXAMPLES.reason },
    answers: { 200: { description: done, schema: placed(exportRefused) } },
    codes: DECISION_CODES,
  },
];
