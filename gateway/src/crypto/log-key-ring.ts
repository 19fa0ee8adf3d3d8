import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError, parseVerifierKey, SIGNATURE_TYPE, type TrustedLog } from '@lianpiao/chaincode/domain';
import { originOfKey, readRing, ringPath, writeRing, type RingKey } from './log-key-list';
import { hasLogKey, loadLogKey, loadNoteKey, type LogKey } from './log-keys';

/** The keys with which a log signs its checkpoints, and those with which it did. */
export interface LogKeys {
  /** First line of the checkpoints: of the newest log, once one was closed and its successor has opened. */
  readonly origin: string;
  /** The keys of that log that sign at a time (milliseconds since 1970), oldest first: two of them while one follows the other. */
  signers(now: number): readonly LogKey[];
  /** All keys there ever were, oldest first, as a trust file names them; those of closed logs and of a waiting successor too. */
  trusted(): readonly TrustedLog[];
}

const FIRST_KEY = 'log.pem';
const MS_PER_SECOND = 1000;

/**
 * The log's keys in a data folder. `keys/log-keys.json` lists them once there was a second one; it is looked at again when it
 * has changed, so that gateway and workers take up a new key while they run.
 */
export class LogKeyRing implements LogKeys {
  readonly #folder: string;
  readonly #first: string;
  readonly #loaded = new Map<string, LogKey>();
  #keys: readonly RingKey[] = [];
  #trusted: readonly TrustedLog[] = [];
  #stamp: string | undefined;

  /**
   * Makes the first key when there is none and the ledger is new.
   * @param first origin of the first log of this ledger.
   */
  constructor(folder: string, first: string) {
    this.#folder = folder;
    this.#first = first;
    this.#look();
  }

  get origin(): string {
    this.#look();
    return openOrigin(this.#keys) ?? this.#first;
  }

  signers(now: number): readonly LogKey[] {
    this.#look();
    const seconds = now / MS_PER_SECOND;
    return keysOfOpenLog(this.#keys)
      .filter(({ from = -Infinity, until = Infinity }) => from <= seconds && seconds < until)
      .map((key) => this.#load(key));
  }

  trusted(): readonly TrustedLog[] {
    this.#look();
    return this.#trusted;
  }

  #load({ file, vkey }: RingKey): LogKey {
    let key = this.#loaded.get(file);
    if (key === undefined) {
      key = loadNoteKey(join(this.#folder, 'keys', file), parseVerifierKey(vkey).name, SIGNATURE_TYPE.ed25519, true);
      this.#loaded.set(file, key);
    }
    return key;
  }

  #look(): void {
    const stamp = stampOf(ringPath(this.#folder));
    if (stamp === this.#stamp) return;
    this.#keys = ringOrFirst(this.#folder, this.#first);
    this.#trusted = this.#keys.map(({ file: _file, vkey, waiting: _waiting, ...window }) => {
      const key = parseVerifierKey(vkey);
      return { origin: key.name, key, ...window };
    });
    this.#stamp = stamp;
  }
}

/** The keys that a folder lists, or its first one. */
export function ringOrFirst(folder: string, origin: string): readonly RingKey[] {
  return readRing(folder) ?? [{ file: FIRST_KEY, vkey: loadLogKey(folder, origin).vkey }];
}

/** The log that is open among those a ledger has had: the newest whose key does not wait. */
function openOrigin(keys: readonly RingKey[]): string | undefined {
  const newest = keys.filter(({ waiting }) => waiting !== true).at(-1);
  return newest && originOfKey(newest);
}

/** The keys of the log that is open, past ones too. */
export function keysOfOpenLog(keys: readonly RingKey[]): readonly RingKey[] {
  const origin = openOrigin(keys);
  return keys.filter((key) => key.waiting !== true && originOfKey(key) === origin);
}

/** Changes whenever the file is replaced. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${String(found.ino)} ${String(found.mtimeMs)} ${String(found.size)}`;
}

/** The log's public keys in a folder, for whoever only reads there; undefined when it holds none. */
export function trustedLogKeys(folder: string, origin: string): readonly TrustedLog[] | undefined {
  const isThere = existsSync(ringPath(folder)) || hasLogKey(folder);
  return isThere ? new LogKeyRing(folder, origin).trusted() : undefined;
}

export interface RotateOptions {
  readonly folder: string;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** For how long the old key goes on signing beside the new one. */
  readonly overlapSeconds: number;
  /** Since when the old key may have been in other hands, in seconds since 1970: it stops signing within a second. */
  readonly compromisedAt?: number;
}

/**
 * Gives the log a new key. The key is on disk before the list names it; a crash between leaves a file that nobody uses.
 * @returns the new key.
 * @throws LedgerError ROTATION_UNDER_WAY while the key before still signs beside the newest.
 */
export function rotateLogKey({ folder, origin, now, overlapSeconds, compromisedAt }: RotateOptions): RingKey {
  const seconds = Math.floor(now / MS_PER_SECOND);
  const keys = ringOrFirst(folder, origin);
  const open = keysOfOpenLog(keys);
  const signing = open.filter(({ until = Infinity }) => until > seconds);
  if (signing.length > 1 && compromisedAt === undefined) {
    throw new LedgerError('ROTATION_UNDER_WAY', { found: signing.map(({ vkey }) => vkey).join(' ') });
  }
  const file = freeName(folder, keys.length + 1);
  const name = openOrigin(keys) ?? origin;
  const { vkey } = loadNoteKey(join(folder, 'keys', file), name, SIGNATURE_TYPE.ed25519, false);
  const fresh: RingKey = { file, vkey, from: seconds };
  const before = keys.map((key) => {
    if (!signing.includes(key)) return key;
    // Not before the end of this second: what the key has signed in it stays within its window.
    const until = seconds + (compromisedAt === undefined ? overlapSeconds : 1);
    return { ...key, until, ...(compromisedAt === undefined ? {} : { compromisedAt }) };
  });
  // A successor that waits stays the last one.
  writeRing(folder, [
    ...before.filter(({ waiting }) => waiting !== true),
    fresh,
    ...before.filter(({ waiting }) => waiting === true),
  ]);
  return fresh;
}

/**
 * Notes that a key which signs no longer was in other hands, since a time in seconds since 1970.
 * @throws LedgerError NOT_FOUND when the log never had it; FIELD_INVALID while it signs: then it has to be replaced.
 */
export function markCompromised(folder: string, keyId: string, compromisedAt: number, now: number): void {
  const keys = readRing(folder) ?? [];
  const marked = keys.find(({ vkey }) => parseVerifierKey(vkey).keyId === keyId);
  if (marked === undefined) throw new LedgerError('NOT_FOUND', { found: `no key ${keyId}` });
  const { until = Infinity, compromisedAt: known = Infinity } = marked;
  if (until * MS_PER_SECOND > now) throw new LedgerError('FIELD_INVALID', { path: '/key', wanted: 'a key that signs no longer' });
  writeRing(
    folder,
    keys.map((key) => (key === marked ? { ...key, compromisedAt: Math.min(known, compromisedAt) } : key)),
  );
}

export function freeName(folder: string, from: number): string {
  for (let number = from; ; number += 1) {
    const name = `log-${String(number)}.pem`;
    if (!existsSync(join(folder, 'keys', name))) return name;
  }
}
