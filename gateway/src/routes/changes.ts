import { LedgerError } from '@lianpiao/chaincode/domain';
import { Router, type Response } from 'express';
import { isSupervisor } from '../access-policy';
import type { Gateway } from '../gateway';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { logFault } from '../middleware/request-log';
import type { Principal } from '../stores/access-store';
import { page, PAGE_LIMIT, streamStart } from './schemas';
import { scopeOf } from './scope';

const POLL_MS = 200;
const HEARTBEAT_MS = 15_000;
const MAX_STREAMS = 1000;

/** One thing that happened, with the cursor from which to go on. */
interface Change {
  readonly cursor: string;
  readonly type: string;
  readonly time: string;
  readonly number?: string;
  /** Of an invoice: true for a sandbox organisation's. */
  readonly test?: boolean;
}

/**
 * The feed of what happened, ordered and without gaps: whoever goes on from the last cursor misses nothing and gets nothing
 * twice, because a cursor is a place in the ledger and nothing is shown above the place up to which all is known.
 */
export function changeRoutes(gateway: Gateway): Router {
  const router = Router();

  router.get('/v1/changes', (request, response) => {
    const principal = requirePrincipal(request, 'change.read');
    const { after, limit } = parseWith(page, request.query);
    response.json(readChanges(gateway, principal, parseCursor(gateway, after), limit));
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
function parseCursor(gateway: Gateway, text: string | undefined): number {
  if (text === undefined) return 0;
  const cursor = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(cursor) || cursor > gateway.ledger.length()) throw new LedgerError('CURSOR_INVALID', { path: '/after' });
  return cursor;
}

function readChanges(
  gateway: Gateway,
  principal: Principal,
  from: number,
  limit: number,
): { items: Change[]; cursor: string; more: boolean } {
  const height = gateway.index.height();
  const items = isSupervisor(principal)
    ? allChanges(gateway, from, Math.min(limit, height - from))
    : ownChanges(gateway, principal, from, limit, height);
  const more = items.length === limit;
  return { items, cursor: more ? (items.at(-1)?.cursor ?? String(from)) : String(Math.max(from, height)), more };
}

function allChanges(gateway: Gateway, from: number, limit: number): Change[] {
  return gateway.ledger.read(from, Math.max(0, limit)).map(({ sequence, entry }) => ({
    cursor: String(sequence + 1),
    type: entry.type,
    time: entry.time,
    ...(entry.type === 'invoice.issued'
      ? { number: entry.number, test: gateway.index.byNumber(entry.number)?.test === 1 }
      : undefined),
  }));
}

function ownChanges(gateway: Gateway, principal: Principal, from: number, limit: number, height: number): Change[] {
  const rows = gateway.index.list(scopeOf(principal, gateway.registry), from, limit);
  return rows
    .filter(({ sequence }) => sequence < height)
    .map(({ sequence, number, issuedAt, test }) => ({
      cursor: String(sequence + 1),
      type: 'invoice.issued',
      time: new Date(issuedAt).toISOString(),
      number,
      test: test === 1,
    }));
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
    if (response.writableNeedDrain || gateway.index.height() <= cursor) return;
    // A key that was revoked since opens nothing any more.
    if (gateway.access.find(principal.keyId)?.revokedAt !== null) {
      response.end();
      return;
    }
    const { items, cursor: next } = readChanges(gateway, principal, cursor, PAGE_LIMIT);
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
