import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

const ids = new WeakMap<IncomingMessage, string>();

/** The id that log, header and problem share. */
export function requestIdOf(request: IncomingMessage): string {
  return ids.get(request) ?? '';
}

/**
 * Gives a request an id and logs it when it is refused or fails; what succeeds is counted by the metrics. Neither bodies nor
 * headers nor queries are logged: they may hold names, tax ids and keys.
 */
export function noteRequest(logger: Logger, request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  ids.set(request, id);
  response.setHeader('X-Request-Id', id);
  const path = pathOf(request);
  response.once('finish', () => {
    const { statusCode: status } = response;
    if (status < 400) return;
    logger[status < 500 ? 'info' : 'error']({ requestId: id, method: request.method, path, status }, 'request refused');
  });
}

export const logRequests =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    noteRequest(logger, request, response);
    next();
  };

/** Logs a fault of ours under the request's id. */
export function logFault(logger: Logger, request: IncomingMessage, error: unknown): void {
  logger.error({ requestId: requestIdOf(request), err: error }, 'fault');
}

/** A claim code opens a sale for whoever knows it: logs do not. */
const CLAIM_PATH = /^(\/(?:c|v1\/claim)\/)[^/]+/i;

/** The path of a request without its query, and without a claim code. */
export function pathOf({ url = '' }: IncomingMessage): string {
  const query = url.indexOf('?');
  return (query < 0 ? url : url.slice(0, query)).replace(CLAIM_PATH, '$1*');
}
