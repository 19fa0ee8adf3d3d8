import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request of a webhook as its receiver sees it. */
export interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly message: {
    readonly type: string;
    readonly timestamp: string;
    readonly cursor: string;
    readonly previousCursor: string;
    readonly data: { readonly cursor: string; readonly number?: string; readonly subject?: string };
  };
  /** When it was answered 2xx; undefined when it was not. */
  acceptedAt?: number;
}

/** What a receiver does with a request: a status, or worse. */
export type Behaviour =
  number | 'reset' | 'half-head' | 'half-body' | 'huge' | 'huge-head' | 'redirect' | 'silence' | 'retry-after';

/** Those that end as a delivery: their head says 200. */
export const ACCEPTING: readonly Behaviour[] = [200, 204, 'half-body', 'huge'];

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly got: Received[];
  /** Requests without an answer at most, by path. */
  readonly most: Map<string, number>;
  /** Connections that were made. */
  readonly connections: () => number;
  /** What it does from now on. */
  behave(behaviour: (request: Received) => Behaviour): void;
  accepted(path?: string): Received[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers as it is told. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const got: Received[] = [];
  const most = new Map<string, number>();
  const under = new Map<string, number>();
  let connections = 0;
  let behave: (request: Received) => Behaviour = () => 204;
  const server = createServer((request, response) => {
    void read(request).then((received) => {
      got.push(received);
      const now = (under.get(received.path) ?? 0) + 1;
      under.set(received.path, now);
      most.set(received.path, Math.max(most.get(received.path) ?? 0, now));
      // A moment in which another request for the same path would be seen beside this one.
      setTimeout(() => {
        under.set(received.path, now - 1);
        answer(response, received, behave(received));
      }, 1);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${String(actual)}`,
    port: actual,
    got,
    most,
    connections: () => connections,
    behave: (next) => (behave = next),
    accepted: (path) => got.filter((one) => one.acceptedAt !== undefined && (path === undefined || one.path === path)),
    close: () => close(server),
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const headers = request.headers as Record<string, string>;
  return { path: request.url ?? '', id: headers['webhook-id'] ?? '', headers, body, message: JSON.parse(body) as never };
}

function answer(response: ServerResponse, received: Received, behaviour: Behaviour): void {
  if (ACCEPTING.includes(behaviour)) received.acceptedAt = Date.now();
  const socket = response.socket!;
  switch (behaviour) {
    case 'reset':
      socket.destroy();
      break;
    case 'silence':
      break;
    case 'half-head':
      socket.write('HTTP/1.1 200 O');
      socket.destroySoon();
      break;
    case 'half-body':
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf');
      socket.destroySoon();
      break;
    case 'huge':
      response.writeHead(200);
      // More than anybody reads: the other side hangs up in the middle.
      for (let part = 0; part < 64; part += 1) response.write(Buffer.alloc(64 * 1024));
      response.end();
      break;
    case 'huge-head':
      socket.write(`HTTP/1.1 200 OK\r\nX-Huge: ${'x'.repeat(200_000)}\r\n\r\n`);
      break;
    case 'redirect':
      response.writeHead(307, { location: '/redirected' }).end();
      break;
    case 'retry-after':
      response.writeHead(429, { 'retry-after': '1' }).end();
      break;
    default:
      response.writeHead(behaviour).end('thank you');
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
