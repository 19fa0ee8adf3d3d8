import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { readerOf, requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { FoundEntry } from '../stores/directory-search';
import {
  entryQuery,
  entryTransfer,
  feedbackGiven,
  publication,
  regrading,
  resourcePlacement,
  sharingApproval,
} from './directory-schemas';
import { reasonOnly } from './schemas';

/** Catalogue entries: published, found, graded, handed on; the resources under them. */
export function catalogueEntryRoutes(gateway: Gateway): Router {
  const router = Router();
  const { desk, reader } = gateway.sharing.directory;

  router.post('/v1/catalogue/entries', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'catalogue.publish');
    const { reason, title, description, datum, tags, ...rest } = parseWith(publication, request.body);
    const about = { title, description: description ?? null, tags, datum };
    const { version, steward, source, schema, schemaVersion, evidence, ...facts } = rest;
    const described = { ...facts, version, steward, source, schema, schemaVersion, evidence, about };
    const { sequence, entry } = await desk.publish(organisation, described, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.get('/v1/catalogue/entries', (request, response) => {
    const isAnyone = readerOf(request) === undefined;
    const { q, after, grade, limit, ...facets } = parseWith(entryQuery, request.query);
    if (isAnyone && (facets.openness ?? 'open') !== 'open') throw new LedgerError('CREDENTIALS_MISSING');
    const items = reader.search({
      ...facets,
      ...(isAnyone ? { openness: 'open' } : {}),
      words: q,
      grade: grade === undefined ? undefined : Number(grade),
      before: after === undefined ? undefined : Number(after),
      limit,
    });
    response.json({ items: items.map(entryItem), next: items.length < limit ? null : String(items.at(-1)?.place ?? 0) });
  });

  router.get('/v1/catalogue/entries/:entry', (request, response) => {
    const isAnyone = readerOf(request) === undefined;
    const { entry } = request.params;
    // What is not open, anyone without credentials does not even learn to be there.
    if (isAnyone && !reader.isOpen(entry)) throw new LedgerError('CREDENTIALS_MISSING');
    const { state, about, published } = reader.entry(entry);
    response.json({
      ...viewOf({ entry, state, about }),
      loosening: state.loosening ?? null,
      sequence: published.sequence,
      updated: published.entry.time,
      division: reader.placement(state.owner)?.division ?? null,
      resources: reader.resources(entry),
      history: isAnyone ? [] : reader.history(entry),
    });
  });

  router.post('/v1/catalogue/entries/:entry/grade', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'catalogue.regrade');
    const { reason, version, ...to } = parseWith(regrading, request.body);
    const { sequence, entry } = await desk.regrade(
      organisation,
      request.params.entry,
      { ...to, version },
      { keyId, why: reason },
    );
    response.json({ sequence, ...entry });
  });

  router.post('/v1/catalogue/entries/:entry/transfer', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'catalogue.publish');
    const { reason, duty, owner, steward } = parseWith(entryTransfer, request.body);
    const to = { duty, owner, steward };
    const { sequence, entry } = await desk.transfer(organisation, request.params.entry, to, { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.post('/v1/catalogue/entries/:entry/approvals', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'directory.keep');
    const { reason, ...approval } = parseWith(sharingApproval, request.body);
    const facts = { entry: request.params.entry, ...approval };
    const { sequence, entry } = await desk.approve(organisation, facts, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.post('/v1/catalogue/entries/:entry/feedback', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'feedback.give');
    const { reason, feedback, kind, text } = parseWith(feedbackGiven, request.body);
    const given = { feedback, entry: request.params.entry, kind, text };
    const { sequence, entry } = await desk.feedback(organisation, given, { keyId, why: reason });
    response.status(201).json({ sequence, ...entry });
  });

  router.post('/v1/catalogue/:resource/entry', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'resource.register');
    const { entry: under, reason } = parseWith(resourcePlacement, request.body);
    const { sequence, entry } = await desk.place(organisation, request.params.resource, under, { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.post('/v1/catalogue/:resource/release', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'catalogue.regrade');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const { sequence, entry } = await desk.release(organisation, request.params.resource, { keyId, why: reason });
    response.json({ sequence, ...entry });
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}

function entryItem(found: FoundEntry): object {
  return { ...viewOf(found), updated: found.updated };
}

function viewOf({ entry, state, about }: Pick<FoundEntry, 'about' | 'entry' | 'state'>): object {
  const { loosening: _, source, schema, schemaVersion, evidence, datum: fingerprint, ...rest } = state;
  return {
    entry,
    ...rest,
    source: source ?? null,
    schema: schema ?? null,
    schemaVersion: schemaVersion ?? null,
    evidence: evidence ?? null,
    fingerprint,
    title: about.title,
    description: about.description,
    tags: about.tags,
    datum: about.datum,
  };
}
