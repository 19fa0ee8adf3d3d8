import cluster from 'node:cluster';
import { pino } from 'pino';
import type { GatewayConfig } from './config';
import { installKeys } from './crypto/key-settings';
import { installNativeHasher } from './crypto/native-hasher';
import { createGateway } from './gateway';
import { openDoors } from './http-servers';
import { readinessOf } from './readiness';
import { createServer } from './server';
import { stopServing } from './stop-serving';
import { traceHttp } from './tracing/trace-http';

export const STOP_DEADLINE_MS = 10_000;

/** Serves requests until it is told to stop; what is under way then is answered. */
export function runServer(config: GatewayConfig): void {
  const logger = pino({ level: config.logLevel, base: { room: 'gateway', pid: process.pid } });
  installNativeHasher();
  installKeys(config.keys);
  const gateway = createGateway(config, logger);
  gateway.metrics.showReadiness(() => readinessOf(gateway));
  if (cluster.isWorker) gateway.metrics.offerToPrimary();
  const { tracing } = gateway;
  const serve = createServer(gateway);
  const doors = openDoors(config, tracing === undefined ? serve : traceHttp(tracing, serve), (response) => {
    gateway.metrics.countResponse(response);
  });
  let stopping = false;
  const listen = (): void => {
    if (stopping) return;
    for (const { server, port } of doors) {
      server.listen(port, config.host, () => {
        logger.info({ address: server.address() }, 'gateway listens');
      });
    }
    gateway.sharing.sealer.start();
    gateway.sharing.directory.prober.start();
    gateway.sharing.receiptKeeper.start();
    gateway.life.sweeper.start();
    gateway.status.sealer.start();
    gateway.poolKeeper?.start();
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
    gateway.sharing.directory.prober.stop();
    gateway.sharing.receiptKeeper.stop();
    gateway.life.sweeper.stop();
    gateway.status.sealer.stop();
    gateway.poolKeeper?.stop();
    gateway.erasureFollower.stop();
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    void Promise.all(doors.map(({ server }) => stopServing(server)))
      .then(() => gateway.ranges.idle())
      .then(() => tracing?.close())
      .finally(() => {
        gateway.close();
        process.exit(0);
      });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
