import { LedgerError, parseVerifierKey, SIGNATURE_TYPE, type TrustedLog } from '@lianpiao/chaincode/domain';
import { findTrust } from './find-trust';

/** How a command is told whose checkpoints to believe: keys, or a trust file that may change while the command runs. */
export interface TrustOptions {
  /** Verifier keys of logs. */
  readonly vkey?: readonly string[];
  readonly trust?: string;
}

/** The keys of the logs to follow, as they are known now. @throws LedgerError when they cannot be read. */
export type TrustedKeys = () => readonly TrustedLog[];

/**
 * Reads whom to believe, once before anything starts; keys alone count at any time.
 * @param option the command's name for its keys, for an error.
 * @throws LedgerError FIELD_INVALID, or why the trust file cannot be used.
 */
export function trustedKeys({ vkey, trust }: TrustOptions, option = 'vkey'): TrustedKeys {
  if ((vkey === undefined) === (trust === undefined)) {
    throw new LedgerError('FIELD_INVALID', { path: '/trust', wanted: 'either --vkey or --trust' });
  }
  const keys = vkey?.map((key, place) => pinnedKey(key, `/${option}/${String(place)}`));
  const read = (): readonly TrustedLog[] => keys ?? logsIn(trust as string);
  read();
  return read;
}

/** @throws LedgerError FIELD_INVALID for what is no log's key. */
export function pinnedKey(vkey: string, path = '/vkey'): TrustedLog {
  const key = parseVerifierKey(vkey, path);
  if (key.type === SIGNATURE_TYPE.ed25519) return { origin: key.name, key };
  throw new LedgerError('FIELD_INVALID', { path, wanted: 'the key of a log' });
}

function logsIn(file: string): readonly TrustedLog[] {
  const { trust, error } = findTrust(file);
  if (trust === undefined) throw error ?? new LedgerError('NOT_FOUND', { found: file });
  return trust.logs;
}

/** The log's keys among those that are trusted: of the origin named, or of the only one there is. @throws LedgerError FIELD_MISSING */
export function onlyOrigin(logs: readonly TrustedLog[], origin?: string): string {
  const origins = [...new Set(logs.map((log) => log.origin))];
  if (origin !== undefined && origins.includes(origin)) return origin;
  if (origin === undefined && origins.length === 1) return origins[0] as string;
  throw new LedgerError('FIELD_MISSING', { path: '/origin', wanted: origins.join(', ') });
}
