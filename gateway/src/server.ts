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
import { catalogueRoutes } from './routes/catalogue';
import { changeRoutes } from './routes/changes';
import { dataRoutes } from './routes/data';
import { grantRoutes } from './routes/grants';
import { invoiceRoutes } from './routes/invoices';
import { logRoutes } from './routes/log';
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
  app.use(authenticate(credentialsOf(gateway), gateway.clock));
  app.use(limitRates(gateway.redis, gateway.config));
  app.use(refuseWrongCredentials);
  app.use(batchRoutes(gateway));
  app.use(readJson);
  app.use(invoiceRoutes(gateway));
  app.use(registryRoutes(gateway));
  app.use(apiKeyRoutes(gateway));
  app.use(verificationRoutes(gateway));
  app.use(changeRoutes(gateway));
  app.use(catalogueRoutes(gateway));
  app.use(grantRoutes(gateway));
  app.use(dataRoutes(gateway));
  app.use(logRoutes(gateway));
  app.use(answerNotFound);
  app.use(answerProblem(gateway.logger));
  return app;
}

/** API keys and grant tokens are two ways to say who one is. */
function credentialsOf({ access, sharing, clock }: Gateway): Parameters<typeof authenticate>[0] {
  return { authenticate: (secret) => access.authenticate(secret) ?? sharing.tokens.authenticate(secret, clock()) };
}
