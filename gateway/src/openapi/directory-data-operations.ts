import { z } from 'zod';
import { dcatImport, idPage, openRead, schemaQuery, schemaRegistration } from '../routes/directory-schemas';
import { identifier } from '../routes/schemas';
import { placed } from './answers';
import { dcatAnswer, importAnswer, probeAnswer, schemaAnswer } from './directory-answers';
import { schemaRegistered } from './directory-entries';
import { DIRECTORY_EXAMPLES } from './directory-examples';
import { rowPage } from './grant-answers';
import type { Operation } from './operation';

const tag = 'sharing';
const oneResource = z.object({ resource: identifier });

/** Schemas, probes, DCAT, what is incomplete, and open data. */
export const directoryDataOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/catalogue/schemas',
    id: 'registerSchema',
    tag,
    summary: 'Register a version of a schema',
    access: 'catalogue.regrade',
    body: { schema: schemaRegistration, examples: DIRECTORY_EXAMPLES.schema },
    answers: { 201: { description: 'Done, and on the ledger', schema: placed(schemaRegistered) } },
    codes: ['SCHEMA_INVALID', 'SCHEMA_NOT_YOURS', 'VERSION_NOT_NEXT', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/catalogue/schemas/{schema}',
    id: 'readSchema',
    tag,
    summary: 'A version of a schema',
    access: 'catalogue.read',
    params: z.object({ schema: identifier }),
    query: schemaQuery,
    answers: { 200: { description: 'The schema', schema: schemaAnswer } },
    codes: ['SCHEMA_UNKNOWN', 'GRANT_RECORD_BROKEN'],
  },
  {
    method: 'post',
    path: '/v1/catalogue/{resource}/probe',
    id: 'probeResource',
    tag,
    summary: 'Look now whether a resource answers, and fits its schema; for its controller and the bureau',
    access: 'catalogue.regrade',
    params: oneResource,
    answers: { 200: { description: 'What was found', schema: probeAnswer } },
    codes: [
      'RESOURCE_UNKNOWN',
      'RESOURCE_NOT_YOURS',
      'GRANT_RECORD_BROKEN',
      'QUEUE_FULL',
      'BODY_MALFORMED',
      'BODY_TOO_LARGE',
      'MEDIA_TYPE_UNSUPPORTED',
    ],
  },
  {
    method: 'get',
    path: '/v1/catalogue/dcat',
    id: 'exportDcat',
    tag,
    summary: 'The directory as DCAT 3, a page at a time; the header Link names the next',
    access: 'catalogue.read',
    query: idPage,
    answers: { 200: { description: 'A dcat:Catalog', type: 'application/ld+json', schema: dcatAnswer } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'post',
    path: '/v1/catalogue/dcat',
    id: 'importDcat',
    tag,
    summary: 'Publish the datasets of a DCAT document under a duty; each succeeds or fails alone',
    access: 'catalogue.publish',
    body: { schema: dcatImport, examples: DIRECTORY_EXAMPLES.dcat },
    answers: { 200: { description: 'What became of each dataset', schema: importAnswer } },
    codes: ['DCAT_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/catalogue/incomplete',
    id: 'exportIncomplete',
    tag,
    summary: 'Entries of a page that lack something, as CSV; the header Link names the next page',
    access: 'catalogue.read',
    query: idPage,
    answers: { 200: { description: 'entry, owner, duty, title, missing', type: 'text/csv', schema: z.string() } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/catalogue/{resource}/rows',
    id: 'readOpenRows',
    tag,
    summary: 'A page of rows of open data, for anyone and without a grant; every read is in the audit log',
    access: 'catalogue.read',
    openData: true,
    params: oneResource,
    query: openRead,
    answers: { 200: { description: 'A page; numbers and times are texts', schema: rowPage } },
    codes: [
      'RESOURCE_NOT_OPEN', 'RESOURCE_QUARANTINED', 'RESOURCE_UNKNOWN', 'FILTER_INVALID', 'CURSOR_INVALID', 'SOURCE_INVALID', 'SOURCE_CHANGED',
      'SOURCE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'QUEUE_FULL', 'GRANT_RECORD_BROKEN',
    ], // prettier-ignore
  },
];
