import {
  CheckFailure,
  CompactRange,
  consistencyPathFromTiles,
  LedgerError,
  openNote,
  parseCheckpoint,
  parseNote,
  requireLogKey,
  rootFromTiles,
  SIGNATURE_RULE,
  signersIn,
  verifyConsistency,
  type Checkpoint,
  type LogEnd,
  type TileSource,
  type TrustedLog,
} from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../crypto/log-keys';
import { growLog } from './grow-log';
import { LogAlarm } from './log-alarm';
import type { LogSource } from './log-source';
import type { SeenLog } from './monitor-state';

/** The log that a monitor follows. */
export interface WatchedLog {
  readonly origin: string;
  readonly keys: readonly TrustedLog[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Looks at a log once: its newest checkpoint, and everything between the last state seen and that.
 * @returns the state to remember.
 * @throws LogAlarm when the log is wrong; LedgerError DEADLINE_EXCEEDED or NOT_FOUND when it cannot be read.
 */
export async function checkLogOnce(
  source: LogSource,
  { origin, keys, now }: WatchedLog,
  seen: SeenLog | undefined,
  noteLeaf?: (leaf: Uint8Array, index: number) => void,
): Promise<SeenLog> {
  const note = await source.checkpoint();
  const { checkpoint, signers } = openCheckpoint(note, servedOrigin(note, origin, keys, seen), keys);
  await requireEnds(source, origin, keys, seen, checkpoint, note);
  requireKeyNow(signers, checkpoint, note, now);
  refuseRollback(checkpoint, note, seen);
  const consistent = seen === undefined || (await isConsistent(source, seen, checkpoint, note));
  const range = CompactRange.restore(seen?.size ?? 0, seen?.subtrees ?? []);
  await broken(() => growLog(source, range, checkpoint.size, noteLeaf));
  const facts = { ...sizes(checkpoint, seen), computedRoot: range.root(), checkpoint: note };
  if (range.root() !== checkpoint.root) throw new LogAlarm('root-wrong', facts);
  if (!consistent) throw new LogAlarm('tile-wrong', { ...facts, tile: 'the tiles do not prove consistency' });
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: checkpoint.root,
    subtrees: range.hashes.slice(),
    checkpoint: note,
  };
}

/**
 * The log whose checkpoint is served: the one that was asked for, or another that is trusted and goes on with its tree. That it
 * does is proven like any growth, so something must be known of the one that was asked for: what was seen of it, or its end.
 */
function servedOrigin(note: string, origin: string, keys: readonly TrustedLog[], seen: SeenLog | undefined): string {
  if (seen === undefined && keys.every((log) => log.origin !== origin || log.last === undefined)) return origin;
  try {
    const served = parseCheckpoint(parseNote(note).text).origin;
    return keys.some((log) => log.origin === served) ? served : origin;
  } catch (error) {
    if (error instanceof LedgerError) return origin;
    throw error;
  }
}

/**
 * Requires that a log which was closed ended where its trust file says: nothing was seen of it beyond, and its successor begins
 * with its last checkpoint.
 */
async function requireEnds(
  source: LogSource,
  origin: string,
  keys: readonly TrustedLog[],
  seen: SeenLog | undefined,
  checkpoint: Checkpoint,
  note: string,
): Promise<void> {
  const last = keys.find((log) => log.origin === origin)?.last;
  if (last === undefined || checkpoint.origin === origin) return;
  const end: SeenState = { ...last, checkpoint: `closed at ${String(last.size)}` };
  const facts = { ...sizes(checkpoint, end), checkpoint: note };
  const isBeyond = seen?.origin === origin && isBeyondEnd(seen, last);
  if (isBeyond || checkpoint.size < last.size) throw new LogAlarm('split-view', facts);
  if (checkpoint.size === last.size ? checkpoint.root === last.root : await isConsistent(source, end, checkpoint, note)) return;
  throw new LogAlarm('tile-wrong', { ...facts, tile: 'the tiles do not prove consistency' });
}

function isBeyondEnd({ size, root }: SeenLog, last: LogEnd): boolean {
  return size > last.size || (size === last.size && root !== last.root);
}

/** A signed state that was seen somewhere. */
export type SeenState = Pick<SeenLog, 'checkpoint' | 'root' | 'size'>;

/** A checkpoint, and the trusted keys that have signed it: at least one. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signers: readonly TrustedLog[];
}

/**
 * A checkpoint with the signature of one of the log's keys, whenever that counted.
 * @throws LogAlarm `signature-wrong` or `malformed`.
 */
export function openCheckpoint(note: string, origin: string, keys: readonly TrustedLog[]): OpenedCheckpoint {
  const known = keys.filter((log) => log.origin === origin);
  try {
    const { text, verifiedBy } = openNote(
      note,
      known.map(({ key }) => key),
      nodeSignatures,
    );
    const checkpoint = parseCheckpoint(text);
    if (verifiedBy.length === 0 || checkpoint.origin !== origin) {
      throw new LogAlarm('signature-wrong', { origin: checkpoint.origin, wanted: origin, checkpoint: note });
    }
    return { checkpoint, signers: signersIn(parseNote(note), known) };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new LogAlarm(error.detail.rule === SIGNATURE_RULE ? 'signature-wrong' : 'malformed', { checkpoint: note });
  }
}

/** What is served now has to be signed by a key that counts now: a log that does not grow is signed again by its new key. */
function requireKeyNow(signers: readonly TrustedLog[], checkpoint: Checkpoint, note: string, now: number): void {
  try {
    requireLogKey(signers, checkpoint, [Math.floor(now / 1000)], undefined);
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    throw new LogAlarm('signature-wrong', { reason: error.reason, size: String(checkpoint.size), checkpoint: note });
  }
}

function refuseRollback(checkpoint: Checkpoint, note: string, seen: SeenLog | undefined): void {
  if (seen === undefined) return;
  const facts = { ...sizes(checkpoint, seen), seenCheckpoint: seen.checkpoint, checkpoint: note };
  if (checkpoint.size < seen.size) throw new LogAlarm('rollback', facts);
  if (checkpoint.size === seen.size && checkpoint.root !== seen.root) throw new LogAlarm('split-view', facts);
}

function sizes(checkpoint: Checkpoint, seen: SeenState | undefined): Record<string, string> {
  const before = seen === undefined ? {} : { seenSize: String(seen.size), seenRoot: seen.root };
  return { ...before, size: String(checkpoint.size), root: checkpoint.root };
}

/**
 * True when the served tiles prove that the new state begins with the one seen; false when they prove nothing.
 * @throws LogAlarm `split-view` when they do give the signed root, but over another past.
 */
export async function isConsistent(source: LogSource, seen: SeenState, checkpoint: Checkpoint, note: string): Promise<boolean> {
  const { size, root } = checkpoint;
  const { path, served } = await broken(() =>
    withTiles(source, (tiles) => ({
      path: consistencyPathFromTiles(tiles, seen.size, size),
      served: rootFromTiles(tiles, size),
    })),
  );
  if (verifyConsistency({ oldSize: seen.size, newSize: size, oldRoot: seen.root, newRoot: root, path })) return true;
  if (served !== root) return false;
  throw new LogAlarm('split-view', { ...sizes(checkpoint, seen), seenCheckpoint: seen.checkpoint, checkpoint: note });
}

/** Runs a computation over tiles, fetching each one when it is missed. */
async function withTiles<Result>(source: LogSource, compute: (tiles: TileSource) => Result): Promise<Result> {
  const fetched = new Map<string, Uint8Array>();
  for (;;) {
    let missed: { level: number; index: number; width: number } | undefined;
    const tiles: TileSource = {
      tile(level, index, width) {
        const known = fetched.get(`${String(level)}/${String(index)}`);
        if (known !== undefined) return known;
        missed = { level, index, width };
        throw new LedgerError('LOG_BROKEN', { found: 'a tile that is not fetched yet' });
      },
    };
    try {
      return compute(tiles);
    } catch (error) {
      if (missed === undefined) throw error;
      fetched.set(`${String(missed.level)}/${String(missed.index)}`, await source.tile(missed));
    }
  }
}

/** What is served in a wrong form is the log's fault, and cause for alarm. */
async function broken<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'LOG_BROKEN') throw error;
    throw new LogAlarm('malformed', { found: error.detail.found ?? '' });
  }
}
