import { Router } from 'express';
import type { Gateway } from '../gateway';
import { readHold } from '../keeping/hold';
import { openApiDocument } from '../openapi';

/** Sealing later than this after a commit is a fault that readiness reports. */
const MAX_SEAL_LAG_MS = 10_000;

/** Health, readiness, metrics, and the API's own description. */
export function systemRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', (_request, response) => {
    const length = gateway.ledger.length();
    const sealed = gateway.log.latest();
    const parts = {
      ledger: { ready: readHold(gateway.config.dataFolder) === undefined, length },
      redis: { ready: gateway.redis.status === 'ready' },
      index: { ready: length - gateway.index.height() < 100_000, height: gateway.index.height() },
      log: {
        ready: sealed?.size === length || gateway.clock() - (sealed?.sealedAt ?? gateway.startedAt) < MAX_SEAL_LAG_MS,
        size: sealed?.size ?? 0,
      },
    };
    const ready = Object.values(parts).every((part) => part.ready);
    response.status(ready ? 200 : 503).json({ ready, parts });
  });

  router.get('/metrics', async (_request, response) => {
    response.type('text/plain; version=0.0.4').send(await gateway.metrics.text());
  });

  const document = JSON.stringify(openApiDocument());
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(document);
  });

  return router;
}
