import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Gateway } from './gateway';
import { fastLane, type Entrance } from './fast-lane';
import { authenticate, identifier, refuseWrongCredentials, type Credentials } from './middleware/authenticate';
import { refuseUnknownMethods } from './middleware/known-methods';
import { answerNotFound, answerProblem } from './middleware/problem';
import { logRequests } from './middleware/request-log';
import { limitRates, requestCounter } from './middleware/rate-limit';
import { readJson } from './middleware/read-json';
import { openApiDocument } from './openapi';
import { accountingRoutes } from './routes/accounting';
import { anchorRoutes } from './routes/anchors';
import { apiDocsRoutes } from './routes/api-docs';
import { apiKeyRoutes } from './routes/api-keys';
import { batchRoutes } from './routes/batch';
import { catalogueSchemaRoutes } from './routes/catalogue-schemas';
import { catalogueEntryRoutes } from './routes/catalogue-entries';
import { catalogueRoutes } from './routes/catalogue';
import { booksRoutes, paymentFileRoutes } from './routes/books';
import { changeRoutes } from './routes/changes';
import { claimRoutes } from './routes/claims';
import { consoleRoutes } from './routes/console';
import { cutRoutes } from './routes/cuts';
import { correctionRoutes } from './routes/corrections';
import { dcatRoutes } from './routes/dcat';
import { dataRoutes } from './routes/data';
import { directoryRoutes } from './routes/directory';
import { dataspaceRoutes } from './routes/dataspace';
import { documentRoutes } from './routes/documents';
import { evidenceRoutes } from './routes/evidence';
import { figuresRoutes } from './routes/figures';
import { grantRoutes } from './routes/grants';
import { handoverRoutes } from './routes/handovers';
import { erasureRoutes } from './routes/erasures';
import { importCorrectionRoutes } from './routes/import-correction';
import { importRoutes, originalRoutes } from './routes/imports';
import { invoiceRoutes } from './routes/invoices';
import { lifeRoutes } from './routes/life';
import { logRoutes } from './routes/log';
import { myRoutes } from './routes/my';
import { negotiationRoutes } from './routes/negotiations';
import { provenanceRoutes } from './routes/provenance';
import { queueBoardRoutes } from './routes/queue-board';
import { reconciliationRoutes } from './routes/reconciliation';
import { reimbursementRoutes } from './routes/reimbursements';
import { registryListRoutes } from './routes/registry-lists';
import { registryRoutes } from './routes/registry';
import { saleRoutes } from './routes/sales';
import { searchRoutes } from './routes/search';
import { sessionRoutes } from './routes/session';
import { renewSessions, signInRoutes } from './routes/sign-in';
import { sharingRoutes } from './routes/sharing';
import { tillReportRoutes, tillRoutes } from './routes/tills';
import { systemRoutes } from './routes/system';
import { templateRoutes } from './routes/templates';
import { usageReceiptRoutes } from './routes/usage-receipts';
import { verificationRoutes } from './routes/verifications';
import { webhookRoutes } from './routes/webhooks';

/** The HTTP server. */
export function createServer(gateway: Gateway): RequestListener {
  const entrance = {
    identify: identifier(credentialsOf(gateway), gateway.clock, gateway.people),
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
  app.use(renewSessions(gateway));
  app.use(signInRoutes(gateway));
  app.use(batchRoutes(gateway));
  app.use(tillReportRoutes(gateway));
  app.use(paymentFileRoutes(gateway));
  app.use(importRoutes(gateway));
  app.use(importCorrectionRoutes(gateway));
  app.use(readJson);
  app.use(sessionRoutes(gateway));
  app.use(searchRoutes(gateway));
  app.use(invoiceRoutes(gateway));
  app.use(lifeRoutes(gateway));
  app.use(correctionRoutes(gateway));
  app.use(reimbursementRoutes(gateway));
  app.use(accountingRoutes(gateway));
  app.use(figuresRoutes(gateway));
  app.use(erasureRoutes(gateway));
  app.use(saleRoutes(gateway));
  app.use(claimRoutes(gateway));
  app.use(handoverRoutes(gateway));
  app.use(documentRoutes(gateway));
  app.use(originalRoutes(gateway));
  app.use(evidenceRoutes(gateway));
  app.use(registryRoutes(gateway));
  app.use(registryListRoutes(gateway));
  app.use(tillRoutes(gateway));
  app.use(apiKeyRoutes(gateway));
  app.use(provenanceRoutes(gateway));
  app.use(verificationRoutes(gateway));
  app.use(changeRoutes(gateway));
  app.use(webhookRoutes(gateway));
  app.use(anchorRoutes(gateway));
  app.use(directoryRoutes(gateway));
  app.use(catalogueSchemaRoutes(gateway));
  app.use(dcatRoutes(gateway));
  app.use(catalogueEntryRoutes(gateway));
  app.use(catalogueRoutes(gateway));
  app.use(grantRoutes(gateway));
  app.use(sharingRoutes(gateway));
  app.use(myRoutes(gateway));
  app.use(dataRoutes(gateway));
  app.use(usageReceiptRoutes(gateway));
  app.use(templateRoutes(gateway));
  app.use(negotiationRoutes(gateway));
  app.use(dataspaceRoutes(gateway));
  app.use(reconciliationRoutes(gateway));
  app.use(booksRoutes(gateway));
  app.use(cutRoutes(gateway));
  app.use(logRoutes(gateway));
  app.use(answerNotFound);
  app.use(answerProblem(gateway.logger));
  return app;
}

/** API keys and grant tokens are two ways to say who one is. */
function credentialsOf({ access, sharing, clock }: Gateway): Credentials {
  return {
    authenticate: (secret) => access.authenticate(secret) ?? sharing.tokens.authenticate(secret, clock()),
    authenticateProven: (request, token) => sharing.proofs.authenticate(request, token),
  };
}
