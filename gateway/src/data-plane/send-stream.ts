import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { LedgerError, type Digest } from '@lianpiao/chaincode/domain';
import type { Problem } from '../middleware/problem';
import type { OpenStream } from './data-desk';

/** How often a running stream looks at the ledger, beside the look before each batch. */
const CONFIRM_MS = 200;
/** How long a reader that takes nothing may keep the last line of a stream waiting. */
const LAST_LINE_MS = 500;

/** Word of the code that a stream ends with when its reader goes. */
const READER_GONE = 'READER_GONE';

interface StreamOptions {
  /** Aborted by us: by the reader's going, by the end of the process, or by a refusal. */
  readonly abort: AbortController;
  readonly stopping: AbortSignal;
  readonly problem: (error: unknown) => Problem;
}

/**
 * Sends rows as NDJSON, a line a row, until they are all sent or the grant no longer holds. The ledger is looked at before
 * every batch and every {@link CONFIRM_MS}, so nothing is written after a look that failed. The last line has the one member
 * `$end`, which no row has.
 */
export async function sendStream(stream: OpenStream, response: ServerResponse, options: StreamOptions): Promise<void> {
  const { abort, stopping } = options;
  let refusal: unknown;
  const look = (): void => {
    try {
      if (stopping.aborted) throw new LedgerError('SOURCE_UNAVAILABLE');
      stream.confirm();
    } catch (error) {
      refusal ??= error;
      abort.abort();
    }
  };
  const timer = setInterval(look, CONFIRM_MS);
  const gone = (): void => abort.abort();
  response.once('close', gone);
  let rows = 0;
  const sent = createHash('sha256');
  try {
    for await (const batch of untilAborted(stream.rows, abort.signal)) {
      look();
      if (abort.signal.aborted) break;
      const text = `${batch.join('\n')}\n`;
      sent.update(text);
      response.write(text);
      rows += batch.length;
      await drained(response, abort.signal);
    }
  } catch (error) {
    refusal ??= error;
  } finally {
    clearInterval(timer);
    response.off('close', gone);
  }
  await finish(stream, response, options, { rows, result: sent.digest('hex') as Digest }, refusal);
}

async function finish(
  stream: OpenStream,
  response: ServerResponse,
  { abort, problem }: StreamOptions,
  { rows, result }: { readonly rows: number; readonly result: Digest },
  refusal: unknown,
): Promise<void> {
  const isGone = refusal === undefined && abort.signal.aborted;
  const error = refusal === undefined ? undefined : problem(refusal);
  const { sequence } = await stream.end(rows, isGone ? READER_GONE : error?.code, result);
  const receipt = { sequence, result };
  const end = { rows, complete: !isGone && error === undefined, receipt, ...(error === undefined ? undefined : { error }) };
  response.end(`${JSON.stringify({ $end: end })}\n`);
  // Whoever reads nothing must not keep what was written before on its way.
  const giveUp = (): void => {
    if (!response.writableFinished) response.destroy();
  };
  // Where it was the source that failed, what is on its way may arrive.
  if (error !== undefined && abort.signal.aborted) setTimeout(giveUp, LAST_LINE_MS).unref();
}

/** The same items; ends at once when the signal aborts, whatever the source is busy with. */
async function* untilAborted<Item>(items: AsyncIterable<Item>, signal: AbortSignal): AsyncIterable<Item> {
  const iterator = items[Symbol.asyncIterator]();
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  try {
    while (!signal.aborted) {
      const step = await Promise.race([iterator.next(), aborted]);
      if (step === undefined || step.done === true) return;
      yield step.value;
    }
  } finally {
    // Not waited for: what the source is busy with may take its time.
    void iterator.return?.().then(undefined, () => undefined);
  }
}

/** Waits for a reader that is behind: at most one batch lies here. */
function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  if (!response.writableNeedDrain || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.on('drain', done);
    signal.addEventListener('abort', done);
  });
}
