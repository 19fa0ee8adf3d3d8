import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as SocketServer } from 'node:net';

/**
 * How long idle connections stay open: a caller may have sent a request on one at the moment when we are told to stop. It is
 * answered, with the word that the connection ends. Callers that send rarely find their connection closed, and open another.
 */
const LINGER_MS = 1500;
/** Between two looks for connections whose last request was answered since. */
const LOOK_MS = 50;

/**
 * Takes no new connections, answers what comes on those that are open, each with `Connection: close`, and resolves when the
 * last one is closed.
 */
export function stopServing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      response.shouldKeepAlive = false;
    });
    // The HTTP server's own `close` ends idle connections at once, with what their callers are just sending.
    SocketServer.prototype.close.call(server, () => {
      clearInterval(looks);
      resolve();
    });
    const lingersUntil = performance.now() + LINGER_MS;
    const looks = setInterval(() => {
      if (performance.now() > lingersUntil) server.closeIdleConnections();
    }, LOOK_MS);
  });
}
