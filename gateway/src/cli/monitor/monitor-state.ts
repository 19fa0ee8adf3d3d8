import { existsSync } from 'node:fs';
import { CompactRange, LedgerError, parseDigest, readObject, type Digest, type JsonObject } from '@lianpiao/chaincode/domain';
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
 * @throws LedgerError FIELD_INVALID for a file of another log, or one that is not consistent in itself.
 */
export function readState(path: string, origin: string): SeenLog | undefined {
  if (!existsSync(path)) return undefined;
  const state = readObject(strictJsonOf(readLimited(path, MAX_STATE_BYTES)), '');
  if (originIn(state) !== origin) throw new LedgerError('FIELD_INVALID', { path: '/origin', wanted: 'a state of this very log' });
  const { size, subtrees, checkpoint } = state;
  const hashes = Array.isArray(subtrees) ? subtrees.map(parseDigest) : [];
  const root = parseDigest(state['root']);
  const whole = typeof size === 'number' && typeof checkpoint === 'string' && hashes.every((hash) => hash !== undefined);
  if (!whole || CompactRange.restore(size, hashes).root() !== root) {
    throw new LedgerError('FIELD_INVALID', { path: '/root', wanted: 'a state as the monitor wrote it' });
  }
  return { origin, size, root, subtrees: hashes, checkpoint };
}

/** Whose state it is; earlier versions wrote the log's only key instead. */
function originIn({ origin, vkey }: JsonObject & { origin?: unknown; vkey?: unknown }): unknown {
  return origin ?? (typeof vkey === 'string' ? vkey.split('+')[0] : undefined);
}

/** Writes the state whole or not at all. */
export function writeState(path: string, state: SeenLog): void {
  writeWhole(path, `${JSON.stringify(state)}\n`, 0o600);
}
