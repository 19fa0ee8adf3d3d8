import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import type { Gateway } from './gateway';
import { auditRefusedClaim } from './middleware/audit-refusals';
import { principalOf, requireRightCredentials, type Identify } from './middleware/authenticate';
import { sendProblem, sendBody } from './middleware/problem';
import type { CountRequest } from './middleware/rate-limit';
import { jsonBody } from './middleware/read-json';
import { noteRequest } from './middleware/request-log';
import { securityHeaders } from './middleware/security-headers';
import { decideOnData } from './routes/data';
import { issueInvoice, readInvoice } from './routes/invoices';
import { reserveClaim } from './routes/reimbursements';
import { verifyPapers } from './routes/verifications';

/** What every request passes, on either way. */
export interface Entrance {
  readonly identify: Identify;
  readonly count: CountRequest;
}

type Work = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const INVOICE_PATH = /^\/v1\/invoices\/([0-9]{20})$/;
const CHECK_PATH = /^\/v1\/data\/([a-z0-9-]+)\/check(?:\?(.*))?$/;
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * Nearly all requests are one of five: issue an invoice, read one, verify one, claim one, ask whether data may be read. In their
 * plain form they go a straight way: the same checks in the same order and the same work, without the router, which costs more
 * than the work itself (docs/performance.md). Everything else goes through the app, and so does any of the five that is unusual
 * in its form.
 */
export function fastLane(gateway: Gateway, { identify, count }: Entrance, app: RequestListener): RequestListener {
  const headers = securityHeaders();
  const serve = async (work: Work, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const asked = identify(request);
      // A key is known at once; only who shows something else is waited for.
      if (asked !== undefined) await asked;
      await count(request, response);
      requireRightCredentials(request);
      await work(request, response);
    } catch (error) {
      sendProblem(gateway.logger, request, response, error);
    }
  };
  return (request, response) => {
    const work = workFor(gateway, request);
    if (work === undefined) {
      app(request, response);
      return;
    }
    noteRequest(gateway.logger, request, response);
    for (const [name, value] of headers) response.setHeader(name, value);
    void serve(work, request, response);
  };
}

function workFor(gateway: Gateway, { method, url = '', headers }: IncomingMessage): Work | undefined {
  if (method === 'GET') return isPlain(headers) ? readingFor(gateway, url) : undefined;
  const post = method === 'POST' && isPlainJson(headers) ? POSTS.get(url) : undefined;
  return post && ((request, response) => post(gateway, request, response));
}

function readingFor(gateway: Gateway, url: string): Work | undefined {
  const [, number] = INVOICE_PATH.exec(url) ?? [];
  if (number !== undefined) return (request, response) => readInvoice(gateway, request, response, number);
  const [, grant, query] = CHECK_PATH.exec(url) ?? [];
  if (grant === undefined) return undefined;
  return (request, response) => decideOnData(gateway, { request, grant, query: parseQuery(query ?? '') }, response);
}

const POSTS: ReadonlyMap<string, (gateway: Gateway, ...exchange: Parameters<Work>) => Promise<void>> = new Map([
  ['/v1/invoices', async (gateway, request, response) => issueInvoice(gateway, request, response, await jsonBody(request))],
  ['/v1/claims', answerClaim],
  [
    '/v1/verifications',
    async (gateway, request, response) => {
      sendBody(response, 200, JSON.stringify(verifyPapers(gateway, await jsonBody(request))));
    },
  ],
]);

/** A refused claim leaves its entry in the audit log before it is answered, as on the other way. */
async function answerClaim(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await jsonBody(request);
  try {
    sendBody(response, 201, JSON.stringify(await reserveClaim(gateway, request, body)));
  } catch (error) {
    await auditRefusedClaim(gateway, principalOf(request), body, error);
    throw error;
  }
}

type Headers = IncomingMessage['headers'];

/** A person's session is renewed on the other way, and a body where none belongs is read there. */
function isPlain(headers: Headers): boolean {
  return headers.cookie === undefined && headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;
}

function isPlainJson(headers: Headers): boolean {
  return (
    headers.cookie === undefined &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length']) > 0 &&
    JSON_TYPE.test(headers['content-type'] ?? '')
  );
}
