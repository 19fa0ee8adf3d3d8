import { existsSync } from 'node:fs';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { readLimited, strictJsonOf } from './read-file';

export const DEFAULT_CREDENTIALS = './data/demo-credentials.json';
const MAX_BYTES = 1024 * 1024;

/** Where to send what, and as whom. */
export interface Access {
  readonly gateway: string;
  readonly apiKey: string;
}

/** What the command line says of it; a credentials file says the rest. */
export interface AccessOptions {
  readonly gateway?: string;
  readonly apiKey?: string;
  readonly credentials?: string;
}

/**
 * The gateway and an API key, from the options or from a credentials file.
 * @param role whose key the credentials file gives.
 * @throws LedgerError CREDENTIALS_MISSING, FIELD_INVALID, or what reading the file throws.
 */
export function findAccess({ gateway, apiKey, credentials }: AccessOptions, role = 'merchant'): Access {
  const known = gateway !== undefined && apiKey !== undefined ? {} : readCredentials(credentials);
  const key = apiKey ?? memberOf(known[role], 'apiKey');
  if (key === undefined) throw new LedgerError('CREDENTIALS_MISSING', { wanted: '--api-key, or a file with --credentials' });
  return { gateway: checkedUrl(gateway ?? memberOf(known, 'gateway')), apiKey: key };
}

/** The gateway alone, for what needs no key. @throws LedgerError FIELD_INVALID, or what reading the file throws. */
export function findGateway({ gateway, credentials }: AccessOptions): string {
  return checkedUrl(gateway ?? memberOf(readCredentials(credentials), 'gateway'));
}

function checkedUrl(url: string | undefined): string {
  if (url === undefined || !/^https?:$/.test(protocolOf(url))) {
    throw new LedgerError('FIELD_INVALID', { path: '/gateway', wanted: 'an http or https URL: --gateway' });
  }
  return url.replace(/\/+$/, '');
}

function readCredentials(named: string | undefined): Readonly<Record<string, unknown>> {
  if (named === undefined && !existsSync(DEFAULT_CREDENTIALS)) return {};
  const value: unknown = strictJsonOf(readLimited(named ?? DEFAULT_CREDENTIALS, MAX_BYTES));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function memberOf(value: unknown, name: string): string | undefined {
  const member = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof member === 'string' ? member : undefined;
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return '';
  }
}
