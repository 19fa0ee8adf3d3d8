import type { IncomingMessage, ServerResponse } from 'node:http';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Request, type Response } from 'express';
import type { Gateway } from '../gateway';
import type { IssueOutcome } from '../issuing/issue-desk';
import { auditRefusedReds } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { problemOf, toLedgerError } from '../middleware/problem';
import { logFault, requestIdOf } from '../middleware/request-log';
import { hasBody, refuseEncoded } from '../middleware/read-json';
import { LineSplitter } from './line-splitter';

export const NDJSON = 'application/x-ndjson';
/** Lines decided together, one ledger transaction; fewer when they are long. */
const GROUP_LINES = 1024;
const GROUP_CHARACTERS = 8 * 1024 * 1024;
export const MAX_BATCH_LINES = 1_000_000;
export const MAX_LINE_BYTES = 256 * 1024;
/** Answers that may wait for a client that sends everything before it reads anything. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;

type Line = string | LedgerError;
type Issue = (requests: readonly unknown[]) => Promise<readonly IssueOutcome[]>;

/** Many invoices in one request: NDJSON in, NDJSON out, a line an invoice, in order; a bad line fails alone. */
export function batchRoutes(gateway: Gateway): Router {
  const router = Router();
  router.post('/v1/invoices/batch', async (request, response) => {
    const principal = requirePrincipal(request, 'invoice.issue');
    await answerLines(gateway, request, response, async (lines) => {
      const outcomes = await gateway.desk.issue(principal.organisation, lines);
      await auditRefusedReds(gateway, principal, lines, outcomes);
      return outcomes;
    });
  });
  return router;
}

/** Answers NDJSON line by line, each with the outcome that `issue` gives it. */
export async function answerLines(gateway: Gateway, request: Request, response: Response, issue: Issue): Promise<void> {
  refuseWrongBody(request);
  response.status(200).type(NDJSON);
  const batch = new Batch(response, requestIdOf(request), issue);
  try {
    await batch.run(request);
  } catch (error) {
    // A client that has gone hears nothing; what was accepted stays accepted, and it may ask again.
    if (response.destroyed) return;
    // Before the first answer line, the whole request is refused.
    if (!response.headersSent) throw error;
    const refusal = toLedgerError(error);
    if (refusal.code === 'INTERNAL') logFault(gateway.logger, request, error);
    response.write(`${JSON.stringify({ error: problemOf(refusal, requestIdOf(request)) })}\n`);
  }
  response.end();
}

function refuseWrongBody(request: Request): void {
  if (!hasBody(request)) throw noLines();
  refuseEncoded(request);
  const type = request.is([NDJSON, 'application/ndjson']);
  if (typeof type !== 'string') throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: NDJSON });
}

function noLines(): LedgerError {
  return new LedgerError('FIELD_MISSING', { wanted: 'at least one line' });
}

/** Reads, issues and answers group by group, so that a batch of any length takes little memory. */
class Batch {
  readonly #response: ServerResponse;
  readonly #requestId: string;
  readonly #issue: Issue;
  #group: Line[] = [];
  #characters = 0;
  #taken = 0;
  #answered = 0;

  constructor(response: ServerResponse, requestId: string, issue: Issue) {
    this.#response = response;
    this.#requestId = requestId;
    this.#issue = issue;
  }

  async run(request: IncomingMessage): Promise<void> {
    const splitter = new LineSplitter(MAX_LINE_BYTES);
    // A refusal must not destroy the connection: the client is to read it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) await this.#take(splitter.push(chunk as Buffer));
    await this.#take(splitter.end());
    if (this.#taken === 0) throw noLines();
    await this.#flush();
  }

  async #take(lines: readonly Line[]): Promise<void> {
    for (const line of lines) {
      this.#taken += 1;
      if (this.#taken > MAX_BATCH_LINES) throw new LedgerError('BATCH_TOO_LONG');
      this.#group.push(line);
      this.#characters += typeof line === 'string' ? line.length : 0;
      if (this.#group.length === GROUP_LINES || this.#characters > GROUP_CHARACTERS) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    const lines = this.#group;
    this.#group = [];
    this.#characters = 0;
    const { text, ascii } = await this.#answers(lines);
    await writeAll(this.#response, text, ascii);
  }

  /** The answers' text; all good ones are ASCII, which is cheaper to send. */
  async #answers(lines: readonly Line[]): Promise<{ readonly text: string; readonly ascii: boolean }> {
    const parsed = lines.map(parseLine);
    const requests = parsed.filter((line): line is { value: unknown } => !(line instanceof LedgerError));
    const outcomes = requests.length === 0 ? [] : await this.#issue(requests.map(({ value }) => value));
    let next = 0;
    let text = '';
    let ascii = true;
    for (const line of parsed) {
      const outcome = line instanceof LedgerError ? { error: line } : (outcomes[next++] as IssueOutcome);
      this.#answered += 1;
      ascii &&= 'answer' in outcome;
      text += answerLine(outcome, this.#answered, this.#requestId);
    }
    return { text, ascii };
  }
}

function parseLine(line: Line): LedgerError | { value: unknown } {
  if (line instanceof LedgerError) return line;
  try {
    return { value: JSON.parse(line) as unknown };
  } catch (cause) {
    return new LedgerError('BODY_MALFORMED', {}, { cause });
  }
}

function answerLine(outcome: IssueOutcome, line: number, requestId: string): string {
  if ('answer' in outcome)
    return `{"line":${String(line)},"status":${outcome.created ? '201' : '200'},"invoice":${outcome.answer}}\n`;
  const existing = outcome.existing === undefined ? '' : `,"existing":${outcome.existing}`;
  return `{"line":${String(line)},"status":${String(outcome.error.status)},"error":${JSON.stringify(problemOf(outcome.error, requestId))}${existing}}\n`;
}

/** Writes, and waits for a reader that is far behind, so that answers do not pile up here. */
async function writeAll(response: ServerResponse, text: string, ascii: boolean): Promise<void> {
  if (text === '') return;
  response.write(text, ascii ? 'latin1' : 'utf8');
  if (response.writableLength <= MAX_UNREAD_BYTES || response.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
