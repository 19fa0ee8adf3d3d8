import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Gateway } from './gateway';
import { fastLane, type Entrance } from './fast-lane';
import { authenticate, identifier, refuseWrongCredentials } from './middleware/authenticate';
import { refuseUnknownMethods } from './middleware/known-methods';
import { answerNotFound, answerProblem } from './middleware/problem';
import { logRequests } from './middleware/request-log';
import { limitRates, requestCounter } from './middleware/rate-limit';
import { readJson } from './middleware/read-json';
import { openApiDocument } from './openapi';
import { anchorRoutes } from './routes/anchors';
import { apiDocsRoutes } from './routes/api-docs';
import { apiKeyRoutes } from './routes/api-keys';
import { batchRoutes } from './routes/batch';
import { catalogueRoutes } from './routes/catalogue';
import { booksRoutes, paymentFileRoutes } from './routes/books';
import { changeRoutes } from './routes/changes';
import { claimRoutes } from './routes/claims';
import { consoleRoutes } from './routes/console';
import { cutRoutes } from './routes/cuts';
import { dataRoutes } from './routes/data';
import { documentRoutes } from './routes/documents';
import { evidenceRoutes } from './routes/evidence';
import { grantRoutes } from './routes/grants';
import { erasureRoutes } from './routes/erasures';
import { importRoutes, originalRoutes } from './routes/imports';
import { invoiceRoutes } from './routes/invoices';
import { logRoutes } from './routes/log';
import { provenanceRoutes } from './routes/provenance';
import { queueBoardRoutes } from './routes/queue-board';
import { reconciliationRoutes } from './routes/reconciliation';
import { registryListRoutes } from './routes/registry-lists';
import { registryRoutes } from './routes/registry';
import { saleRoutes } from './routes/sales';
import { searchRoutes } from './routes/search';
import { sessionRoutes } from './routes/session';
import { systemRoutes } from './routes/system';
import { verificationRoutes } from './routes/verifications';
import { webhookRoutes } from './routes/webhooks';

/** The HTTP server. */
export function createServer(gateway: Gateway): RequestListener {
  const entrance = {
    identify: identifier(credentialsOf(gateway), gateway.clock),
    count: requestCounter(gateway.redis, gateway.config),
  };
  return fastLane(gateway, entrance, createApp(gateway, entrance));
}

/** All routes: a request passes these in their order. */
export function createApp(gateway: Gateway, { identify, count }: Entrance): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(logRequests(gateway.logger));
  app.use(helmet());
  app.use(refuseUnknownMethods(openApiDocument().paths ?? {}));
  app.use(systemRoutes(gateway));
  app.use(apiDocsRoutes());
  app.use(consoleRoutes(gateway));
  app.use(queueBoardRoutes(gateway, count));
  app.use(authenticate(identify));
  app.use(limitRates(count));
  app.use(refuseWrongCredentials);
  app.use(batchRoutes(gateway));
  app.use(paymentFileRoutes(gateway));
  app.use(importRoutes(gateway));
  app.use(readJson);
  app.use(sessionRoutes(gateway));
  app.use(searchRoutes(gateway));
  app.use(invoiceRoutes(gateway));
  app.use(erasureRoutes(gateway));
  app.use(saleRoutes(gateway));
  app.use(claimRoutes(gateway));
  app.use(documentRoutes(gateway));
  app.use(originalRoutes(gateway));
  app.use(evidenceRoutes(gateway));
  app.use(registryRoutes(gateway));
  app.use(registryListRoutes(gateway));
  app.use(apiKeyRoutes(gateway));
  app.use(provenanceRoutes(gateway));
  app.use(verificationRoutes(gateway));
  app.use(changeRoutes(gateway));
  app.use(webhookRoutes(gateway));
  app.use(anchorRoutes(gateway));
  app.use(catalogueRoutes(gateway));
  app.use(grantRoutes(gateway));
  app.use(dataRoutes(gateway));
  app.use(reconciliationRoutes(gateway));
  app.use(booksRoutes(gateway));
  app.use(cutRoutes(gateway));
  app.use(logRoutes(gateway));
  app.use(answerNotFound);
  app.use(answerProblem(gateway.logger));
  return app;
}

/** API keys and grant tokens are two ways to say who one is. */
function credentialsOf({ access, sharing, clock }: Gateway): Parameters<typeof identifier>[0] {
  return { authenticate: (secret) => access.authenticate(secret) ?? sharing.tokens.authenticate(secret, clock()) };
}
