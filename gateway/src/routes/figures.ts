import { Router } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { figuresRequest } from './figures-schemas';

/** Figures of the own books, signed, for whoever the seller shows them to. */
export function figuresRoutes({ figures }: Gateway): Router {
  const router = Router();

  router.get('/v1/figures/key', (_request, response) => {
    response.json(figures.issuerKey());
  });

  router.post('/v1/figures', async (request, response) => {
    const { organisation } = requirePrincipal(request, 'figures.issue');
    const asked = parseWith(figuresRequest, request.body);
    response.status(201).json({ figures: await figures.issue(organisation, asked) });
  });

  return router;
}
