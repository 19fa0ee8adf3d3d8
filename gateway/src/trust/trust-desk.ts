import {
  formatVerifierKey,
  parseNote,
  parseTrustFile,
  signersIn,
  TRUST_MEDIA_TYPE,
  type JsonValue,
  type TrustedLog,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import type { LogKeys } from '../crypto/log-key-ring';
import { nodeSignatures } from '../crypto/log-keys';
import { newestTrustVersion, readTrustVersion } from './trust-folder';

/** A trust file, as it is served and as it is used. */
export interface ServedTrust {
  readonly json: object;
  readonly file: TrustFile;
}

/**
 * Whom this gateway trusts: the newest signed trust file that was published in its data folder, or one without signature that
 * names the keys of its own log. It looks again when either has changed.
 */
export class TrustDesk {
  readonly #folder: string;
  readonly #keys: LogKeys;
  readonly #attesters: readonly string[];
  #known:
    { readonly served: ServedTrust; readonly version: number | undefined; readonly keys: readonly TrustedLog[] } | undefined;

  /** @param attesters verifier keys of the organisations whose word on the commit is known here. */
  constructor(folder: string, keys: LogKeys, attesters: readonly string[] = []) {
    this.#folder = folder;
    this.#keys = keys;
    this.#attesters = attesters;
  }

  /** The same object for as long as nothing has changed. */
  newest(): ServedTrust {
    const version = newestTrustVersion(this.#folder);
    const keys = this.#keys.trusted();
    if (this.#known === undefined || this.#known.version !== version || this.#known.keys !== keys) {
      const json =
        version === undefined ? plainTrust(keys, this.#attesters) : (readTrustVersion(this.#folder, String(version)) as object);
      this.#known = { served: { json, file: parseTrustFile(json, nodeSignatures) }, version, keys };
    }
    return this.#known.served;
  }

  /** @throws LedgerError NOT_FOUND */
  version(version: string): JsonValue {
    return readTrustVersion(this.#folder, version);
  }
}

/** Version 1 has no windows: a compromised key would count for everything, so it is left out. */
function plainTrust(keys: readonly TrustedLog[], attesters: readonly string[]): object {
  const sound = keys.filter(({ compromisedAt }) => compromisedAt === undefined);
  return {
    mediaType: TRUST_MEDIA_TYPE,
    logs: sound.map(({ origin, key: { name, publicKey, type } }) => ({ origin, vkey: formatVerifierKey(name, publicKey, type) })),
    witnesses: [],
    quorum: 0,
    ...(attesters.length === 0 ? {} : { commit: { attesters: attesters.map((vkey) => ({ vkey })), quorum: 0 } }),
  };
}

/** False for a checkpoint of ours that only compromised keys have signed: it proves nothing to a verifier without witnesses. */
export function isSound(note: string, keys: readonly TrustedLog[]): boolean {
  if (keys.every(({ compromisedAt }) => compromisedAt === undefined)) return true;
  const signers = signersIn(parseNote(note), keys);
  return signers.length === 0 || signers.some(({ compromisedAt }) => compromisedAt === undefined);
}
