import { join } from 'node:path';
import { LedgerError, SIGNATURE_TYPE, type LogEnd } from '@lianpiao/chaincode/domain';
import { originOfKey, writeRing, type RingKey } from './log-key-list';
import { freeName, keysOfOpenLog, ringOrFirst } from './log-key-ring';
import { loadNoteKey } from './log-keys';

const MS_PER_SECOND = 1000;
/** How long the key of a closed log still counts: a late cosignature of its last checkpoint is one of its time. */
const CLOSED_KEY_SECONDS = 7 * 86_400;

export interface SuccessorOptions {
  readonly folder: string;
  /** Origin of the ledger's first log. */
  readonly origin: string;
  /** Origin of the log that will go on. */
  readonly successor: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes the key of a log that will follow the open one. From now on trust files name it; it signs nothing before
 * {@link closeOpenLog}.
 * @throws LedgerError ROTATION_UNDER_WAY when one waits already, FIELD_INVALID for an origin that the ledger has had.
 */
export function prepareSuccessor({ folder, origin, successor, now }: SuccessorOptions): RingKey {
  // As a signed note names its key, and a checkpoint its log.
  if (!/^[^\s+\p{Cc}]{1,200}$/u.test(successor))
    throw new LedgerError('FIELD_INVALID', { path: '/origin', wanted: 'for example example.com/log/2' });
  const keys = ringOrFirst(folder, origin);
  const waiting = keys.find((key) => key.waiting === true);
  if (waiting !== undefined) throw new LedgerError('ROTATION_UNDER_WAY', { found: waiting.vkey });
  if (keys.some((key) => originOfKey(key) === successor)) {
    throw new LedgerError('FIELD_INVALID', { path: '/origin', found: successor, wanted: 'an origin that no log here has had' });
  }
  const file = freeName(folder, keys.length + 1);
  const { vkey } = loadNoteKey(join(folder, 'keys', file), successor, SIGNATURE_TYPE.ed25519, false);
  const fresh: RingKey = { file, vkey, from: Math.floor(now / MS_PER_SECOND), waiting: true };
  writeRing(folder, [...keys, fresh]);
  return fresh;
}

/** The log that was closed, and the one that goes on. */
export interface ClosedLog {
  readonly origin: string;
  readonly last: LogEnd;
  readonly successor: string;
}

/**
 * Closes the open log at its last checkpoint; what is sealed from now on is sealed by the successor that waits. Nobody may seal
 * meanwhile: `LogStore.whileUnsealed`.
 * @param now milliseconds since 1970.
 * @throws LedgerError NOT_FOUND when no successor waits.
 */
export function closeOpenLog({
  folder,
  origin: first,
  last,
  now,
}: {
  readonly folder: string;
  readonly origin: string;
  readonly last: LogEnd;
  readonly now: number;
}): ClosedLog {
  const keys = ringOrFirst(folder, first);
  const successor = keys.find(({ waiting }) => waiting === true);
  if (successor === undefined)
    throw new LedgerError('NOT_FOUND', { found: 'no successor that waits', wanted: 'lianpiao log successor' });
  const open = keysOfOpenLog(keys);
  const until = Math.floor(now / MS_PER_SECOND) + CLOSED_KEY_SECONDS;
  const closed = keys.map(({ waiting: _opens, ...key }) =>
    open.some(({ vkey }) => vkey === key.vkey) ? { ...key, until: Math.min(until, key.until ?? Infinity), last } : key,
  );
  writeRing(folder, closed);
  return { origin: originOfKey(open[0] as RingKey), last, successor: originOfKey(successor) };
}
