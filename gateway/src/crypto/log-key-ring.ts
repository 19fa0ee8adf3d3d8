import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  LedgerError,
  parseStrictJson,
  parseTime,
  parseVerifierKey,
  SIGNATURE_TYPE,
  type KeyWindow,
  type TrustedLog,
} from '@lianpiao/chaincode/domain';
import { readSecret } from './keys';
import { hasLogKey, loadLogKey, loadNoteKey, type LogKey } from './log-keys';
import { writeWhole } from './write-whole';

/** A key of the log: which file under `keys/` holds it, and when it counts. */
export interface RingKey extends KeyWindow {
  readonly file: string;
  readonly vkey: string;
}

/** The keys with which a log signs its checkpoints, and those with which it did. */
export interface LogKeys {
  /** First line of the checkpoints. */
  readonly origin: string;
  /** The keys that sign at a time (milliseconds since 1970), oldest first: two of them while one follows the other. */
  signers(now: number): readonly LogKey[];
  /** All keys there ever were, oldest first, as a trust file names them. */
  trusted(): readonly TrustedLog[];
}

const RING_FILE = 'log-keys.json';
const FIRST_KEY = 'log.pem';
const MS_PER_SECOND = 1000;

/**
 * The log's keys in a data folder. `keys/log-keys.json` lists them once there was a second one; it is looked at again when it
 * has changed, so that gateway and workers take up a new key while they run.
 */
export class LogKeyRing implements LogKeys {
  readonly #folder: string;
  readonly #loaded = new Map<string, LogKey>();
  #keys: readonly RingKey[] = [];
  #trusted: readonly TrustedLog[] = [];
  #stamp: string | undefined;

  /** Makes the first key when there is none and the ledger is new. */
  constructor(
    folder: string,
    readonly origin: string,
  ) {
    this.#folder = folder;
    this.#look();
  }

  signers(now: number): readonly LogKey[] {
    this.#look();
    const seconds = now / MS_PER_SECOND;
    return this.#keys
      .filter(({ from = -Infinity, until = Infinity }) => from <= seconds && seconds < until)
      .map(({ file }) => this.#load(file));
  }

  trusted(): readonly TrustedLog[] {
    this.#look();
    return this.#trusted;
  }

  #load(file: string): LogKey {
    let key = this.#loaded.get(file);
    if (key === undefined) {
      key = loadNoteKey(join(this.#folder, 'keys', file), this.origin, SIGNATURE_TYPE.ed25519, true);
      this.#loaded.set(file, key);
    }
    return key;
  }

  #look(): void {
    const stamp = stampOf(ringPath(this.#folder));
    if (stamp === this.#stamp) return;
    this.#keys = readRing(this.#folder) ?? [{ file: FIRST_KEY, vkey: loadLogKey(this.#folder, this.origin).vkey }];
    this.#trusted = this.#keys.map(({ file: _file, vkey, ...window }) => {
      const key = parseVerifierKey(vkey);
      return { origin: key.name, key, ...window };
    });
    this.#stamp = stamp;
  }
}

function ringPath(folder: string): string {
  return join(folder, 'keys', RING_FILE);
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

/**
 * The keys that a folder lists; undefined when it lists none, because there was never a second one.
 * @throws Error when the list is not as it was written.
 */
export function readRing(folder: string): readonly RingKey[] | undefined {
  const path = ringPath(folder);
  if (!existsSync(path)) return undefined;
  try {
    const { keys } = parseStrictJson(readSecret(path).toString('utf8')) as { keys: Record<string, string>[] };
    return keys.map(readKey);
  } catch (cause) {
    throw new Error(`${path} cannot be read: restore it from the backup of the keys`, { cause });
  }
}

function readKey({ file = '', vkey = '', from, until, compromisedAt }: Record<string, string>): RingKey {
  parseVerifierKey(vkey, '/vkey');
  if (!/^[a-z0-9-]+\.pem$/.test(file)) throw new LedgerError('FIELD_INVALID', { path: '/file' });
  return {
    file,
    vkey,
    ...(from === undefined ? {} : { from: secondsOf(from) }),
    ...(until === undefined ? {} : { until: secondsOf(until) }),
    ...(compromisedAt === undefined ? {} : { compromisedAt: secondsOf(compromisedAt) }),
  };
}

/** Seconds since 1970 of a time of whole seconds. @throws LedgerError TIME_MALFORMED */
export function secondsOf(time: string): number {
  const milliseconds = parseTime(time);
  if (milliseconds === undefined) throw new LedgerError('TIME_MALFORMED', { found: time });
  return Math.floor(milliseconds / MS_PER_SECOND);
}

/** RFC 3339 in whole seconds, as trust files have it. */
export function timeOfSeconds(seconds: number): string {
  return new Date(seconds * MS_PER_SECOND).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Puts the list in the place of the one before, whole or not at all. */
function writeRing(folder: string, keys: readonly RingKey[]): void {
  const path = ringPath(folder);
  const text = {
    keys: keys.map(({ file, vkey, from, until, compromisedAt }) => ({
      file,
      vkey,
      ...(from === undefined ? {} : { from: timeOfSeconds(from) }),
      ...(until === undefined ? {} : { until: timeOfSeconds(until) }),
      ...(compromisedAt === undefined ? {} : { compromisedAt: timeOfSeconds(compromisedAt) }),
    })),
  };
  writeWhole(path, `${JSON.stringify(text, null, 2)}\n`, 0o600);
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
  const keys = readRing(folder) ?? [{ file: FIRST_KEY, vkey: loadLogKey(folder, origin).vkey }];
  const signing = keys.filter(({ until = Infinity }) => until > seconds);
  if (signing.length > 1 && compromisedAt === undefined) {
    throw new LedgerError('ROTATION_UNDER_WAY', { found: signing.map(({ vkey }) => vkey).join(' ') });
  }
  const file = freeName(folder, keys.length + 1);
  const { vkey } = loadNoteKey(join(folder, 'keys', file), origin, SIGNATURE_TYPE.ed25519, false);
  const fresh: RingKey = { file, vkey, from: seconds };
  const before = keys.map((key) => {
    if (!signing.includes(key)) return key;
    // Not before the end of this second: what the key has signed in it stays within its window.
    const until = seconds + (compromisedAt === undefined ? overlapSeconds : 1);
    return { ...key, until, ...(compromisedAt === undefined ? {} : { compromisedAt }) };
  });
  writeRing(folder, [...before, fresh]);
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

function freeName(folder: string, from: number): string {
  for (let number = from; ; number += 1) {
    const name = `log-${String(number)}.pem`;
    if (!existsSync(join(folder, 'keys', name))) return name;
  }
}
