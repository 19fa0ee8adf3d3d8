import type { RequestListener } from 'node:http';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Gateway } from './gateway';
import { fastLane, type Entrance } from './fast-lane';
import { entered } from './middleware/entered';
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
import { supervisionRoutes } from './routes/supervision';
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
  const enter = (router: Router): Express => app.use(entered(router));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(logRequests(gateway.logger));
  app.use(helmet());
  app.use(refuseUnknownMethods(openApiDocument().paths ?? {}));
  enter(systemRoutes(gateway));
  enter(apiDocsRoutes());
  enter(consoleRoutes(gateway));
  enter(queueBoardRoutes(gateway, count));
  app.use(authenticate(identify));
  app.use(limitRates(count));
  app.use(refuseWrongCredentials);
  app.use(renewSessions(gateway));
  enter(signInRoutes(gateway));
  enter(batchRoutes(gateway));
  enter(tillReportRoutes(gateway));
  enter(paymentFileRoutes(gateway));
  enter(importRoutes(gateway));
  enter(importCorrectionRoutes(gateway));
  app.use(readJson);
  enter(sessionRoutes(gateway));
  enter(searchRoutes(gateway));
  enter(invoiceRoutes(gateway));
  enter(lifeRoutes(gateway));
  enter(correctionRoutes(gateway));
  enter(reimbursementRoutes(gateway));
  enter(accountingRoutes(gateway));
  enter(figuresRoutes(gateway));
  enter(erasureRoutes(gateway));
  enter(saleRoutes(gateway));
  enter(claimRoutes(gateway));
  enter(handoverRoutes(gateway));
  enter(documentRoutes(gateway));
  enter(originalRoutes(gateway));
  enter(evidenceRoutes(gateway));
  enter(registryRoutes(gateway));
  enter(registryListRoutes(gateway));
  enter(tillRoutes(gateway));
  enter(apiKeyRoutes(gateway));
  enter(provenanceRoutes(gateway));
  enter(verificationRoutes(gateway));
  enter(changeRoutes(gateway));
  enter(webhookRoutes(gateway));
  enter(anchorRoutes(gateway));
  enter(directoryRoutes(gateway));
  enter(supervisionRoutes(gateway));
  enter(catalogueSchemaRoutes(gateway));
  enter(dcatRoutes(gateway));
  enter(catalogueEntryRoutes(gateway));
  enter(catalogueRoutes(gateway));
  enter(grantRoutes(gateway));
  enter(sharingRoutes(gateway));
  enter(myRoutes(gateway));
  enter(dataRoutes(gateway));
  enter(usageReceiptRoutes(gateway));
  enter(templateRoutes(gateway));
  enter(negotiationRoutes(gateway));
  enter(dataspaceRoutes(gateway));
  enter(reconciliationRoutes(gateway));
  enter(booksRoutes(gateway));
  enter(cutRoutes(gateway));
  enter(logRoutes(gateway));
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
