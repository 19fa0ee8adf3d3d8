import { existsSync } from 'node:fs';
import { LedgerError, parseTrustFile, type JsonValue, type TrustFile } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
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
    return { trust: parseTrustFile(readTrustJson(named ?? DEFAULT_TRUST), nodeSignatures) };
  } catch (error) {
    if (error instanceof LedgerError) return { error };
    throw error;
  }
}

/** A trust file of either version as strict JSON. @throws LedgerError NOT_FOUND, BODY_TOO_LARGE or BODY_MALFORMED. */
export function readTrustJson(file: string): JsonValue {
  return strictJsonOf(readLimited(file, MAX_TRUST_BYTES));
}
