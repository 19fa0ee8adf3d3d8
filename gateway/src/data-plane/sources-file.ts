import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { readSecret } from '../crypto/keys';
import { identifier } from '../routes/schemas';

/** Hosts of this machine. */
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

function isSafeUrl(text: string): boolean {
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  if (search + hash + username + password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

const organisations = z.array(identifier).min(1);
const connection = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('postgres'),
    /** `postgres://user:password@host:port/database`; user and password may come from elsewhere (`~/.pgpass`, peer). */
    url: z.string().regex(/^postgres(?:ql)?:\/\//),
    schema: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/)
      .default('public'),
    organisations,
  }),
  z.strictObject({
    /** `files`: CSV, JSON lines and Parquet. */
    kind: z.enum(['csv', 'files']),
    folder: z.string().refine(isAbsolute, 'an absolute path'),
    organisations,
  }),
  z.strictObject({
    kind: z.literal('http'),
    /** Collections lie below it. Plain HTTP on this machine only: what is sent holds credentials and conditions. */
    url: z
      .url()
      .refine(isSafeUrl, 'an https URL without query, or one of this machine')
      .transform((url) => url.replace(/\/$/, '')),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), z.string().max(4000)).default({}),
    organisations,
  }),
]);
const sourcesFile = z.strictObject({ connections: z.record(identifier, connection) });

/** A way to data that the operator has set up, and the organisations whose resources may lie there. */
export type Connection = z.output<typeof connection>;

/**
 * Reads the operator's file of connections (docs/runbook.md, "Sources of data"). It may hold passwords, so nobody else may
 * be able to read it.
 * @throws Error naming what is wrong.
 */
export function readSources(path: string | undefined): ReadonlyMap<string, Connection> {
  if (path === undefined) return new Map();
  const text = readSecret(path).toString('utf8');
  const parsed = sourcesFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`LIANPIAO_SOURCES: ${path}: ${z.prettifyError(parsed.error)}`);
  return new Map(Object.entries(parsed.data.connections));
}
