import { currentHeader, sessionIsOver } from './credentials';

/** One thing that happened, as the feed says it. */
export interface Change {
  readonly cursor: string;
  readonly type: string;
  readonly time: string;
  readonly number?: string;
  readonly test?: boolean;
  readonly subject?: string;
}

export type StreamState = 'connecting' | 'live' | 'waiting';

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 15_000;

interface StreamOptions {
  /** Cursor to go on from. */
  readonly from: string;
  readonly onChanges: (changes: readonly Change[]) => void;
  readonly onState: (state: StreamState) => void;
}

/**
 * Follows `GET /v1/changes/stream` and comes back with the last cursor whenever it breaks, so that nothing is missed and
 * nothing comes twice. `EventSource` cannot send a key; a fetch can. @returns how to stop.
 */
export function followChanges({ from, onChanges, onState }: StreamOptions): () => void {
  const stopped = new AbortController();
  let cursor = from;
  let pause = FIRST_PAUSE_MS;
  const isStopped = (): boolean => stopped.signal.aborted;
  const follow = async (): Promise<void> => {
    for (;;) {
      onState(pause === FIRST_PAUSE_MS ? 'connecting' : 'waiting');
      try {
        await readStream(cursor, stopped.signal, (changes) => {
          if (changes === undefined) onState('live');
          else {
            pause = FIRST_PAUSE_MS;
            cursor = changes.at(-1)?.cursor ?? cursor;
            onChanges(changes);
          }
        });
      } catch {
        // Whatever broke it, the next attempt begins where this one ended.
      }
      if (isStopped()) return;
      onState('waiting');
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, MAX_PAUSE_MS);
      if (isStopped()) return;
    }
  };
  void follow();
  return () => {
    stopped.abort();
  };
}

/** Reads one connection to its end; `take` hears undefined when it stands. */
async function readStream(
  cursor: string,
  signal: AbortSignal,
  take: (changes: readonly Change[] | undefined) => void,
): Promise<void> {
  const authorization = currentHeader();
  const response = await fetch(`/v1/changes/stream?after=${encodeURIComponent(cursor)}`, {
    headers: authorization === null ? {} : { authorization },
    signal,
  });
  if (response.status === 401) sessionIsOver(authorization);
  if (!response.ok || response.body === null) throw new Error(String(response.status));
  take(undefined);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    const changes = events.flatMap(changeOf);
    if (changes.length > 0) take(changes);
  }
}

/** WHATWG HTML §9.2: the `data` of an event of ours; comments (heartbeats) are nothing. */
function changeOf(event: string): Change[] {
  const data = event.split('\n').find((line) => line.startsWith('data: '));
  return data === undefined ? [] : [JSON.parse(data.slice('data: '.length)) as Change];
}
