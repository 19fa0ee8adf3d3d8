import { Router } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';

/** Whom a key stands for, and whom this gateway trusts: what a page asks first. */
export function sessionRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/session', (request, response) => {
    const { organisation, role, keyId } = requirePrincipal(request, 'session.read');
    response.json({
      organisation,
      role,
      name: gateway.registry.party(organisation)?.name ?? organisation,
      sandbox: gateway.registry.organisation(organisation)?.sandbox === true,
      keyId,
      cursor: String(gateway.changes.height()),
    });
  });

  router.get('/v1/trust', (_request, response) => {
    response.json(gateway.trust.newest().json);
  });

  router.get('/v1/trust/:version', (request, response) => {
    response.json(gateway.trust.version(request.params.version));
  });

  return router;
}
