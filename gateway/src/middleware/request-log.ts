import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

const ids = new WeakMap<Request, string>();

/** The id that log, header and problem share. */
export function requestIdOf(request: Request): string {
  return ids.get(request) ?? '';
}

/**
 * Gives every request an id and logs those that were refused or failed; what succeeds is counted by the metrics. Neither
 * bodies nor headers nor queries are logged: they may hold names, tax ids and keys.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    ids.set(request, id);
    response.setHeader('X-Request-Id', id);
    const { method, path } = request;
    response.once('finish', () => {
      const { statusCode: status } = response;
      if (status < 400) return;
      logger[status < 500 ? 'info' : 'error']({ requestId: id, method, path, status }, 'request refused');
    });
    next();
  };
}

/** Logs a fault of ours under the request's id. */
export function logFault(logger: Logger, request: Request, error: unknown): void {
  logger.error({ requestId: requestIdOf(request), err: error }, 'fault');
}
