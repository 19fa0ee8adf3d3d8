import { isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { callerOf, formed } from './asked';
import { page, reasonOnly } from './schemas';
import { templateApproval, templateRun } from './template-schemas';

/** Query templates: approved, listed, run next to the data, and their results let out. */
export function templateRoutes(gateway: Gateway): Router {
  const router = Router();
  const { templates, runs, grantReader, desk } = gateway.sharing;

  router.post('/v1/templates', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'template.approve');
    const { template, version, resource, reason, ...body } = parseWith(templateApproval, request.body);
    const placed = await templates.approve(organisation, { template, version, resource }, body, { keyId, why: reason });
    response.status(201).json({ sequence: placed.sequence, ...placed.entry });
  });

  router.get('/v1/templates', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after, limit } = parseWith(page, request.query);
    const { items, next } = templates.list(after === undefined ? undefined : Number(after), limit);
    response.json({ items, next });
  });

  router.get('/v1/templates/:template', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    response.json(templates.find(nameOf(request, 'template')));
  });

  router.post('/v1/templates/:template/withdraw', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'template.approve');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const { sequence, entry } = await templates.withdraw(organisation, nameOf(request, 'template'), { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.get('/v1/data/:grant/runs/:run', (request, response) => {
    const { organisation } = requirePrincipal(request, 'run.read');
    response.json(runs.find(organisation, nameOf(request, 'grant'), nameOf(request, 'run')));
  });

  router.post('/v1/data/:grant/runs/:run/permit', async (request, response) => {
    const principal = requirePrincipal(request, 'template.approve');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const { grant } = grantReader.find(principal, nameOf(request, 'grant'));
    const actor = { keyId: principal.keyId, why: reason };
    const { sequence, entry } = await runs.permit(principal.organisation, grant, nameOf(request, 'run'), actor);
    response.json({ sequence, ...entry });
  });

  router.use(auditRefusals(gateway, 'sharing'));

  // Refusals of runs are written down under their grant, and not a second time.
  router.post('/v1/data/:grant/runs', async (request, response) => {
    const { template, arguments: given } = await formed(desk, request, 'run', () => parseWith(templateRun, request.body));
    response.status(201).json(await runs.run(callerOf(request), { template, given }));
  });

  return router;
}

function nameOf(request: Request, what: 'grant' | 'run' | 'template'): string {
  const name = request.params[what];
  if (!isIdentifier(name)) throw new LedgerError('FIELD_INVALID', { path: `/${what}` });
  return name;
}
