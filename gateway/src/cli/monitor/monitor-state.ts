import { existsSync } from 'node:fs';
import {
  CompactRange,
  LedgerError,
  parseDigest,
  readObject,
  type Digest,
  type JsonObject,
  type TrustedLog,
} from '@lianpiao/chaincode/domain';
import { writeWhole } from '../../crypto/write-whole';
import { readLimited, strictJsonOf } from '../read-file';

/** What a monitor remembers: the last log state that it checked in full. */
export interface SeenLog {
  readonly origin: string;
  readonly size: number;
  readonly root: Digest;
  /** Roots of the complete subtrees, largest first: enough to go on from. */
  readonly subtrees: readonly Digest[];
  /** The signed checkpoint itself: evidence, should the log deny it one day. */
  readonly checkpoint: string;
}

const MAX_STATE_BYTES = 2 * 1024 * 1024;

/**
 * Reads what was seen before; undefined when there is no file yet.
 * @param logs that are trusted: the state is of one of them.
 * @param wanted the log that was asked for; a state of its successor is its state, too, once it was closed.
 * @throws LedgerError FIELD_INVALID for a file of another log, or one that is not consistent in itself.
 */
export function readState(path: string, logs: readonly TrustedLog[], wanted?: string): SeenLog | undefined {
  if (!existsSync(path)) return undefined;
  const state = readObject(strictJsonOf(readLimited(path, MAX_STATE_BYTES)), '');
  const origin = logs.find((log) => log.origin === originIn(state))?.origin;
  if (origin === undefined || !isWanted(origin, logs, wanted))
    throw new LedgerError('FIELD_INVALID', { path: '/origin', wanted: 'a state of this very log' });
  const { size, subtrees, checkpoint } = state;
  const hashes = Array.isArray(subtrees) ? subtrees.map(parseDigest) : [];
  const root = parseDigest(state['root']);
  const whole = typeof size === 'number' && typeof checkpoint === 'string' && hashes.every((hash) => hash !== undefined);
  if (!whole || CompactRange.restore(size, hashes).root() !== root) {
    throw new LedgerError('FIELD_INVALID', { path: '/root', wanted: 'a state as the monitor wrote it' });
  }
  return { origin, size, root, subtrees: hashes, checkpoint };
}

/** Of the log that was asked for, or of whatever followed it once it was closed. */
function isWanted(origin: string, logs: readonly TrustedLog[], wanted: string | undefined): boolean {
  return wanted === undefined || origin === wanted || logs.some((log) => log.origin === wanted && log.last !== undefined);
}

/** Whose state it is; earlier versions wrote the log's only key instead. */
function originIn({ origin, vkey }: JsonObject & { origin?: unknown; vkey?: unknown }): unknown {
  return origin ?? (typeof vkey === 'string' ? vkey.split('+')[0] : undefined);
}

/** Writes the state whole or not at all. */
export function writeState(path: string, state: SeenLog): void {
  writeWhole(path, `${JSON.stringify(state)}\n`, 0o600);
}
