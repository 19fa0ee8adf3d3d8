import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { makeKey } from '../access/make-key';
import { requireOwnOrganisation } from '../access-policy';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import type { Principal } from '../stores/access-store';
import { apiKeyRequest, keyPage, reasonOnly } from './schemas';

/** API keys of an organisation: made, listed and revoked by itself or by the bureau; every act is recorded. */
export function apiKeyRoutes(gateway: Gateway): Router {
  const router = Router();

  router.post('/v1/api-keys', async (request, response) => {
    const principal = requirePrincipal(request, 'api-key.manage');
    const { organisation, label, reason, certificate } = parseWith(apiKeyRequest, request.body);
    requireOwnOrganisation(principal, organisation);
    const role = gateway.registry.organisation(organisation)?.role;
    if (role === undefined) throw new LedgerError('ORGANISATION_UNKNOWN', { path: '/organisation' });
    const bound = certificate === undefined ? undefined : { certificate };
    const created = await makeKey(
      gateway,
      { organisation, role, label, certificate },
      {
        caller: principal.organisation,
        actor: { keyId: principal.keyId, why: reason },
        details: (id) => ({ key: { id, label, organisation, ...bound } }),
      },
    );
    response.status(201).json({ id: created.id, organisation, role, label, ...bound, apiKey: created.apiKey });
  });

  router.get('/v1/api-keys', (request, response) => {
    const principal = requirePrincipal(request, 'api-key.manage');
    const { after = '', limit } = parseWith(keyPage, request.query);
    const items = gateway.access.list(principal.role === 'bureau' ? undefined : principal.organisation, after, limit);
    response.json({ items, next: items.length < limit ? null : (items.at(-1)?.id ?? null) });
  });

  router.delete('/v1/api-keys/:id', async (request, response) => {
    const principal = requirePrincipal(request, 'api-key.manage');
    const { reason } = parseWith(reasonOnly, request.body ?? {});
    const key = gateway.access.find(request.params.id);
    // Of others' keys one does not even learn that they are there.
    if (key?.revokedAt !== null || !isOwn(principal, key.organisation)) throw new LedgerError('NOT_FOUND');
    await gateway.acts.record(
      principal.organisation,
      { type: 'act.recorded', act: 'api-key.revoked', subject: key.id },
      { keyId: principal.keyId, why: reason },
    );
    gateway.access.revoke(key.id, gateway.clock());
    response.json({ revoked: key.id });
  });

  return router;
}

function isOwn(principal: Principal, organisation: string): boolean {
  return principal.role === 'bureau' || principal.organisation === organisation;
}
