import { formatTime, LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import {
  divisionRegistration,
  dutyAssignment,
  dutyQuery,
  feedbackAnswer,
  feedbackQuery,
  idPage,
  organisationPlacement,
} from './directory-schemas';
import { reasonOnly } from './schemas';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A page of a list by ids, with the cursor of the next. */
export function pageById<Item>(items: readonly Item[], limit: number, id: (item: Item) => string): Page<Item> {
  const last = items.at(-1);
  return { items, next: items.length < limit || last === undefined ? null : id(last) };
}

/** Divisions, departments, duties, and feedback on data. */
export function directoryRoutes(gateway: Gateway): Router {
  const router = Router();
  const { desk, reader } = gateway.sharing.directory;
  const now = (): string => formatTime(gateway.clock());

  router.post('/v1/catalogue/divisions', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'directory.keep');
    const { division, parent, name, reason } = parseWith(divisionRegistration, request.body);
    const { sequence, entry } = await desk.division(organisation, division, parent, name, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/catalogue/divisions', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after = '', limit } = parseWith(idPage, request.query);
    const indexed = reader.indexed();
    response.json({
      indexed,
      ...pageById(reader.divisions(after, limit) as { division: string }[], limit, ({ division }) => division),
    });
  });

  router.post('/v1/catalogue/organisations', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'directory.keep');
    const { reason, superior, ...at } = parseWith(organisationPlacement, request.body);
    const stands = reader.placement(at.organisation);
    // Said again, as after a lost answer, it is no second entry.
    if (stands?.division === at.division && stands.superior === superior) throw new LedgerError('PLACEMENT_EXISTS');
    const { sequence, entry } = await desk.placement(organisation, { ...at, superior }, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/catalogue/departments', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after = '', limit } = parseWith(idPage, request.query);
    const indexed = reader.indexed();
    const items = reader.departments(now(), after, limit).map((department) => ({
      ...department,
      name: gateway.registry.party(department.organisation)?.name ?? null,
    }));
    response.json({ indexed, ...pageById(items, limit, ({ organisation }) => organisation) });
  });

  router.post('/v1/catalogue/duties', async (request, response) => {
    const { organisation: caller, keyId } = requirePrincipal(request, 'directory.keep');
    const { reason, name, basis, duty, version, organisation } = parseWith(dutyAssignment, request.body);
    const actor = { keyId, why: reason };
    const { sequence, entry } = await desk.duty(caller, { duty, version, organisation }, { name, basis }, actor);
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/catalogue/duties', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after = '', limit, organisation } = parseWith(dutyQuery, request.query);
    const indexed = reader.indexed();
    response.json({ indexed, ...pageById(reader.duties(organisation, after, limit), limit, ({ duty }) => duty) });
  });

  router.get('/v1/catalogue/feedback', (request, response) => {
    requirePrincipal(request, 'catalogue.read');
    const { after = '', limit, ...filter } = parseWith(feedbackQuery, request.query);
    const items = reader.feedback({ ...filter, now: now() }, after, limit);
    response.json(pageById(items, limit, ({ feedback }) => feedback as string));
  });

  router.post('/v1/catalogue/feedback/:feedback/answer', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'feedback.answer');
    const { reason, outcome, text } = parseWith(feedbackAnswer, request.body);
    const { feedback } = request.params;
    const { sequence, entry } = await desk.answer(organisation, { feedback, outcome, text }, { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.post('/v1/catalogue/feedback/:feedback/close', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'feedback.give');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const { sequence, entry } = await desk.close(organisation, request.params.feedback, { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}
