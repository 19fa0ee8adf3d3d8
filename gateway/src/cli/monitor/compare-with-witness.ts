import { originHash } from '../../witness/witness-server';
import { isConsistent, openCheckpoint, type SeenState, type WatchedLog } from './check-log-once';
import { LogAlarm } from './log-alarm';
import { LogSource } from './log-source';

/**
 * Compares what a witness was shown with what this monitor has checked of the same log: one of them must be the
 * beginning of the other. A witness that has moved beyond us since is compared at the next look.
 * @throws LogAlarm `split-view` with both signed checkpoints: the log has shown two pasts, and both are its own word.
 * @throws LedgerError DEADLINE_EXCEEDED when the witness does not answer, NOT_FOUND when it has not seen the log.
 */
export async function compareWithWitness(
  source: LogSource,
  url: string,
  { origin, keys }: Pick<WatchedLog, 'origin' | 'keys'>,
  state: SeenState,
): Promise<void> {
  const shown = await new LogSource(`${url.replace(/\/+$/, '')}/${originHash(origin)}`).checkpoint();
  const { size, root } = openCheckpoint(shown, origin, keys).checkpoint;
  if (size > state.size) return;
  const seen: SeenState = { size, root, checkpoint: shown };
  const own = { origin, size: state.size, root: state.root };
  if (size === state.size ? root === state.root : await isConsistent(source, seen, own, state.checkpoint)) return;
  throw new LogAlarm('split-view', {
    witness: url,
    shownSize: String(size),
    shownRoot: root,
    shownCheckpoint: shown,
    size: String(state.size),
    root: state.root,
    checkpoint: state.checkpoint,
  });
}
