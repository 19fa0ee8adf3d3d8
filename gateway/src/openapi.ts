import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { anchorOperations } from './openapi/anchor-operations';
import { claimOperations } from './openapi/claim-operations';
import { directoryDataOperations } from './openapi/directory-data-operations';
import { directoryOperations } from './openapi/directory-operations';
import { dataspaceOperations } from './openapi/dataspace-operations';
import { documentOperations } from './openapi/document-operations';
import { evidenceOperations } from './openapi/evidence-operations';
import { grantOperations } from './openapi/grant-operations';
import { supervisionOperations } from './openapi/supervision-operations';
import { templateOperations } from './openapi/template-operations';
import { usageOperations } from './openapi/usage-operations';
import { booksOperations } from './openapi/books-operations';
import { INTRODUCTION } from './openapi/introduction';
import { erasureOperations } from './openapi/erasure-operations';
import { invoiceOperations } from './openapi/invoice-operations';
import { accountingOperations } from './openapi/accounting-operations';
import { figuresOperations } from './openapi/figures-operations';
import { importCorrectionOperation } from './openapi/import-correction-operation';
import { lifeOperations } from './openapi/life-operations';
import { myOperations } from './openapi/my-operations';
import { openOperations } from './openapi/open-operations';
import { registerOperation, type Operation } from './openapi/operation';
import { problem } from './openapi/problems';
import { provenanceOperations } from './openapi/provenance-operations';
import { tillOperations } from './openapi/till-operations';
import { registryListOperations } from './openapi/registry-list-operations';
import { registryOperations } from './openapi/registry-operations';
import { saleOperations } from './openapi/sale-operations';
import { sessionOperations } from './openapi/session-operations';
import { sharingOperations } from './openapi/sharing-operations';
import { webhookOperations } from './openapi/webhook-operations';
import { SESSION_COOKIE } from './sign-in/cookies';

/** Every route of the gateway. */
export const operations: readonly Operation[] = [
  ...sessionOperations,
  ...invoiceOperations,
  ...lifeOperations,
  importCorrectionOperation,
  ...accountingOperations,
  ...figuresOperations,
  ...erasureOperations,
  ...saleOperations,
  ...claimOperations,
  ...documentOperations,
  ...evidenceOperations,
  ...registryOperations,
  ...registryListOperations,
  ...tillOperations,
  ...provenanceOperations,
  ...grantOperations,
  ...directoryOperations,
  ...supervisionOperations,
  ...directoryDataOperations,
  ...usageOperations,
  ...templateOperations,
  ...sharingOperations,
  ...myOperations,
  ...dataspaceOperations,
  ...booksOperations,
  ...openOperations,
  ...webhookOperations,
  ...anchorOperations,
];

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The description of the API, made from the schemas that read its requests. docs/openapi.json is a copy. */
export function openApiDocument(): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', description: 'An API key: lp_…' });
  const cookie = 'The cookie of a person who signed in at the identity provider; behind https its name begins with __Host-';
  const session = { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE.name, description: cookie } as const;
  registry.registerComponent('securitySchemes', 'session', session);
  for (const operation of operations) registerOperation(registry, operation);
  const generator = new OpenApiGeneratorV31([...registry.definitions, { type: 'schema', schema: problem }]);
  return generator.generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lianpiao',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: INTRODUCTION,
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: [
      'session',
      'invoices',
      'corrections',
      'reimbursement',
      'sales',
      'claims',
      'registry',
      'provenance',
      'sharing',
      'dataspace',
      'dataspace-protocol',
      'books',
      'reconciliation',
      'changes',
      'webhooks',
      'verification',
      'log',
      'anchors',
      'system',
    ].map((name) => ({ name })),
  });
}
