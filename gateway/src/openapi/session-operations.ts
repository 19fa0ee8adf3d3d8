import { ROLES, SIGNED_TRUST_MEDIA_TYPE, SOURCE_ALGORITHMS, TRUST_MEDIA_TYPE } from '@lianpiao/chaincode/domain';
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
const plainTrust = z
  .strictObject({
    mediaType: z.literal(TRUST_MEDIA_TYPE),
    logs: z.array(z.strictObject({ origin: z.string(), vkey: z.string() })),
    witnesses: z.array(vkey),
    quorum: z.int().min(0),
    anchors: z.array(z.strictObject({ chainId: z.int(), contract: z.string() })).optional(),
    commit: z.strictObject({ attesters: z.array(vkey), quorum: z.int().min(0) }).optional(),
  })
  .meta({ id: 'TrustFile', description: 'docs/formats.md, Trust file' });

const time = z.string().meta({ description: 'RFC 3339 in UTC, whole seconds' });
const window = { from: time.optional(), until: time.optional(), compromisedAt: time.optional() };
const root = { algorithm: z.enum(SOURCE_ALGORITHMS), publicKey: z.string().meta({ description: 'SPKI, base64' }) };
const signedTrust = z
  .strictObject({
    mediaType: z.literal(SIGNED_TRUST_MEDIA_TYPE),
    name: z.string(),
    version: z.int().min(1),
    issuedAt: time,
    roots: z.array(z.strictObject(root)),
    threshold: z.int().min(1),
    logs: z.array(
      z.strictObject({
        origin: z.string(),
        vkey: z.string(),
        ...window,
        last: z.strictObject({ size: z.int().min(0), root: z.string() }).optional(),
      }),
    ),
    witnesses: z.array(z.strictObject({ vkey: z.string(), ...window })),
    quorums: z.array(z.strictObject({ least: z.int().min(0), until: time.optional() })),
    anchors: z.array(z.strictObject({ chainId: z.int(), contract: z.string() })),
    signatures: z.array(z.strictObject({ ...root, value: z.string() })),
  })
  .meta({ id: 'SignedTrustFile', description: 'docs/formats.md, Signed trust file' });

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
    answers: { 200: { description: 'A trust file', schema: z.union([signedTrust, plainTrust]) } },
  },
  {
    method: 'get',
    path: '/v1/trust/{version}',
    id: 'readTrustVersion',
    tag,
    summary: 'An earlier version of the signed trust file, for whoever takes the versions one by one',
    access: 'open',
    params: z.object({ version: z.string().meta({ description: 'A whole number from 1' }) }),
    answers: { 200: { description: 'A signed trust file', schema: signedTrust } },
    codes: ['NOT_FOUND'],
  },
];
