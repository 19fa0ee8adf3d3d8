import { invariant, LedgerError, type ContentDigest, type Entry, type EntryFacts } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import { isSupervisor } from '../access-policy';
import { attestErasure } from '../erasure/attest-erasure';
import type { Gateway } from '../gateway';
import { principalOf, requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { erasureSubject } from '../ledger/erasure-subject';
import type { PlacedEntry } from '../ledger/ledger';
import { provDocument } from '../provenance/prov-json';
import type { Registration } from '../provenance/provenance-reader';
import { MAX_WALK } from '../stores/provenance-index';
import {
  contentPath,
  lineageQuery,
  provenanceErasure,
  provenanceEvent,
  provenanceProofQuery,
  provenanceRegistration,
} from './provenance-schemas';
import { commitEvidence } from './commit-evidence';
import { page } from './schemas';

/** Registrations that one PROV document tells of; the list of registrations has them all. */
const MAX_PROV_REGISTRATIONS = 100;
/** What a stranger's bundle discloses: what stands on the ledger anyhow. Whoever gets a licence or the rights sees its terms. */
const PUBLIC_FIELDS: readonly string[] = ['what'];
const RECEIVER_FIELDS: readonly string[] = ['what', 'terms'];

/** Contents: registering, what became of them, lineage, proofs. Anyone may ask; what is private stays private. */
export function provenanceRoutes(gateway: Gateway): Router {
  const router = Router();
  const { provenance } = gateway;

  router.post('/v1/provenance', async (request, response) => {
    const principal = requirePrincipal(request, 'provenance.register');
    const body = parseWith(provenanceRegistration, request.body);
    const { created, placed } = await gateway.provenanceDesk.register(principal, body);
    const registration = provenance.view(placed, true);
    const { digest } = placed.entry as { digest: ContentDigest };
    const self = `/v1/provenance/${digest}`;
    response.status(created ? 201 : 200).json({
      digest,
      ...registration,
      receipt: gateway.ledger.receipt(placed.sequence),
      links: { self, proof: `${self}/proof`, lineage: `${self}/lineage`, prov: `${self}/prov` },
    });
  });

  router.get('/v1/provenance/:digest', (request, response) => {
    const digest = digestOf(request);
    const { after, limit } = parseWith(page, request.query);
    const { holder } = provenance.require(digest);
    const found = provenance.registrations(digest, sequenceAfter(after), limit);
    const items = found.map((placed) => provenance.view(placed, mayOpen(request, placed)));
    response.json({ digest, holder, items, next: nextOf(items, limit) });
  });

  router.post('/v1/provenance/:digest/events', async (request, response) => {
    const principal = requirePrincipal(request, 'provenance.note');
    const body = parseWith(provenanceEvent, request.body);
    const { sequence, entry } = await gateway.provenanceDesk.note(principal, digestOf(request), body);
    response.status(201).json({ sequence, ...entry });
  });

  router.delete('/v1/provenance/:digest/content', async (request, response) => {
    const principal = requirePrincipal(request, 'provenance.note');
    const digest = digestOf(request);
    const { sequence, reason } = parseWith(provenanceErasure, request.body ?? {});
    const placed = provenance.entryAbout(digest, sequence);
    if (principal.role !== 'bureau' && principal.organisation !== writerOf(placed.entry))
      throw new LedgerError('PROVENANCE_NOT_YOURS');
    const subject = erasureSubject(placed.entry, sequence);
    invariant(subject !== undefined, 'what is private about contents can be erased');
    if (provenance.record(sequence) === undefined) throw new LedgerError('PROVENANCE_ERASED');
    const facts: EntryFacts = { type: 'act.recorded', act: 'content.erased', subject };
    const act = await gateway.acts.record(principal.organisation, facts, { keyId: principal.keyId, why: reason });
    gateway.payloads.erase(sequence);
    await attestErasure(gateway, sequence, [], { keyId: principal.keyId, why: reason });
    response.json({ erased: digest, sequence: act.sequence });
  });

  router.get('/v1/provenance/:digest/events', (request, response) => {
    const digest = digestOf(request);
    const { after, limit } = parseWith(page, request.query);
    provenance.require(digest);
    const items = provenance.events(digest, sequenceAfter(after), limit);
    response.json({ items, next: nextOf(items, limit) });
  });

  router.get('/v1/provenance/:digest/lineage', async (request, response) => {
    const digest = digestOf(request);
    const { direction, depth, after, limit } = parseWith(lineageQuery, request.query);
    provenance.require(digest);
    const offset = Number(after ?? 0);
    const items = await gateway.search.lineage({ digest, direction, depth, offset, limit });
    const end = offset + items.length;
    const complete = depth === 1 || end < MAX_WALK;
    response.json({ digest, direction, items, next: items.length < limit || !complete ? null : String(end), complete });
  });

  router.get('/v1/provenance/:digest/prov', (request, response) => {
    const digest = digestOf(request);
    provenance.require(digest);
    const [first, ...others] = provenance
      .registrations(digest, -1, MAX_PROV_REGISTRATIONS)
      .map((placed) => provenance.view(placed, false));
    invariant(first !== undefined, 'a registered content has a registration');
    response.json(provDocument(digest, [first, ...others]));
  });

  router.get('/v1/provenance/:digest/proof', async (request, response) => {
    const digest = digestOf(request);
    const { sequence, hide, commit } = parseWith(provenanceProofQuery, request.query);
    provenance.require(digest);
    const placed = provenance.entryAbout(digest, sequence === undefined ? firstOf(digest) : Number(sequence));
    const record = provenance.record(placed.sequence);
    if (record === undefined) throw new LedgerError('PROVENANCE_ERASED');
    const hidden = new Set(hide?.split(','));
    const mayShow = showable(request, placed);
    const show = (name: string): boolean => mayShow(name) && !hidden.has(name);
    const evidence = await commitEvidence(gateway, placed.sequence, commit);
    const bundle = await gateway.proofs.bundle(placed.sequence, placed.entry, record, show, { commit: evidence });
    const name = `${digest.slice('sha256:'.length, 'sha256:'.length + 16)}-${String(placed.sequence)}`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}.lianpiao.json"`);
    response.json(bundle);
  });

  function firstOf(digest: ContentDigest): number {
    const [first] = provenance.registrations(digest, -1, 1);
    invariant(first !== undefined, 'a registered content has a registration');
    return first.sequence;
  }

  return router;
}

