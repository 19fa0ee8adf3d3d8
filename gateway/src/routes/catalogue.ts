import { isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { RESERVED_NAMES } from './directory-schemas';
import { resourceRegistration, resourceTransfer } from './grant-schemas';
import { page } from './schemas';

/** Resources that can be shared: registered, listed, handed on. */
export function catalogueRoutes(gateway: Gateway): Router {
  const router = Router();
  const { grants, grantReader, terms } = gateway.sharing;

  router.post('/v1/catalogue', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'resource.register');
    const { reason, owner, description, ...rest } = parseWith(resourceRegistration, request.body);
    const registration = { ...rest, owner: owner ?? organisation, description: description ?? null };
    if (RESERVED_NAMES.includes(rest.resource))
      throw new LedgerError('FIELD_INVALID', { path: '/resource', wanted: 'a name that is none of the directory' });
    const { sequence, entry } = await grants.register(organisation, registration, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/catalogue', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after, limit } = parseWith(page, request.query);
    const items = grantReader.catalogue(after === undefined ? undefined : Number(after), limit);
    response.json({ items, next: items.length < limit ? null : String(items.at(-1)?.['sequence']) });
  });

  router.get('/v1/catalogue/:resource', (request, response) => {
    const principal = requirePrincipal(request, 'catalogue.read');
    const { resource } = request.params;
    const entry = isIdentifier(resource) ? grantReader.catalogueEntry(resource) : undefined;
    if (entry === undefined) throw new LedgerError('RESOURCE_UNKNOWN');
    // Where the data lies is a matter of those who answer for it.
    const shown = isSupervisor(principal) || entry['controller'] === principal.organisation;
    response.json({ ...entry, source: shown ? terms.resource(resource).source : null });
  });

  router.post('/v1/catalogue/:resource/transfer', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'resource.transfer');
    const { reason, ...to } = parseWith(resourceTransfer, request.body);
    const { sequence, entry } = await grants.transfer(organisation, request.params.resource, to, { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}
