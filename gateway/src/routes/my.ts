import type { IncomingMessage } from 'node:http';
import { isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { Gateway } from '../gateway';
import { parseWith } from '../middleware/parse';
import type { PseudonymAt } from '../sign-in/pseudonyms';
import { page } from './schemas';

export const noMembers = z.strictObject({}).meta({ id: 'NoMembers' });

/** What a data subject sees who signed in at the identity provider: their own consents, and nothing of anybody else. */
export function myRoutes({ people, registry, sharing }: Gateway): Router {
  const router = Router();
  const requireSubject = (request: IncomingMessage): PseudonymAt => {
    const pseudonymAt = people?.pseudonymsOf(request);
    if (pseudonymAt === undefined) throw new LedgerError('CREDENTIALS_MISSING', { rule: 'data-subject' });
    return pseudonymAt;
  };

  router.get('/v1/my/consents', (request, response) => {
    const pseudonymAt = requireSubject(request);
    const { after, limit } = parseWith(page, request.query);
    response.json(
      sharing.sharingLists.consentsOf(pseudonymAt, { before: after === undefined ? undefined : Number(after), limit }),
    );
  });

  router.post('/v1/my/consents/:consent/withdraw', async (request, response) => {
    const pseudonymAt = requireSubject(request);
    parseWith(noMembers, request.body ?? {});
    const { sequence, entry } = await sharing.sharingDesk.withdrawOwn(pseudonymAt, request.params.consent);
    response.json({ sequence, ...entry });
  });

  router.get('/v1/my/pseudonyms/:organisation', (request, response) => {
    const pseudonymAt = requireSubject(request);
    const { organisation } = request.params;
    if (!isIdentifier(organisation) || registry.organisation(organisation) === undefined)
      throw new LedgerError('ORGANISATION_UNKNOWN', { path: '/organisation' });
    response.json({ organisation, subject: pseudonymAt(organisation) });
  });

  return router;
}
