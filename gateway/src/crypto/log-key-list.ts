import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  digestFromBase64,
  LedgerError,
  parseStrictJson,
  parseTime,
  parseVerifierKey,
  type JsonValue,
  type KeyWindow,
  type LogEnd,
} from '@lianpiao/chaincode/domain';
import { readSecret } from './keys';
import { writeWhole } from './write-whole';

/** A key of the log: which file under `keys/` holds it, and when it counts. Its name is the origin of the log that it signs for. */
export interface RingKey extends KeyWindow {
  readonly file: string;
  readonly vkey: string;
  /** The last checkpoint of a log that was closed. */
  readonly last?: LogEnd;
  /** True for the key of a successor that has not opened: it is told to holders, and signs nothing. */
  readonly waiting?: boolean;
}

const RING_FILE = 'log-keys.json';
const MS_PER_SECOND = 1000;

export function ringPath(folder: string): string {
  return join(folder, 'keys', RING_FILE);
}

/** The log that a key signs for. */
export function originOfKey({ vkey }: RingKey): string {
  return parseVerifierKey(vkey).name;
}

/**
 * The keys that a folder lists; undefined when it lists none, because there was never a second one.
 * @throws Error when the list is not as it was written.
 */
export function readRing(folder: string): readonly RingKey[] | undefined {
  const path = ringPath(folder);
  if (!existsSync(path)) return undefined;
  try {
    const { keys } = parseStrictJson(readSecret(path).toString('utf8')) as unknown as { keys: StoredKey[] };
    return keys.map(readKey);
  } catch (cause) {
    throw new Error(`${path} cannot be read: restore it from the backup of the keys`, { cause });
  }
}

/** As JSON has it: texts, but for the end of a log and whether it waits. */
interface StoredKey extends Readonly<Partial<Record<'compromisedAt' | 'file' | 'from' | 'until' | 'vkey', string>>> {
  readonly last?: { readonly size: number; readonly root: string };
  readonly waiting?: boolean;
}

function readKey({ file = '', vkey = '', last, waiting, ...window }: StoredKey): RingKey {
  parseVerifierKey(vkey, '/vkey');
  if (!/^[a-z0-9-]+\.pem$/.test(file)) throw new LedgerError('FIELD_INVALID', { path: '/file' });
  const times = Object.entries(window).map(([name, time]) => [name, secondsOf(time)] as const);
  return {
    ...(Object.fromEntries(times) as KeyWindow),
    file,
    vkey,
    ...(last === undefined ? {} : { last: readEnd(last) }),
    ...(waiting === true ? { waiting } : {}),
  };
}

function readEnd({ size, root }: NonNullable<StoredKey['last']>): LogEnd {
  const digest = digestFromBase64(root);
  if (digest === undefined) throw new LedgerError('FIELD_INVALID', { path: '/last/root' });
  return { size, root: digest };
}

/** Puts the list in the place of the one before, whole or not at all. */
export function writeRing(folder: string, keys: readonly RingKey[]): void {
  const text = {
    keys: keys.map(({ file, vkey, waiting, ...rest }) => ({
      file,
      vkey,
      ...windowTexts(rest),
      ...(waiting === true ? { waiting } : {}),
    })),
  };
  writeWhole(ringPath(folder), `${JSON.stringify(text, null, 2)}\n`, 0o600);
}

/** A key's window, and the end of its log, as a trust file and the list of keys have them. */
export function windowTexts({
  from,
  until,
  compromisedAt,
  last,
}: KeyWindow & { readonly last?: LogEnd }): Record<string, JsonValue> {
  return {
    ...(from === undefined ? {} : { from: timeOfSeconds(from) }),
    ...(until === undefined ? {} : { until: timeOfSeconds(until) }),
    ...(compromisedAt === undefined ? {} : { compromisedAt: timeOfSeconds(compromisedAt) }),
    ...(last === undefined ? {} : { last: { size: last.size, root: Buffer.from(last.root, 'hex').toString('base64') } }),
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