function digestOf(request: Request): ContentDigest {
  return parseWith(contentPath, request.params).digest;
}

/** Whoever wrote an entry, and supervisors, may see all of its record. */
function mayOpen(request: Request, { entry }: PlacedEntry): boolean {
  const principal = principalOf(request);
  return principal !== undefined && (isSupervisor(principal) || principal.organisation === writerOf(entry));
}

function writerOf(entry: Entry): string | undefined {
  if (entry.type === 'provenance.registered') return entry.registrant;
  return entry.type === 'provenance.event' ? entry.organisation : undefined;
}

/** Which fields of an entry's record a caller may see. */
function showable(request: Request, placed: PlacedEntry): (name: string) => boolean {
  if (mayOpen(request, placed)) return () => true;
  const to = placed.entry.type === 'provenance.event' ? placed.entry.to : undefined;
  const received = to !== undefined && to === principalOf(request)?.organisation;
  const fields = received ? RECEIVER_FIELDS : PUBLIC_FIELDS;
  return (name) => fields.includes(name);
}

/** A page goes on behind a sequence; the first one starts before all of them. */
function sequenceAfter(after: string | undefined): number {
  return after === undefined ? -1 : Number(after);
}

function nextOf(items: readonly Pick<Registration, 'sequence'>[], limit: number): string | null {
  const last = items.at(-1);
  return items.length < limit || last === undefined ? null : String(last.sequence);
}
