import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Witness } from './witness';

/** A checkpoint with 100 signatures and 63 hashes fits several times. */
const MAX_BODY_BYTES = 65_536;
const REQUEST_DEADLINE_MS = 5000;
const MAX_CONNECTIONS = 256;

/**
 * The witness over HTTP: `POST /add-checkpoint` (C2SP tlog-witness), and `GET /<SHA-256 of the origin>/checkpoint` with the
 * newest checkpoint that it cosigned, for monitors.
 */
export function witnessServer(witness: Witness, onFault: (error: unknown) => void): Server {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onFault(error);
      send(response, 500, 'something is wrong on our side\n');
    });
  });
  server.requestTimeout = REQUEST_DEADLINE_MS;
  server.headersTimeout = REQUEST_DEADLINE_MS;
  server.maxConnections = MAX_CONNECTIONS;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    if (method === 'POST' && url === '/add-checkpoint') {
      const body = await readBody(request);
      if (body === undefined) {
        send(response, 413, 'too large\n');
        return;
      }
      const { status, body: text, type } = witness.add(body);
      send(response, status, text, type);
      return;
    }
    const origin = method === 'GET' ? witness.origins.find((known) => url === `/${originHash(known)}/checkpoint`) : undefined;
    const note = origin === undefined ? undefined : witness.latest(origin);
    if (note === undefined) send(response, 404, 'there is nothing here\n');
    else send(response, 200, note);
  }

  return server;
}

/** How the address of a log's checkpoint begins at a witness. */
export function originHash(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

/** The body as text; undefined when it is longer than allowed. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
  response.end(body);
}
