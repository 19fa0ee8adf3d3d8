import { LedgerError, parseCheckpoint, parseNote } from '@lianpiao/chaincode/domain';
import type { LogStore } from '../stores/log-store';

/** Origin of a folder's log. @throws LedgerError NOT_FOUND when nothing was sealed. */
export function originOf(log: LogStore): string {
  const latest = log.latest();
  if (latest === undefined) throw new LedgerError('NOT_FOUND', { found: 'a log without a checkpoint' });
  return parseCheckpoint(parseNote(latest.note).text).origin;
}
