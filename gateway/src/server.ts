import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Gateway } from './gateway';
import { authenticate, refuseWrongCredentials } from './middleware/authenticate';
import { refuseUnknownMethods } from './middleware/known-methods';
import { answerNotFound, answerProblem } from './middleware/problem';
import { logRequests } from './middleware/request-log';
import { limitRates } from './middleware/rate-limit';
import { readJson } from './middleware/read-json';
import { openApiDocument } from './openapi';
import { apiKeyRoutes } from './routes/api-keys';
import { batchRoutes } from './routes/batch';
import { booksRoutes, paymentFileRoutes } from './routes/books';
import { changeRoutes } from './routes/changes';
import { invoiceRoutes } from './routes/invoices';
import { logRoutes } from './routes/log';
import { reconciliationRoutes } from './routes/reconciliation';
import { registryRoutes } from './routes/registry';
import { systemRoutes } from './routes/system';
import { verificationRoutes } from './routes/verifications';

/** The HTTP server: a request passes these in their order. */
export function createServer(gateway: Gateway): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(logRequests(gateway.logger));
  app.use(helmet());
  app.use(refuseUnknownMethods(openApiDocument().paths ?? {}));
  app.use(systemRoutes(gateway));
  app.use(authenticate(gateway.access, gateway.clock));
  app.use(limitRates(gateway.redis, gateway.config));
  app.use(refuseWrongCredentials);
  app.use(batchRoutes(gateway));
  app.use(paymentFileRoutes(gateway));
  app.use(readJson);
  app.use(invoiceRoutes(gateway));
  app.use(registryRoutes(gateway));
  app.use(apiKeyRoutes(gateway));
  app.use(verificationRoutes(gateway));
  app.use(changeRoutes(gateway));
  app.use(reconciliationRoutes(gateway));
  app.use(booksRoutes(gateway));
  app.use(logRoutes(gateway));
  app.use(answerNotFound);
  app.use(answerProblem(gateway.logger));
  return app;
}
