import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Redis } from 'ioredis';
import type { WatchAddress } from '../config';
import type { WorkerMetrics } from './worker-metrics';

const REQUEST_DEADLINE_MS = 10_000;

/**
 * Serves `/metrics` for Prometheus, and `/healthz`, which says whether this process can take jobs at the moment: 503 while
 * Redis is away. Nothing secret is shown, and nothing can be changed; still it belongs on an address that only the operator
 * reaches.
 * @throws Error when the address is taken.
 */
export async function serveMetrics(metrics: WorkerMetrics, redis: Redis, { host, port }: WatchAddress): Promise<Server> {
  const server = createServer((request, response) => {
    answer(metrics, redis, request.url ?? '', response).catch(() => {
      response.destroy();
    });
  });
  server.requestTimeout = REQUEST_DEADLINE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function answer(metrics: WorkerMetrics, redis: Redis, url: string, response: ServerResponse): Promise<void> {
  if (url === '/metrics') {
    const text = await metrics.text();
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
    return;
  }
  const ready = redis.status === 'ready';
  const status = url !== '/healthz' ? 404 : ready ? 200 : 503;
  response
    .writeHead(status, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ status: status === 200 ? 'ok' : 'no' }));
}
