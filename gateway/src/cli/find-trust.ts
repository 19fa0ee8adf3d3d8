import { existsSync } from 'node:fs';
import { LedgerError, parseTrustFile, type TrustFile } from '@lianpiao/chaincode/domain';
import { readLimited, strictJsonOf } from './read-file';

export const DEFAULT_TRUST = './data/trust.json';
const MAX_TRUST_BYTES = 1024 * 1024;

/** What was found: a trust file, or why the one that should be there cannot be used, or neither. */
export interface FoundTrust {
  readonly trust?: TrustFile;
  readonly error?: LedgerError;
}

/** Reads the trust file that was named, or the one at the usual place when there is one. */
export function findTrust(named: string | undefined): FoundTrust {
  if (named === undefined && !existsSync(DEFAULT_TRUST)) return {};
  try {
    return { trust: parseTrustFile(strictJsonOf(readLimited(named ?? DEFAULT_TRUST, MAX_TRUST_BYTES))) };
  } catch (error) {
    if (error instanceof LedgerError) return { error };
    throw error;
  }
}
