import { createServer as createHttpServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { GatewayConfig } from './config';
import type { TlsSettings } from './tls-settings';

const REQUEST_DEADLINE_MS = 300_000;
const HEADERS_DEADLINE_MS = 20_000;
const KEEP_ALIVE_MS = 65_000;
const HANDSHAKE_MS = 5_000;

/** A server with the port that it is to listen on. */
export interface Door {
  readonly server: Server;
  readonly port: number;
}

/** The doors of one process: plain HTTP for a proxy to stand before and, where there is a certificate, TLS for machines. */
export function openDoors(
  { port, tls }: Pick<GatewayConfig, 'port' | 'tls'>,
  serve: RequestListener,
  answered: (response: ServerResponse) => void,
): readonly Door[] {
  const plain = { server: createHttpServer(serve), port };
  const doors = tls === undefined ? [plain] : [plain, { server: tlsServer(tls, serve), port: tls.port }];
  for (const { server } of doors) {
    server.prependListener('request', (_request, response: ServerResponse) => {
      response.once('finish', () => {
        answered(response);
      });
    });
    server.requestTimeout = REQUEST_DEADLINE_MS;
    server.headersTimeout = HEADERS_DEADLINE_MS;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
  }
  return doors;
}

/** Whoever has no certificate, or one that does not count here, is served as without: what is bound to one is refused later. */
function tlsServer({ certificate, privateKey, clientCa }: TlsSettings, serve: RequestListener): Server {
  const asking = clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: false };
  return createTlsServer({ cert: certificate, key: privateKey, handshakeTimeout: HANDSHAKE_MS, ...asking }, serve);
}
