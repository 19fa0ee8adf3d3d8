import cluster from 'node:cluster';
import { pino } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';
import type { GatewayConfig } from './config';
import { answerForAll } from './metrics-of-all';
import { Checkpointer } from './stores/checkpointer';

const RESTART_PAUSE_MS = 100;
const MAX_RESTART_PAUSE_MS = 5000;
/** A process that lived this long starts its count of failures anew. */
const STABLE_MS = 10_000;

/** Keeps the serving processes running: one that ends unasked is started again, ever more slowly while it keeps failing. */
export function runPrimary(config: GatewayConfig): void {
  const logger = pino({ level: config.logLevel, base: { room: 'gateway', pid: process.pid } });
  let stopping = false;
  let failures = 0;
  const ended = watchProcesses();
  const checkpointer = new Checkpointer(config.dataFolder, logger);

  /** The next one starts when this one serves: two that read a long ledger side by side would both be late. */
  const start = (count: number): void => {
    if (stopping || count === 0) return;
    const started = performance.now();
    const worker = cluster.fork();
    let following = count - 1;
    worker.once('listening', () => {
      start(following);
      following = 0;
    });
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      ended.inc();
      failures = performance.now() - started > STABLE_MS ? 1 : failures + 1;
      logger.error({ pid: worker.process.pid, code, signal, failures }, 'a serving process ended');
      setTimeout(() => start(following + 1), Math.min(MAX_RESTART_PAUSE_MS, RESTART_PAUSE_MS * 2 ** Math.min(failures - 1, 10)));
    });
  };
  start(config.processes);

  const stop = (): void => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {});
    const end = (): void => {
      checkpointer.close();
      process.exit(0);
    };
    let left = workers.length;
    if (left === 0) end();
    for (const worker of workers) {
      worker?.once('exit', () => {
        left -= 1;
        if (left === 0) end();
      });
      worker?.process.kill('SIGTERM');
    }
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** What the primary alone knows; @returns the counter of serving processes that ended unasked. */
function watchProcesses(): Counter {
  const registry = new Registry();
  new Gauge({
    name: 'lianpiao_serving_processes',
    help: 'Serving processes that are there',
    registers: [registry],
    collect() {
      this.set(Object.keys(cluster.workers ?? {}).length);
    },
  });
  answerForAll(registry);
  return new Counter({
    name: 'lianpiao_serving_processes_ended_total',
    help: 'Serving processes that ended unasked',
    registers: [registry],
  });
}
