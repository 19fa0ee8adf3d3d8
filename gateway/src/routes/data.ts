import type { ServerResponse } from 'node:http';
import { LedgerError, parseStrictJson } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Condition } from '../access/condition';
import type { Asked } from '../access/decide';
import { sendStream } from '../data-plane/send-stream';
import type { Gateway } from '../gateway';
import { parseWith } from '../middleware/parse';
import { problemOf, sendBody, toLedgerError } from '../middleware/problem';
import { logFault, requestIdOf } from '../middleware/request-log';
import { callerOf, formed, questionOf, type Question } from './asked';
import { NDJSON } from './batch';
import { conditions, dataCheck, dataPage, dataStream } from './grant-schemas';

const MAX_STREAMS = 200;

/** Data under a grant: the decision alone, a page of rows, or all rows as a stream. */
export function dataRoutes(gateway: Gateway): Router {
  const router = Router();
  const { desk } = gateway.sharing;

  router.get('/v1/data/:grant/check', (request, response) => decideOnData(gateway, questionOf(request), response));

  router.get('/v1/data/:grant/rows', async (request, response) => {
    const question = questionOf(request);
    const [asked, page] = await formed(desk, question, 'read', () => {
      const { after, limit, ...query } = parseWith(dataPage, question.query);
      return [askedOf(question, query), { after, limit }] as const;
    });
    const { rows, next, receipt } = await desk.page(asked, page);
    // The rows are JSON texts already.
    response
      .type('application/json')
      .send(`{"items":[${rows.join(',')}],"next":${JSON.stringify(next ?? null)},"receipt":${JSON.stringify(receipt)}}`);
  });

  let streams = 0;
  router.get('/v1/data/:grant/stream', async (request, response) => {
    const question = questionOf(request);
    const asked = await formed(desk, question, 'stream', () => askedOf(question, parseWith(dataStream, question.query)));
    if (streams >= MAX_STREAMS) throw new LedgerError('QUEUE_FULL');
    streams += 1;
    try {
      const abort = new AbortController();
      const stream = await desk.stream(asked, abort.signal);
      response.writeHead(200, { 'Content-Type': NDJSON, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      if (request.method === 'HEAD') abort.abort();
      await sendStream(stream, response, {
        abort,
        stopping: gateway.stopping.signal,
        problem: (error) => {
          const refusal = toLedgerError(error);
          if (refusal.code === 'INTERNAL') logFault(gateway.logger, request, error);
          return problemOf(refusal, requestIdOf(request));
        },
      });
    } finally {
      streams -= 1;
    }
  });

  return router;
}

/** Whether data may be read, and which; nothing is. @throws LedgerError. */
export async function decideOnData({ sharing: { desk } }: Gateway, question: Question, response: ServerResponse): Promise<void> {
  const asked = await formed(desk, question, 'check', () => askedOf(question, parseWith(dataCheck, question.query)));
  const { resource, fields } = await desk.check(asked);
  sendBody(response, 200, JSON.stringify({ grant: asked.grant, resource, fields, allowed: true }));
}

/** Who asks for what, when its form is right. @throws LedgerError. */
function askedOf(
  question: Question,
  query: { readonly fields?: string | undefined; readonly where?: string | undefined },
): Asked {
  const fields = query.fields?.split(',');
  if (fields !== undefined && new Set(fields).size !== fields.length)
    throw new LedgerError('FIELD_INVALID', { path: '/fields', wanted: 'each field once' });
  const where = readConditions(query.where);
  return { ...callerOf(question), where, ...(fields === undefined ? undefined : { fields }) };
}

/** @throws LedgerError FILTER_INVALID, whatever is wrong with them. */
function readConditions(text: string | undefined): readonly Condition[] {
  if (text === undefined) return [];
  try {
    return parseWith(conditions, parseStrictJson(text));
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    throw new LedgerError('FILTER_INVALID', { path: `/where${cause.detail.path ?? ''}` }, { cause });
  }
}
