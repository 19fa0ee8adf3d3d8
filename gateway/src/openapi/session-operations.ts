import { ROLES, TRUST_MEDIA_TYPE } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import type { Operation } from './operation';

const tag = 'session';
const session = z
  .strictObject({
    organisation: identifier,
    role: z.enum(ROLES),
    name: z.string().meta({ description: 'As registered' }),
    sandbox: z.boolean(),
    keyId: z.string(),
    cursor: z.string().meta({ description: 'Where the feed of changes stands: a stream from here on brings what is new' }),
  })
  .meta({ id: 'Session' });
const vkey = z.strictObject({ vkey: z.string() });
const trust = z
  .strictObject({
    mediaType: z.literal(TRUST_MEDIA_TYPE),
    logs: z.array(z.strictObject({ origin: z.string(), vkey: z.string() })),
    witnesses: z.array(vkey),
    quorum: z.int().min(0),
    anchors: z.array(z.strictObject({ chainId: z.int(), contract: z.string() })).optional(),
    commit: z.strictObject({ attesters: z.array(vkey), quorum: z.int().min(0) }).optional(),
  })
  .meta({ id: 'TrustFile', description: 'docs/formats.md, Trust file' });

/** What a page asks first. */
export const sessionOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/session',
    id: 'readSession',
    tag,
    summary: 'Whom the API key stands for',
    access: 'session.read',
    answers: { 200: { description: 'The organisation, its role, and where the feed of changes stands', schema: session } },
  },
  {
    method: 'get',
    path: '/v1/trust',
    id: 'readTrust',
    tag,
    summary: 'Whom this gateway trusts, as a trust file. Whoever verifies in earnest gets the keys another way',
    access: 'open',
    answers: { 200: { description: 'A trust file', schema: trust } },
  },
];
