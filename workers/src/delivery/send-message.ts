import { request as requestHttp, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { request as requestHttps, Agent as HttpsAgent } from 'node:https';
import { isIP } from 'node:net';
import type { ReceiverRules } from '@lianpiao/gateway/changes';
import { parseRetryAfter, type Outcome } from './retry-policy';

type Headers = Readonly<Record<string, string>>;
type Resolve = Parameters<ReceiverRules['pinnedLookup']>[1];

/** Connections to one receiver, kept for the deliveries of one turn. */
export interface Line {
  readonly rules: ReceiverRules;
  /** From sending to the head of the answer, connecting included. */
  readonly timeoutMs: number;
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
  /** Finds addresses; tests bring their own. */
  readonly resolve?: Resolve;
}

/** What an answer may hold after its head: it is read away, so that the connection serves again, and never looked at. */
const MAX_ANSWER_BYTES = 64 * 1024;

export function openLine(rules: ReceiverRules, timeoutMs: number, resolve?: Resolve): Line {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return { rules, timeoutMs, ...agents, ...(resolve === undefined ? {} : { resolve }) };
}

/** What is under way on it breaks off. */
export function closeLine({ http, https }: Line): void {
  http.destroy();
  https.destroy();
}

/**
 * Posts a message and tells what the receiver did. The head of the answer decides: whoever answers 2xx has it, whatever
 * follows. Redirects are not followed. Never throws.
 */
export async function sendMessage(line: Line, address: string, headers: Headers, body: string): Promise<Outcome> {
  try {
    const url = line.rules.parseUrl(address);
    // A socket to an address asks for no lookup; a name is judged when the socket asks.
    if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) await line.rules.admit(url);
    const answer = await headOf(line, url, headers, body);
    drain(answer);
    const status = answer.statusCode ?? 0;
    const retryAfterMs = parseRetryAfter(answer.headers['retry-after'], Date.now());
    return { status, outcome: String(status), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  } catch (error) {
    return { outcome: wordFor(error) };
  }
}

function headOf(line: Line, url: URL, headers: Headers, body: string): Promise<IncomingMessage> {
  const [send, agent] = url.protocol === 'https:' ? [requestHttps, line.https] : [requestHttp, line.http];
  return new Promise((resolve, reject) => {
    const lookup = line.rules.pinnedLookup(url, line.resolve);
    const signal = AbortSignal.timeout(line.timeoutMs);
    const options = { method: 'POST', agent, lookup, signal, headers: { ...headers, 'content-length': Buffer.byteLength(body) } };
    send(url, options, resolve).on('error', reject).end(body);
  });
}

/** The deadline of the request ends this too, so that a body which never ends holds nothing for long. */
function drain(answer: IncomingMessage): void {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) answer.destroy();
  });
  // What goes wrong behind the head changes nothing.
  answer.on('error', () => undefined);
}

const WORDS: Readonly<Record<string, string>> = {
  ABORT_ERR: 'timeout',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'broken-off',
  EPIPE: 'broken-off',
};

/** A word of ours for what went wrong: an address or a text of another system tells the webhook's owner too much. */
function wordFor(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'WEBHOOK_URL_FORBIDDEN') return 'forbidden';
  if (code.startsWith('HPE_')) return 'malformed';
  if (/CERT|TLS|SSL|SIGNED/.test(code)) return 'tls';
  return WORDS[code] ?? 'unreachable';
}
