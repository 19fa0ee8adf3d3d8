import type { IncomingMessage, ServerResponse } from 'node:http';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';
import type { IssueOutcome } from '../issuing/issue-desk';
import { requirePrincipal } from '../middleware/authenticate';
import { problemOf, toLedgerError } from '../middleware/problem';
import { LineSplitter } from './line-splitter';

export const NDJSON = 'application/x-ndjson';
/** Lines decided together: one ledger transaction. */
const GROUP_LINES = 512;
const MAX_LINES = 1_000_000;
const MAX_LINE_BYTES = 256 * 1024;

/** Many invoices in one request: NDJSON in, NDJSON out, a line an invoice, in order; a bad line fails alone. */
export function batchRoutes(gateway: Gateway): Router {
  const router = Router();
  router.post('/v1/invoices/batch', async (request, response) => {
    const principal = requirePrincipal(request, 'invoice.issue');
    if (request.is([NDJSON, 'application/ndjson']) === false) throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: NDJSON });
    response.status(200).type(NDJSON);
    await issueLines(request, response, String(request.id), (lines) => gateway.desk.issue(principal.organisation, lines));
  });
  return router;
}

type Issue = (requests: readonly unknown[]) => Promise<readonly IssueOutcome[]>;

/** Reads, issues and answers group by group, so that a batch of any length takes little memory. */
async function issueLines(request: IncomingMessage, response: ServerResponse, requestId: string, issue: Issue): Promise<void> {
  const splitter = new LineSplitter(MAX_LINE_BYTES);
  let group: (string | LedgerError)[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    const lines = group;
    group = [];
    await writeAll(response, await answerGroup(lines, count - lines.length, requestId, issue));
  };
  const take = async (lines: readonly (string | LedgerError)[]): Promise<void> => {
    for (const line of lines) {
      count += 1;
      if (count > MAX_LINES) throw new LedgerError('BATCH_TOO_LONG');
      group.push(line);
      if (group.length === GROUP_LINES) await flush();
    }
  };
  try {
    for await (const chunk of request) await take(splitter.push(chunk as Buffer));
    await take(splitter.end());
    await flush();
  } catch (error) {
    // The answer is under way: what went wrong with the whole batch is said on its last line.
    if (!response.headersSent) throw error;
    await writeAll(response, `${JSON.stringify({ error: problemOf(toLedgerError(error), requestId) })}\n`);
  }
  response.end();
}

/** The answers of a group, a line each; `before` lines were answered already. */
async function answerGroup(
  lines: readonly (string | LedgerError)[],
  before: number,
  requestId: string,
  issue: Issue,
): Promise<string> {
  const parsed = lines.map(parseLine);
  const requests = parsed.filter((line): line is { value: unknown } => !(line instanceof LedgerError));
  const outcomes = requests.length === 0 ? [] : await issue(requests.map(({ value }) => value));
  let next = 0;
  let text = '';
  parsed.forEach((line, index) => {
    const outcome = line instanceof LedgerError ? { error: line } : (outcomes[next++] as IssueOutcome);
    text += answerLine(outcome, before + index + 1, requestId);
  });
  return text;
}

function parseLine(line: string | LedgerError): LedgerError | { value: unknown } {
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

/** Writes and waits when the reader is slow, so that answers do not pile up here. */
async function writeAll(response: ServerResponse, text: string): Promise<void> {
  if (text === '' || response.write(text)) return;
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
