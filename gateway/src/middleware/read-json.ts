import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { LedgerError, parseStrictJson, type JsonValue } from '@lianpiao/chaincode/domain';
import type { Request, RequestHandler } from 'express';

export const JSON_TYPES = ['application/json', 'application/*+json'];
/** The largest body of JSON. A batch has its own limits, a line at a time. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** How much of a body that is too large is let pass unread, and for how long, before its refusal. */
const MAX_PASSED_BYTES = 64 * 1024 * 1024;
const PASS_MS = 2000;

const UTF8_PARAMETER = /^(?:utf-?8)$/i;

/**
 * Reads a body of JSON. A body of another kind, in another encoding or compressed is refused before it is read; one that is
 * too large without keeping any of it.
 */
export const readJson: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || !hasBody(request)) {
    next();
    return;
  }
  refuseEncoded(request);
  if (typeof request.is(JSON_TYPES) !== 'string') throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: 'application/json' });
  jsonBody(request).then((body) => {
    request.body = body;
    next();
  }, next);
};

/** The body of a request that is known to announce JSON in UTF-8. @throws LedgerError BODY_TOO_LARGE, BODY_MALFORMED. */
export async function jsonBody(request: IncomingMessage): Promise<JsonValue | undefined> {
  return parseBytes(await collectBody(request, MAX_BODY_BYTES));
}

/** True when a body was announced; of length 0 is none. */
export function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** @throws LedgerError MEDIA_TYPE_UNSUPPORTED for a compressed body, or one that is not in UTF-8. */
export function refuseEncoded(request: Request): void {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: 'a body that is not encoded' });
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)"?/i.exec(request.headers['content-type'] ?? '') ?? [];
  if (!UTF8_PARAMETER.test(charset)) throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: 'UTF-8' });
}

/**
 * The bytes of a body. Of one that is too large, the rest is let pass for a moment before it is refused: a client that is
 * still sending would meet a closed connection, and never read why.
 */
export function collectBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    const refuse = (): void => reject(new LedgerError('BODY_TOO_LARGE', { wanted: `at most ${String(most)} bytes` }));
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) {
        chunks.push(chunk);
        return;
      }
      if (chunks.length > 0) setTimeout(refuse, PASS_MS).unref();
      chunks = [];
      if (bytes > MAX_PASSED_BYTES) refuse();
    });
    request.on('end', () => {
      if (bytes > most) refuse();
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    });
    request.on('error', (cause) => reject(new LedgerError('BODY_MALFORMED', { found: 'an upload that broke off' }, { cause })));
  });
}

/** No body is not the same as bad JSON: the form of the request says what is missing. */
function parseBytes(bytes: Buffer): JsonValue | undefined {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new LedgerError('BODY_MALFORMED', { found: 'bytes that are no UTF-8' });
  return parseStrictJson(bytes.toString('utf8'));
}
