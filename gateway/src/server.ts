import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Gateway } from './gateway';
import { authenticate, refuseWrongCredentials } from './middleware/authenticate';
import { refuseUnknownMethods } from './middleware/known-methods';
import { answerNotFound, answerProblem, requestIdOf } from './middleware/problem';
import { limitRates } from './middleware/rate-limit';
import { readJson } from './middleware/read-json';
import { openApiDocument } from './openapi';
import { apiKeyRoutes } from './routes/api-keys';
import { batchRoutes } from './routes/batch';
import { changeRoutes } from './routes/changes';
import { invoiceRoutes } from './routes/invoices';
import { logRoutes } from './routes/log';
import { registryRoutes } from './routes/registry';
import { systemRoutes } from './routes/system';
import { verificationRoutes } from './routes/verifications';

/** The HTTP server: a request passes these in their order. */
export function createServer(gateway: Gateway, logger: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(pinoHttp({ logger, genReqId: () => randomUUID(), customLogLevel: levelOf, serializers: quietSerializers }));
  app.use((request, response, next) => {
    response.setHeader('X-Request-Id', requestIdOf(request));
    next();
  });
  app.use(helmet());
  app.use(refuseUnknownMethods(openApiDocument().paths ?? {}));
  app.use(systemRoutes(gateway));
  app.use(authenticate(gateway.access, gateway.clock));
  app.use(limitRates(gateway.redis, gateway.config));
  app.use(refuseWrongCredentials);
  app.use(batchRoutes(gateway));
  app.use(readJson);
  app.use(invoiceRoutes(gateway));
  app.use(registryRoutes(gateway));
  app.use(apiKeyRoutes(gateway));
  app.use(verificationRoutes(gateway));
  app.use(changeRoutes(gateway));
  app.use(logRoutes(gateway));
  app.use(answerNotFound);
  app.use(answerProblem);
  return app;
}

/** What succeeds is counted by the metrics; the log keeps what did not. */
function levelOf(_request: unknown, response: { statusCode: number }): 'debug' | 'error' | 'info' {
  if (response.statusCode >= 500) return 'error';
  return response.statusCode >= 400 ? 'info' : 'debug';
}

/** Neither bodies nor headers nor queries are logged: they may hold names, tax ids and keys. */
const quietSerializers = {
  req: (request: { method: string; url: string; id: unknown }) => ({
    id: request.id,
    method: request.method,
    path: request.url.split('?')[0],
  }),
  res: (response: { statusCode: number }) => ({ status: response.statusCode }),
};
