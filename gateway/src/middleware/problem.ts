import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES, LedgerError, type ErrorCode } from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import type { BrokenRule } from '../en16931/official-rules';
import { RulesRefusal } from '../en16931/rules-refusal';
import { challengeOf } from './challenge';
import { logFault, requestIdOf } from './request-log';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** RFC 9457 problem details, with our stable code and the request's id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly titleZh: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly requestId: string;
  /** JSON Pointer of the field, the rule, what was found and wanted. */
  readonly path?: string;
  readonly rule?: string;
  readonly found?: string;
  readonly wanted?: string;
  /** With DOCUMENT_RULES_BROKEN: every rule that the document breaks. */
  readonly violations?: readonly BrokenRule[];
}

export const PROBLEM_TYPE = 'application/problem+json';

export function problemOf(error: LedgerError, requestId: string): Problem {
  const { status, en, zh } = ERROR_CODES[error.code];
  return {
    type: `https://lianpiao.example/errors#${error.code}`,
    title: en,
    titleZh: zh,
    status,
    code: error.code,
    requestId,
    ...error.detail,
    ...(error instanceof RulesRefusal ? { violations: error.violations } : {}),
  };
}

/** What is thrown becomes a refusal with a code; what we did not expect is a fault of ours, without its details. */
export function toLedgerError(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error;
  // The router's word for a path whose percent-encoding is wrong.
  if (error instanceof URIError)
    return new LedgerError('FIELD_INVALID', { wanted: 'a path in percent-encoded UTF-8' }, { cause: error });
  return new LedgerError('INTERNAL', {}, { cause: error });
}

/** The one place where errors become answers. @returns false when an answer is under way already. */
export function sendProblem(logger: Logger, request: IncomingMessage, response: ServerResponse, error: unknown): boolean {
  const refusal = toLedgerError(error);
  if (refusal.code === 'INTERNAL') logFault(logger, request, error);
  if (response.headersSent) return false;
  const problem = problemOf(refusal, requestIdOf(request));
  setRefusalHeaders(request, response, refusal.code);
  sendBody(response, problem.status, JSON.stringify(problem), PROBLEM_TYPE);
  return true;
}

/** What HTTP asks of a refusal, in whatever form its body is (RFC 9110, 10.2.3 and 11.6.1). */
export function setRefusalHeaders(request: IncomingMessage, response: ServerResponse, code: ErrorCode): void {
  const { status } = ERROR_CODES[code];
  if (status === 503) response.setHeader('Retry-After', '1');
  if (status === 401) response.setHeader('WWW-Authenticate', challengeOf(request, code));
}

/** Sends a body with its length; written out by hand, since tills wait for it. */
export function sendBody(response: ServerResponse, status: number, body: string | Buffer, type = 'application/json'): void {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

export const answerProblem =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (!sendProblem(logger, request, response, error)) next(error);
  };

/** What no route took. */
export const answerNotFound: RequestHandler = () => {
  throw new LedgerError('NOT_FOUND');
};
