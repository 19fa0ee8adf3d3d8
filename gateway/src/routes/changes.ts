import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Response } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { logFault } from '../middleware/request-log';
import type { Principal } from '../stores/access-store';
import { isLive } from '../sign-in/people';
import { page, PAGE_LIMIT, streamStart } from './schemas';

/** Between two looks at how far the index has come: one for all streams of a process. */
const LOOK_MS = 25;
const HEARTBEAT_MS = 15_000;
const MAX_STREAMS = 1000;

/** The feed of what happened, by pages and as a stream. */
export function changeRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/changes', (request, response) => {
    const principal = requirePrincipal(request, 'change.read');
    const { after, limit } = parseWith(page, request.query);
    response.json(gateway.changes.read(principal, parseCursor(gateway, after), limit));
  });

  const streams = new ChangeStreams(gateway);
  router.get('/v1/changes/stream', (request, response) => {
    const principal = requirePrincipal(request, 'change.read');
    const { after } = parseWith(streamStart, request.query);
    const last = request.headers['last-event-id'];
    const from = parseCursor(gateway, typeof last === 'string' ? last : after);
    if (streams.count >= MAX_STREAMS) throw new LedgerError('QUEUE_FULL');
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    streams.open(principal, from, response, (error) => {
      logFault(gateway.logger, request, error);
    });
  });

  return router;
}

/** @throws LedgerError CURSOR_INVALID for what no answer of ours contained. */
export function parseCursor(gateway: Gateway, text: string | undefined): number {
  if (text === undefined) return 0;
  const cursor = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(cursor) || cursor > gateway.ledger.length()) throw new LedgerError('CURSOR_INVALID', { path: '/after' });
  return cursor;
}

/** Streams of changes as server-sent events, each until its reader goes or may no longer read. */
class ChangeStreams {
  readonly #gateway: Gateway;
  /** What each open stream does when the index has come to a height. */
  readonly #sends = new Set<(height: number) => void>();
  #looking: NodeJS.Timeout | undefined;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  get count(): number {
    return this.#sends.size;
  }

  /** @param onFault told when a stream ends for a fault of ours. */
  open(principal: Principal, from: number, response: Response, onFault: (error: unknown) => void): void {
    response.write(': changes\n\n');
    const stream = { principal, cursor: from, response };
    const send = (height: number): void => {
      try {
        this.#send(stream, height);
      } catch (error) {
        // The answer is under way, so there is no status to say it with: the reader comes back with its last cursor.
        onFault(error);
        response.end();
      }
    };
    const heartbeat = setInterval(() => response.write(`: at ${String(stream.cursor)}\n\n`), HEARTBEAT_MS);
    this.#sends.add(send);
    this.#looking ??= setInterval(() => this.#look(), LOOK_MS);
    response.on('close', () => {
      clearInterval(heartbeat);
      this.#sends.delete(send);
      if (this.#sends.size > 0) return;
      clearInterval(this.#looking);
      this.#looking = undefined;
    });
  }

  #look(): void {
    const height = this.#heightNow();
    if (height !== undefined) for (const send of this.#sends) send(height);
  }

  /** Undefined when the index cannot be read just now: the next look finds what this one missed. */
  #heightNow(): number | undefined {
    try {
      return this.#gateway.changes.height();
    } catch (error) {
      this.#gateway.logger.error({ err: error }, 'streams of changes cannot look');
      return undefined;
    }
  }

  #send(stream: { readonly principal: Principal; readonly response: Response; cursor: number }, height: number): void {
    const { principal, response, cursor } = stream;
    if (this.#gateway.stopping.signal.aborted) {
      response.end();
      return;
    }
    // A slow reader is waited for: what it has not taken stays in the ledger, not here.
    if (response.writableNeedDrain || height <= cursor) return;
    // A key that was revoked since, or a person who has left, opens nothing any more.
    if (!isLive(this.#gateway, principal.keyId)) {
      response.end();
      return;
    }
    const { items, cursor: next } = this.#gateway.changes.read(principal, cursor, PAGE_LIMIT);
    for (const item of items) response.write(`id: ${item.cursor}\nevent: change\ndata: ${JSON.stringify(item)}\n\n`);
    stream.cursor = Number(next);
  }
}
