import createClient, { type Middleware } from 'openapi-fetch';
import { currentHeader, sessionIsOver } from './credentials';
import { ApiProblem, readProblem, Unreachable } from './problem';
import type { paths } from '@lianpiao/gateway/client';

/** An answer that takes longer is given up: the reader is told, and may try again. */
const DEADLINE_MS = 20_000;

const credentials: Middleware = {
  onRequest({ request }) {
    const header = currentHeader();
    if (header !== null) request.headers.set('Authorization', header);
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    // A session that has ended keeps the page as it is: whoever signs in again goes on where they were.
    if (response.status === 401) sessionIsOver(request.headers.get('Authorization'));
    throw new ApiProblem(await readProblem(response));
  },
  onError({ error }) {
    return error instanceof ApiProblem ? error : new Unreachable(error);
  },
};

/** The public API, typed by its OpenAPI document. A refusal is thrown as {@link ApiProblem}, a lost network as {@link Unreachable}. */
export const api = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? '' : location.origin,
  fetch: (request: Request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE_MS)]) }),
});
api.use(credentials);

/** The body of an answer; refusals have been thrown before. */
export async function answerOf<Body>(call: Promise<{ data?: Body | undefined }>): Promise<Body> {
  const { data } = await call;
  return data as Body;
}
