import { createServer as createHttpServer } from 'node:http';
import { pino } from 'pino';
import { readConfig } from './config';
import { installNativeHasher } from './crypto/native-hasher';
import { createGateway } from './gateway';
import { createServer } from './server';

const STOP_DEADLINE_MS = 10_000;
const REQUEST_DEADLINE_MS = 300_000;
const HEADERS_DEADLINE_MS = 20_000;

function main(): void {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel, base: { room: 'gateway' } });
  installNativeHasher();
  const gateway = createGateway(config, logger);
  const server = createHttpServer(createServer(gateway, logger));
  server.requestTimeout = REQUEST_DEADLINE_MS;
  server.headersTimeout = HEADERS_DEADLINE_MS;
  server.keepAliveTimeout = 65_000;
  server.listen(config.port, config.host, () => {
    logger.info({ address: server.address() }, 'gateway listens');
  });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // What is under way is answered; then the stores close.
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    server.close(() => {
      gateway.close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main();
