import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Response } from 'express';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { logFault } from '../middleware/request-log';
import type { Principal } from '../stores/access-store';
import { page, PAGE_LIMIT, streamStart } from './schemas';

const POLL_MS = 200;
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

  let streams = 0;
  router.get('/v1/changes/stream', (request, response) => {
    const principal = requirePrincipal(request, 'change.read');
    const { after } = parseWith(streamStart, request.query);
    const last = request.headers['last-event-id'];
    const from = parseCursor(gateway, typeof last === 'string' ? last : after);
    if (streams >= MAX_STREAMS) throw new LedgerError('QUEUE_FULL');
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    streams += 1;
    const stop = streamChanges(gateway, principal, from, response, (error) => {
      logFault(gateway.logger, request, error);
    });
    response.on('close', () => {
      streams -= 1;
      stop();
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

/** Sends changes as server-sent events until the reader goes or may no longer read; returns how to stop. */
function streamChanges(
  gateway: Gateway,
  principal: Principal,
  from: number,
  response: Response,
  onFault: (error: unknown) => void,
): () => void {
  response.write(': changes\n\n');
  let cursor = from;
  const send = (): void => {
    if (gateway.stopping.signal.aborted) {
      response.end();
      return;
    }
    // A slow reader is waited for: what it has not taken stays in the ledger, not here.
    if (response.writableNeedDrain || gateway.changes.height() <= cursor) return;
    // A key that was revoked since opens nothing any more.
    if (gateway.access.find(principal.keyId)?.revokedAt !== null) {
      response.end();
      return;
    }
    const { items, cursor: next } = gateway.changes.read(principal, cursor, PAGE_LIMIT);
    for (const item of items) response.write(`id: ${item.cursor}\nevent: change\ndata: ${JSON.stringify(item)}\n\n`);
    cursor = Number(next);
  };
  const poll = setInterval(() => {
    try {
      send();
    } catch (error) {
      // The answer is under way, so there is no status to say it with: the reader comes back with its last cursor.
      onFault(error);
      response.end();
    }
  }, POLL_MS);
  const heartbeat = setInterval(() => response.write(`: at ${String(cursor)}\n\n`), HEARTBEAT_MS);
  return () => {
    clearInterval(poll);
    clearInterval(heartbeat);
  };
}
