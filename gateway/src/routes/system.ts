import { Router } from 'express';
import type { Gateway } from '../gateway';
import { metricsOfAll } from '../metrics-of-all';
import { openApiDocument } from '../openapi';
import { readinessOf } from '../readiness';

/** Health, readiness, metrics, and the API's own description. */
export function systemRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', (_request, response) => {
    const readiness = readinessOf(gateway);
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });

  router.get('/metrics', async (_request, response) => {
    response.type('text/plain; version=0.0.4').send(await metricsOfAll(gateway.metrics));
  });

  const document = JSON.stringify(openApiDocument());
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(document);
  });

  return router;
}
