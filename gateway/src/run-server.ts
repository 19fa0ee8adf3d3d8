import { createServer as createHttpServer } from 'node:http';
import { pino } from 'pino';
import type { GatewayConfig } from './config';
import { installNativeHasher } from './crypto/native-hasher';
import { createGateway } from './gateway';
import { createServer } from './server';

export const STOP_DEADLINE_MS = 10_000;
const REQUEST_DEADLINE_MS = 300_000;
const HEADERS_DEADLINE_MS = 20_000;
const KEEP_ALIVE_MS = 65_000;

/** Serves requests until it is told to stop; what is under way then is answered. */
export function runServer(config: GatewayConfig): void {
  const logger = pino({ level: config.logLevel, base: { room: 'gateway', pid: process.pid } });
  installNativeHasher();
  const gateway = createGateway(config, logger);
  const server = createHttpServer(createServer(gateway));
  server.requestTimeout = REQUEST_DEADLINE_MS;
  server.headersTimeout = HEADERS_DEADLINE_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  let stopping = false;
  const listen = (): void => {
    if (stopping) return;
    server.listen(config.port, config.host, () => {
      logger.info({ address: server.address() }, 'gateway listens');
    });
    gateway.sharing.sealer.start();
    gateway.erasureFollower.start();
  };
  gateway.caughtUp().then(listen, (error: unknown) => {
    logger.warn({ err: error }, 'the network of the ledger is away: what was known is served');
    listen();
  });

  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    gateway.stopping.abort();
    gateway.sharing.sealer.stop();
    gateway.erasureFollower.stop();
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    server.close(() => {
      void gateway.ranges.idle().finally(() => {
        gateway.close();
        process.exit(0);
      });
    });
    server.closeIdleConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
