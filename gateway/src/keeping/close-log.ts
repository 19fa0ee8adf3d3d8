import { LedgerError, parseCheckpoint, parseNote, type LogEnd } from '@lianpiao/chaincode/domain';
import { LogKeyRing } from '../crypto/log-key-ring';
import { closeOpenLog, type ClosedLog } from '../crypto/log-shards';
import { openSnapshot } from '../ledger/embedded/verify';
import { LogStore, type StoredCheckpoint } from '../stores/log-store';
import { recordAct } from './record-act';

/** The act that says at which checkpoint a log was closed; its entry is the first of the successor. */
const CLOSE_ACT = 'log.closed';

export interface CloseLogOptions {
  readonly folder: string;
  /** Origin of the ledger's first log. */
  readonly origin: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * Closes the open log at its last checkpoint, while everything runs; the successor that waits goes on with the same tree. On the
 * embedded ledger the act is recorded, so that the successor opens at once; a mirror's opens with its channel's next entry.
 * @throws LedgerError NOT_FOUND when no successor waits, or the open log has no checkpoint yet.
 */
export async function closeLog({ folder, origin, reason, clock }: CloseLogOptions): Promise<ClosedLog> {
  const log = new LogStore(folder);
  let closed: ClosedLog;
  try {
    const open = new LogKeyRing(folder, origin).origin;
    closed = log.whileUnsealed((latest) => closeOpenLog({ folder, origin, last: endOf(latest, open), now: clock() }));
  } finally {
    log.close();
  }
  if (!isMirror(folder)) {
    const { last, ...names } = closed;
    const details = { closed: { ...names, ...last } };
    await recordAct(folder, { act: CLOSE_ACT, subject: `entries-${String(last.size)}`, reason, details }, clock);
  }
  return closed;
}

function endOf(latest: StoredCheckpoint | undefined, open: string): LogEnd {
  const checkpoint = latest && parseCheckpoint(parseNote(latest.note).text);
  if (checkpoint?.origin !== open) throw new LedgerError('NOT_FOUND', { found: `no checkpoint of ${open}` });
  return { size: checkpoint.size, root: checkpoint.root };
}

function isMirror(folder: string): boolean {
  const snapshot = openSnapshot(folder);
  snapshot.close();
  return snapshot.mirrored;
}
