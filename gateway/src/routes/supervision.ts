import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { supervisionLook, supervisionQuery, supervisionStatement } from './directory-schemas';

/** Who looks at whom, how, how often, and when they did. */
export function supervisionRoutes(gateway: Gateway): Router {
  const router = Router();
  const { desk, reader } = gateway.sharing.directory;

  router.post('/v1/supervision', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'directory.keep');
    const { reason, ...statement } = parseWith(supervisionStatement, request.body);
    const { sequence, entry } = await desk.supervision(organisation, statement, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/supervision', (request, response) => {
    const principal = requirePrincipal(request, 'catalogue.read');
    const { after, limit, object } = parseWith(supervisionQuery, request.query);
    const indexed = reader.indexed();
    const concerned = isSupervisor(principal) ? undefined : principal.organisation;
    const page = reader.supervision({ object, concerned }, gateway.clock(), after === undefined ? -1 : Number(after), limit);
    response.json({ indexed, ...page });
  });

  router.post('/v1/supervision/:object/looks', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'supervision.look');
    const { reason, number, text, ...look } = parseWith(supervisionLook, request.body);
    const { object } = request.params;
    const { sequence, entry } = await desk.look(organisation, { object, number, text, ...look }, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}
