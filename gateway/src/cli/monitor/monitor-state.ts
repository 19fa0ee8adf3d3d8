import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { CompactRange, LedgerError, parseDigest, readObject, type Digest } from '@lianpiao/chaincode/domain';
import { readLimited, strictJsonOf } from '../read-file';

/** What a monitor remembers: the last log state that it checked in full. */
export interface SeenLog {
  readonly vkey: string;
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
export function readState(path: string, vkey: string): SeenLog | undefined {
  if (!existsSync(path)) return undefined;
  const state = readObject(strictJsonOf(readLimited(path, MAX_STATE_BYTES)), '');
  if (state['vkey'] !== vkey) throw new LedgerError('FIELD_INVALID', { path: '/vkey', wanted: 'a state of this very log' });
  const { size, subtrees, checkpoint } = state;
  const hashes = Array.isArray(subtrees) ? subtrees.map(parseDigest) : [];
  const root = parseDigest(state['root']);
  const whole = typeof size === 'number' && typeof checkpoint === 'string' && hashes.every((hash) => hash !== undefined);
  if (!whole || CompactRange.restore(size, hashes).root() !== root) {
    throw new LedgerError('FIELD_INVALID', { path: '/root', wanted: 'a state as the monitor wrote it' });
  }
  return { vkey, size, root, subtrees: hashes, checkpoint };
}

/** Writes the state whole or not at all. */
export function writeState(path: string, state: SeenLog): void {
  const fresh = `${path}.${String(process.pid)}.new`;
  const file = openSync(fresh, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(state)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}
