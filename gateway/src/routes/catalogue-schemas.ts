import type { JsonValue } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { SchemaChecker } from '../catalogue/schema-checker';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { schemaQuery, schemaRegistration } from './directory-schemas';

/** The registry of schemas, and probes of what resources serve. */
export function catalogueSchemaRoutes(gateway: Gateway): Router {
  const router = Router();
  const { desk, reader, prober } = gateway.sharing.directory;

  router.post('/v1/catalogue/schemas', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'catalogue.regrade');
    const { reason, schema, version, document } = parseWith(schemaRegistration, request.body);
    // What cannot be used to check anything is not registered.
    new SchemaChecker(document as JsonValue);
    const registered = { schema, version, document: document as JsonValue };
    const { sequence, entry } = await desk.schema(organisation, registered, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/catalogue/schemas/:schema', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { version } = parseWith(schemaQuery, request.query);
    response.json(reader.schema(request.params.schema, version === undefined ? undefined : Number(version)));
  });

  router.post('/v1/catalogue/:resource/probe', async (request, response) => {
    const principal = requirePrincipal(request, 'catalogue.regrade');
    const { resource } = request.params;
    if (principal.role !== 'bureau') reader.requireControl(resource, principal.organisation);
    response.json(await prober.probe(resource));
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}
