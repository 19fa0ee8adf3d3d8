import { z } from 'zod';
import { page, streamStart, verification } from '../routes/schemas';
import { changeList, offlineBundle, readiness, verificationAnswer } from './answers';
import { instant } from './entries';
import { EXAMPLES } from './examples';
import type { Operation } from './operation';

const TEXT = 'text/plain';
const binary = z.string().meta({ format: 'binary' });
const level = z.string().regex(/^(?:entries|[0-9]{1,2})$/);
const index = z
  .string()
  .regex(/^[0-9]{3}$/)
  .meta({ description: 'Three digits; larger ones as in tlog-tiles, x001/234' });
const width = z.string().regex(/^(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])$/);

const witnessList = z.strictObject({
  items: z.array(
    z
      .strictObject({
        name: z.string(),
        vkey: z.string(),
        size: z.int().min(0).meta({ description: 'Of the checkpoint that it cosigned last' }),
        answeredAt: instant.nullable(),
        trouble: z
          .enum(['other-size', 'refused', 'unreachable', 'wrong'])
          .nullable()
          .meta({ description: 'Null when all is well' }),
      })
      .meta({ id: 'Witness' }),
  ),
});

/** Changes, verification, the public log, and what operators read. */
export const openOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/changes',
    id: 'listChanges',
    tag: 'changes',
    summary: 'One ordered feed without gaps of what the caller may see',
    access: 'change.read',
    query: page,
    answers: { 200: { description: 'A page', schema: changeList } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'get',
    path: '/v1/changes/stream',
    id: 'streamChanges',
    tag: 'changes',
    summary: 'The same as server-sent events; Last-Event-ID goes before `after`',
    access: 'change.read',
    query: streamStart,
    answers: { 200: { description: 'Events', type: 'text/event-stream', schema: z.string() } },
    codes: ['CURSOR_INVALID', 'QUEUE_FULL'],
  },
  {
    method: 'post',
    path: '/v1/verifications',
    id: 'verify',
    tag: 'verification',
    summary:
      'Is this paper genuine? For anyone, without login: by number, date and total, by QR text, by bundle, a content by its digest, or a list',
    access: 'open',
    body: { schema: verification, examples: EXAMPLES.verification },
    answers: { 200: { description: 'What anyone may be told', schema: verificationAnswer } },
    codes: ['DIGEST_MALFORMED', 'MONEY_MALFORMED', 'NUMBER_MALFORMED', 'TIME_MALFORMED'],
  },
  {
    method: 'get',
    path: '/log/checkpoint',
    id: 'readCheckpoint',
    tag: 'log',
    summary: 'The latest signed checkpoint (C2SP)',
    access: 'open',
    answers: { 200: { description: 'A signed note', type: TEXT, schema: z.string() } },
    codes: ['NOT_FOUND'],
  },
  {
    method: 'get',
    path: '/log/vkey',
    id: 'readVkey',
    tag: 'log',
    summary: "The log's verifier key",
    access: 'open',
    answers: { 200: { description: 'A vkey', type: TEXT, schema: z.string() } },
  },
  {
    method: 'get',
    path: '/log/blocks/vkey',
    id: 'readAttesterVkey',
    tag: 'log',
    summary: 'The verifier key under which this organisation attests what its ledger committed',
    access: 'open',
    answers: { 200: { description: 'A vkey', type: TEXT, schema: z.string() } },
  },
  {
    method: 'get',
    path: '/log/blocks/{number}',
    id: 'readAttestation',
    tag: 'log',
    summary: "A block's checkpoint under this organisation's cosignature: its word on what was committed",
    access: 'open',
    params: z.object({ number: z.string().regex(/^[1-9][0-9]{0,15}$/) }),
    answers: { 200: { description: 'A signed note', type: TEXT, schema: z.string() } },
    codes: ['NOT_FOUND'],
  },
  {
    method: 'get',
    path: '/log/status/{number}',
    id: 'readStatusSeal',
    tag: 'log',
    summary: 'The bundle of a seal of the map of statuses, with its changes: whoever reads all of them has the map',
    access: 'open',
    params: z.object({ number: z.string().regex(/^[1-9][0-9]{0,15}$/) }),
    answers: { 200: { description: 'The bundle', schema: offlineBundle } },
    codes: ['NOT_FOUND', 'PROOF_PENDING'],
  },
  {
    method: 'get',
    path: '/v1/witnesses',
    id: 'listWitnesses',
    tag: 'log',
    summary: "The witnesses whose cosignatures the log's checkpoints need",
    access: 'open',
    answers: { 200: { description: 'All of them', schema: witnessList } },
  },
  {
    method: 'get',
    path: '/log/tile/{level}/{index}',
    id: 'readTile',
    tag: 'log',
    summary: 'A full tile of hashes, or of entries',
    access: 'open',
    params: z.object({ level, index }),
    answers: { 200: { description: 'The tile', type: 'application/octet-stream', schema: binary } },
    codes: ['NOT_FOUND', 'LOG_PRUNED'],
  },
  {
    method: 'get',
    path: '/log/tile/{level}/{index}.p/{width}',
    id: 'readPartialTile',
    tag: 'log',
    summary: 'A partial tile',
    access: 'open',
    params: z.object({ level, index, width }),
    answers: { 200: { description: 'The tile', type: 'application/octet-stream', schema: binary } },
    codes: ['NOT_FOUND', 'LOG_PRUNED'],
  },
  {
    method: 'get',
    path: '/healthz',
    id: 'readHealth',
    tag: 'system',
    summary: 'Is the process there?',
    access: 'unguarded',
    answers: { 200: { description: 'Yes', schema: z.strictObject({ status: z.literal('ok') }) } },
  },
  {
    method: 'get',
    path: '/readyz',
    id: 'readReadiness',
    tag: 'system',
    summary: 'Are all parts there?',
    access: 'unguarded',
    answers: {
      200: { description: 'All', schema: readiness },
      503: { description: 'Not all', schema: readiness },
    },
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'readMetrics',
    tag: 'system',
    summary: "Metrics in Prometheus' text format",
    access: 'unguarded',
    answers: { 200: { description: 'Metrics', type: TEXT, schema: z.string() } },
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'readOpenApi',
    tag: 'system',
    summary: 'This document',
    access: 'unguarded',
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.literal('3.1.0') }) } },
  },
  {
    method: 'get',
    path: '/docs',
    id: 'readDocs',
    tag: 'system',
    summary: 'This document as a page for people',
    access: 'unguarded',
    answers: { 200: { description: 'A page', type: 'text/html', schema: z.string() } },
  },
  {
    method: 'get',
    path: '/docs/{asset}',
    id: 'readDocsAsset',
    tag: 'system',
    summary: 'A part of that page',
    access: 'unguarded',
    params: z.object({ asset: z.string() }),
    answers: { 200: { description: 'A script', type: 'text/javascript', schema: z.string() } },
    codes: ['NOT_FOUND'],
  },
];
