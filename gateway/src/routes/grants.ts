import { formatTime, HOME_REGION, LedgerError, parsePolicy, sentencesOf, type GrantChange } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import type { z } from 'zod';
import { isSupervisor } from '../access-policy';
import type { AuditPage, AuditReader } from '../access/audit-reader';
import type { GrantRequest } from '../access/grant-desk';
import { policyOf } from '../dataspace/offer';
import type { Gateway } from '../gateway';
import { auditRefusals } from '../middleware/audit-refusals';
import { requirePrincipal } from '../middleware/authenticate';
import { certificateOf } from '../middleware/client-certificate';
import { parseWith } from '../middleware/parse';
import type { AuditFilter } from '../stores/audit-store';
import { auditPage, grantPage, grantRequest, tokenRequest } from './grant-schemas';
import { reasonOnly } from './schemas';

const CHANGES: Readonly<Record<string, GrantChange>> = {
  pause: 'grant.paused',
  resume: 'grant.resumed',
  revoke: 'grant.revoked',
};
const MS_PER_SECOND = 1000;
/** Changes of a grant that are shown with it, newest first. */
const SHOWN_EVENTS = 100;

/** Grants: given, listed, paused, resumed, revoked; tokens for them, and who read what. */
export function grantRoutes(gateway: Gateway): Router {
  const router = Router();
  const { grants, grantReader, auditReader, tokens, proofs } = gateway.sharing;

  router.post('/v1/grants', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'grant.give');
    const { reason, grant, parent, from, ...asked } = parseWith(grantRequest, request.body);
    const wanted = { ...termsOf(asked), grant, parent, from, resource: asked.resource, consumer: asked.consumer };
    const placed = await grants.grant(organisation, wanted, { keyId, why: reason });
    response.status(201).json({ sequence: placed.sequence, ...placed.entry });
  });

  router.get('/v1/grants', (request, response) => {
    const principal = requirePrincipal(request, 'grant.read');
    const { after, limit, resource } = parseWith(grantPage, request.query);
    const items = grantReader.list(principal, resource, after === undefined ? undefined : Number(after), limit);
    response.json({ items, next: items.length < limit ? null : String(items.at(-1)?.sequence) });
  });

  router.get('/v1/grants/:grant', (request, response) => {
    const principal = requirePrincipal(request, 'grant.read');
    const view = grantReader.find(principal, request.params.grant);
    const policy = policyOf({
      ...view,
      ...(view.keepDays === undefined
        ? {}
        : { bounds: { ...view, keepDays: view.keepDays, region: view.region ?? HOME_REGION } }),
    });
    response.json({ ...view, policy, sentences: sentencesOf(parsePolicy(policy)), events: eventsOf(gateway, view.grant) });
  });

  for (const [word, change] of Object.entries(CHANGES)) {
    router.post(`/v1/grants/:grant/${word}`, async (request, response) => {
      const principal = requirePrincipal(request, 'grant.change');
      const { reason } = parseWith(reasonOnly, request.body ?? {});
      // Of others' grants one does not even learn that they are there.
      const { grant } = grantReader.find(principal, request.params.grant);
      const { sequence, entry } = await grants.change(principal.organisation, change, grant, {
        keyId: principal.keyId,
        why: reason,
      });
      response.json({ sequence, ...entry });
    });
  }

  router.post('/v1/grants/:grant/tokens', async (request, response) => {
    const principal = requirePrincipal(request, 'grant.token');
    const { seconds } = parseWith(tokenRequest, request.body ?? {});
    const { grant, consumer } = grantReader.find(principal, request.params.grant);
    if (consumer !== principal.organisation) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'consumer-only' });
    const expires = gateway.clock() + seconds * MS_PER_SECOND;
    const { organisation, role, keyId } = principal;
    // Whoever shows a proof gets a token for its key alone (RFC 9449 §5).
    const proof = request.headers['dpop'] === undefined ? undefined : await proofs.read(request);
    if (request.headers['dpop'] !== undefined && proof === undefined) throw new LedgerError('PROOF_INVALID');
    // Over a proven connection, a token for that certificate alone (RFC 8705 §3).
    const certificate = certificateOf(request);
    const bound = { ...(proof && { jkt: proof.jkt }), ...(certificate && { cnf: { 'x5t#S256': certificate } }) };
    const token = tokens.make({ grant, organisation, role, keyId, expires, ...bound });
    const tokenType = proof === undefined ? 'Bearer' : 'DPoP';
    response.status(201).json({ grant, token, tokenType, expiresAt: formatTime(expires) });
  });

  router.get('/v1/grants/:grant/audit', (request, response) => {
    const principal = requirePrincipal(request, 'grant.read');
    const asked = parseWith(auditPage, request.query);
    const { grant, consumer } = grantReader.find(principal, request.params.grant);
    // A consumer sees its own reads; who else tried is for the provider and the auditor.
    const own = !isSupervisor(principal) && consumer === principal.organisation ? { organisation: consumer } : {};
    response.json(pageOf(auditReader, asked, { grant, ...own }));
  });

  router.get('/v1/audit', (request, response) => {
    requirePrincipal(request, 'audit.read');
    response.json(pageOf(auditReader, parseWith(auditPage, request.query), {}));
  });

  router.use(auditRefusals(gateway, 'sharing'));
  return router;
}

/** The terms of a grant, apart from what the ledger's rules see of its conditions. */
export function termsOf(
  asked: Pick<z.output<typeof grantRequest>, TermName>,
): Pick<GrantRequest, 'bounds' | 'right' | 'terms' | 'until'> {
  const { right, until, purpose, fields, rows, liability, handling, conditions, consent, approval } = asked;
  const terms = { purpose, fields, rows, liability: liability ?? null, handling };
  if (conditions === undefined) return { right, until, terms, bounds: { keepDays: 0, region: HOME_REGION, consent, approval } };
  const { keepDays, region, ...recorded } = conditions;
  return {
    right,
    until,
    terms: { ...terms, conditions: recorded },
    bounds: { keepDays, region, consent, approval },
  };
}
type TermName =
  'approval' | 'conditions' | 'consent' | 'fields' | 'handling' | 'liability' | 'purpose' | 'right' | 'rows' | 'until';

/** A cursor is the sequence of the next entry to show; newest first, of the last one shown. */
function pageOf(
  reader: AuditReader,
  { after, limit, order }: z.infer<typeof auditPage>,
  whose: Pick<AuditFilter, 'grant' | 'organisation'>,
): AuditPage & { readonly next: string | null } {
  const newest = order === 'newest';
  const from = newest ? { before: Number(after ?? Number.MAX_SAFE_INTEGER) } : Number(after ?? 0);
  const shown = reader.page({ ...whose, from, limit });
  const last = shown.items.length < limit ? undefined : shown.items.at(-1);
  return { ...shown, next: last === undefined ? null : String(last.entry.sequence + (newest ? 0 : 1)) };
}

/** What was done to a grant, by whom and why. */
function eventsOf(gateway: Gateway, grant: string): Record<string, unknown>[] {
  return gateway.ledger.acts({ subject: grant, limit: SHOWN_EVENTS }).map(({ sequence, entry }) => {
    const fields = new Map(gateway.payloads.read(sequence)?.fields.map(({ name, text }) => [name, JSON.parse(text) as unknown]));
    return { sequence, type: entry.type, time: entry.time, who: fields.get('who') ?? null, why: fields.get('why') ?? null };
  });
}
