import { LedgerError, type JsonValue } from '@lianpiao/chaincode/domain';
import { readLimitedBody } from '../read-limited-body';
import { strictJsonOf } from './read-file';

const DEADLINE_MS = 30_000;
const MAX_TRUST_BYTES = 1024 * 1024;
/** Versions taken at a time: more are taken by the next call. */
const MAX_VERSIONS = 100;

/**
 * The versions of a gateway's signed trust file behind the one given, oldest first; those that were never published are left
 * out. Nothing of it is verified here.
 * @throws LedgerError DEADLINE_EXCEEDED when the gateway does not answer, BODY_MALFORMED for what is no trust file.
 */
export async function fetchTrustVersions(gateway: string, after: number): Promise<JsonValue[]> {
  const url = `${gateway.replace(/\/+$/, '')}/v1/trust`;
  const newest = await read(url);
  const version = newest === undefined ? undefined : (newest as { version?: unknown }).version;
  if (typeof version !== 'number') throw new LedgerError('BODY_MALFORMED', { found: `${url} is not signed` });
  const versions: JsonValue[] = [];
  for (let next = after + 1; next < version && versions.length < MAX_VERSIONS; next += 1) {
    const found = await read(`${url}/${String(next)}`);
    if (found !== undefined) versions.push(found);
  }
  return versions.length < MAX_VERSIONS ? [...versions, newest as JsonValue] : versions;
}

async function read(url: string): Promise<JsonValue | undefined> {
  let body: Uint8Array | undefined;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE_MS), redirect: 'error' });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`HTTP status ${String(response.status)}`);
    body = await readLimitedBody(response, MAX_TRUST_BYTES);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LedgerError('DEADLINE_EXCEEDED', { found: `${url}: ${reason}` }, { cause });
  }
  if (body === undefined) throw new LedgerError('BODY_TOO_LARGE', { found: url });
  return strictJsonOf(body);
}
