import { z } from 'zod';
import { noMembers } from '../routes/my';
import { identifier, page } from '../routes/schemas';
import { placed } from './answers';
import type { Operation } from './operation';
import { SHARING_LISTS } from './sharing-answers';
import { consentWithdrawn } from './sharing-entries';

const tag = 'sharing';
const access = 'data-subject';
const pseudonym = z
  .strictObject({
    organisation: identifier,
    subject: z
      .string()
      .meta({ description: "For `subject` of the consent that this organisation records: another at every organisation's" }),
  })
  .meta({ id: 'Pseudonym' });

/** What data subjects may do who signed in at the identity provider. */
export const myOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/my/consents',
    id: 'listMyConsents',
    tag,
    summary: 'The own consents of a data subject who signed in',
    access,
    query: page,
    answers: { 200: { description: 'A page; short ones may come before the last', schema: SHARING_LISTS.consent } },
    codes: ['CURSOR_INVALID'],
  },
  {
    method: 'post',
    path: '/v1/my/consents/{consent}/withdraw',
    id: 'withdrawMyConsent',
    tag,
    summary: 'Take an own consent back: everything that rests on it stops',
    access,
    params: z.object({ consent: identifier }),
    body: { schema: noMembers },
    answers: { 200: { description: 'Done, and on the ledger', schema: placed(consentWithdrawn) } },
    codes: ['CONSENT_UNKNOWN', 'CONSENT_WITHDRAWN', 'QUEUE_FULL'],
  },
  {
    method: 'get',
    path: '/v1/my/pseudonyms/{organisation}',
    id: 'readMyPseudonym',
    tag,
    summary: 'Under which pseudonym an organisation records a consent of the data subject who signed in',
    access,
    params: z.object({ organisation: identifier }),
    answers: { 200: { description: 'The pseudonym', schema: pseudonym } },
    codes: ['ORGANISATION_UNKNOWN'],
  },
];
