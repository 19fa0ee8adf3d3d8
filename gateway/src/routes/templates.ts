import { isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Decision } from '../templates/run-desk';
import { callerOf, formed, questionOf } from './asked';
import { page, reasonOnly } from './schemas';
import { runPage, templateApproval, templateRun } from './template-schemas';

const DECISIONS = { permit: 'permitted', refuse: 'refused' } as const satisfies Record<string, Decision>;

/** Query templates: approved, listed, run next to the data, and their results let out. */
export function templateRoutes(gateway: Gateway): Router {
  const router = Router();
  const { templates, runs, runList, grantReader, inspections, desk } = gateway.sharing;

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

  // A supervisor's look is written down before the answer.
  router.get('/v1/runs', async (request, response) => {
    const principal = requirePrincipal(request, 'run.list');
    const { grant, state, reason, after, limit } = parseWith(runPage, request.query);
    if (grant !== undefined) grantReader.find(principal, grant);
    if (isSupervisor(principal)) await inspections.note(principal, grant, reason);
    const before = after === undefined ? undefined : Number(after);
    response.json(runList.list(principal, { grant, state, before, limit }));
  });

  router.get('/v1/data/:grant/runs/:run', (request, response) => {
    const { organisation } = requirePrincipal(request, 'run.read');
    response.json(runs.find(organisation, nameOf(request, 'grant'), nameOf(request, 'run')));
  });

  for (const [word, decision] of Object.entries(DECISIONS)) {
    router.post(`/v1/data/:grant/runs/:run/${word}`, async (request, response) => {
      const principal = requirePrincipal(request, 'template.approve');
      const { reason } = parseWith(reasonOnly, request.body ?? {});
      const { grant } = grantReader.find(principal, nameOf(request, 'grant'));
      const actor = { keyId: principal.keyId, why: reason };
      const of = { grant, run: nameOf(request, 'run') };
      const { sequence, entry } = await runs.decide(decision, principal.organisation, of, actor);
      response.json({ sequence, ...entry });
    });
  }

  router.use(auditRefusals(gateway, 'sharing'));

  // Refusals of runs are written down under their grant, and not a second time.
  router.post('/v1/data/:grant/runs', async (request, response) => {
    const question = questionOf(request);
    const { template, arguments: given } = await formed(desk, question, 'run', () => parseWith(templateRun, request.body));
    response.status(201).json(await runs.run(callerOf(question), { template, given }));
  });

  return router;
}

function nameOf(request: Request, what: 'grant' | 'run' | 'template'): string {
  const name = request.params[what];
  if (!isIdentifier(name)) throw new LedgerError('FIELD_INVALID', { path: `/${what}` });
  return name;
}
