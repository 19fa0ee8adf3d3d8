import { formatTime, LedgerError, type GrantChange } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { isSupervisor } from '../access-policy';
import type { AuditPage } from '../access/audit-reader';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { grantPage, grantRequest, tokenRequest } from './grant-schemas';
import { page, reasonOnly } from './schemas';

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
  const { grants, grantReader, auditReader, tokens } = gateway.sharing;

  router.post('/v1/grants', async (request, response) => {
    const { organisation, keyId } = requirePrincipal(request, 'grant.give');
    const { reason, grant, parent, from, purpose, fields, rows, liability, ...rest } = parseWith(grantRequest, request.body);
    const terms = { purpose, fields, rows, liability: liability ?? null };
    const placed = await grants.grant(organisation, { ...rest, grant, parent, from, terms }, { keyId, why: reason });
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
    response.json({ ...view, events: eventsOf(gateway, view.grant) });
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

  router.post('/v1/grants/:grant/tokens', (request, response) => {
    const principal = requirePrincipal(request, 'grant.token');
    const { seconds } = parseWith(tokenRequest, request.body ?? {});
    const { grant, consumer } = grantReader.find(principal, request.params.grant);
    if (consumer !== principal.organisation) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'consumer-only' });
    const expires = gateway.clock() + seconds * MS_PER_SECOND;
    const { organisation, role, keyId } = principal;
    const token = tokens.make({ grant, organisation, role, keyId, expires });
    response.status(201).json({ grant, token, expiresAt: formatTime(expires) });
  });

  router.get('/v1/grants/:grant/audit', (request, response) => {
    const principal = requirePrincipal(request, 'grant.read');
    const { after, limit } = parseWith(page, request.query);
    const { grant, consumer } = grantReader.find(principal, request.params.grant);
    // A consumer sees its own reads; who else tried is for the provider and the auditor.
    const own = !isSupervisor(principal) && consumer === principal.organisation ? { organisation: consumer } : {};
    response.json(withNext(auditReader.page({ grant, ...own, from: fromCursor(after), limit }), limit));
  });

  router.get('/v1/audit', (request, response) => {
    requirePrincipal(request, 'audit.read');
    const { after, limit } = parseWith(page, request.query);
    response.json(withNext(auditReader.page({ from: fromCursor(after), limit }), limit));
  });

  return router;
}

/** A cursor is the sequence of the next entry to show. */
function fromCursor(after: string | undefined): number {
  return after === undefined ? 0 : Number(after);
}

function withNext(shown: AuditPage, limit: number): AuditPage & { readonly next: string | null } {
  const last = shown.items.length < limit ? undefined : shown.items.at(-1);
  return { ...shown, next: last === undefined ? null : String(last.entry.sequence + 1) };
}

/** What was done to a grant, by whom and why. */
function eventsOf(gateway: Gateway, grant: string): Record<string, unknown>[] {
  return gateway.ledger.acts({ subject: grant, limit: SHOWN_EVENTS }).map(({ sequence, entry }) => {
    const fields = new Map(gateway.payloads.read(sequence)?.fields.map(({ name, text }) => [name, JSON.parse(text) as unknown]));
    return { sequence, type: entry.type, time: entry.time, who: fields.get('who') ?? null, why: fields.get('why') ?? null };
  });
}
