import { LedgerError, type EntryFacts } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor, requireOwnOrganisation } from '../access-policy';
import type { Gateway } from '../gateway';
import type { PlacedEntry } from '../ledger/ledger';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import {
  delegation,
  organisationRegistration,
  page,
  rangeAllotment,
  rangeAssignment,
  reasonOnly,
  tillRegistration,
} from './schemas';

/** Organisations, tills, number ranges, delegations, and the acts that made them. */
export function registryRoutes(gateway: Gateway): Router {
  const router = Router();

  router.post('/v1/organisations', async (request, response) => {
    const principal = requirePrincipal(request, 'organisation.register');
    const { reason, quota, ...registration } = parseWith(organisationRegistration, request.body);
    const actor = { keyId: principal.keyId, why: reason };
    const placed = await gateway.registrations.organisation(
      principal.organisation,
      { ...registration, ...(quota === undefined ? undefined : { quota }) },
      actor,
    );
    response.status(201).json(actAnswer(placed));
  });

  router.get('/v1/organisations/:organisation', (request, response) => {
    const principal = requirePrincipal(request, 'organisation.read');
    const id = request.params.organisation;
    if (!isSupervisor(principal)) requireOwnOrganisation(principal, id);
    const state = gateway.registry.organisation(id);
    if (state === undefined) throw new LedgerError('ORGANISATION_UNKNOWN');
    const { role, sandbox, quota, allotted } = state;
    response.json({
      organisation: id,
      role,
      sandbox,
      party: gateway.registry.party(id) ?? null,
      quota: quota ?? null,
      allotted: allotted ?? {},
    });
  });

  router.post('/v1/tills', async (request, response) => {
    const principal = requirePrincipal(request, 'till.register');
    const { till, seller, reason } = parseWith(tillRegistration, request.body);
    const placed = await gateway.registrations.till(principal.organisation, till, seller, {
      keyId: principal.keyId,
      why: reason,
    });
    await gateway.ranges.topUp([till]);
    response.status(201).json(actAnswer(placed));
  });

  const record = (organisation: string, keyId: string, why: string, facts: EntryFacts): Promise<PlacedEntry> =>
    gateway.acts.record(organisation, facts, { keyId, why });

  router.post('/v1/ranges', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'range.allot');
    const { reason, ...facts } = parseWith(rangeAllotment, request.body);
    response.status(201).json(actAnswer(await record(organisation, keyId, reason, { type: 'range.allotted', ...facts })));
  });

  router.post('/v1/range-assignments', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'range.assign');
    const { reason, ...facts } = parseWith(rangeAssignment, request.body);
    response.status(201).json(actAnswer(await record(organisation, keyId, reason, { type: 'range.assigned', ...facts })));
  });

  router.post('/v1/delegations', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'delegation.change');
    const { agent, reason } = parseWith(delegation, request.body);
    const facts: EntryFacts = { type: 'delegation.granted', seller: organisation, agent };
    response.status(201).json(actAnswer(await record(organisation, keyId, reason, facts)));
  });

  router.delete('/v1/delegations/:agent', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'delegation.change');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const facts: EntryFacts = { type: 'delegation.revoked', seller: organisation, agent: request.params.agent };
    response.json(actAnswer(await record(organisation, keyId, reason, facts)));
  });

  router.get('/v1/acts', (request, response) => {
    requirePrincipal(request, 'act.read');
    const { after, limit } = parseWith(page, request.query);
    const acts = gateway.ledger.acts({ limit, ...(after === undefined ? undefined : { before: Number(after) }) });
    const items = acts.map(({ sequence, subject, entry }) => ({
      sequence,
      subject,
      ...entry,
      record: openRecord(gateway, sequence),
    }));
    response.json({ items, next: items.length < limit ? null : String(items.at(-1)?.sequence ?? 0) });
  });

  return router;
}

/** Who did it, what and why; null when it was erased. */
function openRecord(gateway: Gateway, sequence: number): Record<string, unknown> | null {
  const record = gateway.payloads.read(sequence);
  if (record === undefined) return null;
  const shown = record.fields.filter(({ name }) => name === 'who' || name === 'what' || name === 'why');
  return Object.fromEntries(shown.map(({ name, text }) => [name, JSON.parse(text) as unknown]));
}

function actAnswer({ sequence, entry }: PlacedEntry): Record<string, unknown> {
  return { sequence, ...entry };
}
