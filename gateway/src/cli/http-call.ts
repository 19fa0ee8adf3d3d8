import { isErrorCode, LedgerError } from '@lianpiao/chaincode/domain';

export const DEADLINE_MS = 30_000;
const MOST_TRIES = 3;
const PAUSE_MS = 500;

/** A call of the API. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** None for what is open to anyone. */
  readonly apiKey?: string;
  readonly body?: unknown;
  /** Media type of a body that is sent as it is, a text; JSON when absent. */
  readonly type?: string;
  /** For what takes longer than most. */
  readonly deadlineMs?: number;
}

/**
 * Calls the API, each try with a deadline, and again when the network failed: every request of ours may be repeated,
 * since the same one gets the same answer.
 * @throws LedgerError the refusal of the server, or DEADLINE_EXCEEDED when there was no answer.
 */
export async function callApi(call: Call): Promise<{ readonly status: number; readonly text: string }> {
  const { status, bytes } = await repeat(call);
  return { status, text: new TextDecoder().decode(bytes) };
}

/** As {@link callApi}, for what is no text. */
export async function fetchBytes(call: Call): Promise<Uint8Array> {
  return (await repeat(call)).bytes;
}

/**
 * Sends NDJSON and reads NDJSON, as {@link callApi}.
 * @throws LedgerError the refusal of the server, or DEADLINE_EXCEEDED when there was no answer.
 */
export async function callLines(call: {
  readonly url: string;
  readonly apiKey: string;
  readonly body: string;
}): Promise<{ readonly text: string }> {
  const { bytes } = await repeat({ method: 'POST', ...call, type: 'application/x-ndjson' });
  return { text: new TextDecoder().decode(bytes) };
}

interface Answered {
  readonly status: number;
  readonly bytes: Uint8Array;
}

async function repeat(call: Call): Promise<Answered> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(call);
    } catch (cause) {
      if (cause instanceof LedgerError && !isPassing(cause)) throw cause;
      if (attempt >= MOST_TRIES) throw cause instanceof LedgerError ? cause : unanswered(call.url, cause);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  }
}

/** True for what another try may mend: the proof comes within a second, a full queue empties. */
function isPassing({ code }: LedgerError): boolean {
  return code === 'PROOF_PENDING' || code === 'QUEUE_FULL';
}

async function send({ method, url, apiKey, body, type, deadlineMs = DEADLINE_MS }: Call): Promise<Answered> {
  const headers = {
    ...(apiKey === undefined ? undefined : { authorization: `Bearer ${apiKey}` }),
    ...(body === undefined ? undefined : { 'content-type': type ?? 'application/json' }),
  };
  const response = await fetch(url, {
    method,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
    ...(body === undefined ? undefined : { body: type !== undefined && typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.ok) return { status: response.status, bytes };
  throw refusalOf(response.status, new TextDecoder().decode(bytes));
}

/** The problem document of an answer as the error that it tells of. */
function refusalOf(status: number, text: string): LedgerError {
  const problem = parseProblem(text);
  const { code } = problem;
  if (typeof code !== 'string' || !isErrorCode(code))
    return new LedgerError('INTERNAL', { found: `HTTP status ${String(status)}` });
  const detail = Object.fromEntries(
    (['path', 'rule', 'found', 'wanted'] as const).flatMap((name) => {
      const value = problem[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  return new LedgerError(code, detail);
}

function parseProblem(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function unanswered(url: string, cause: unknown): LedgerError {
  const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause);
  return new LedgerError('DEADLINE_EXCEEDED', { found: `${new URL(url).origin}: ${reason}` }, { cause });
}
