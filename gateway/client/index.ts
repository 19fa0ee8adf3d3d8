import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api';

export type { components, operations, paths } from './api';

/** Every path of the API with its parameters, bodies and answers, as docs/openapi.json describes them. */
export type LianpiaoClient = Client<paths>;
/** A refusal (RFC 9457): match on `code`. */
export type Problem = components['schemas']['Problem'];

export interface ClientOptions {
  /** Where the gateway is, such as `https://invoices.example`; in a browser the page's own server when absent. */
  readonly gateway?: string;
  /** Sent as a bearer token; without it only open routes answer. */
  readonly apiKey?: string;
  /** Milliseconds after which a call is given up; 30 s when absent. A stream of changes needs more. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 30_000;

/**
 * A typed client of the API, for Node and browsers. A call gives `data` or `error` (a {@link Problem}) and never throws for
 * a refusal; it throws when there is no answer, and may then be repeated: the same request gets the same answer.
 */
export function createClient({ gateway = '', apiKey, deadlineMs = DEADLINE_MS }: ClientOptions = {}): LianpiaoClient {
  const client = createFetchClient<paths>({ baseUrl: gateway });
  client.use({
    onRequest({ request }) {
      const deadline = AbortSignal.any([request.signal, AbortSignal.timeout(deadlineMs)]);
      const timed = new Request(request, { signal: deadline });
      if (apiKey !== undefined) timed.headers.set('authorization', `Bearer ${apiKey}`);
      return timed;
    },
  });
  return client;
}
