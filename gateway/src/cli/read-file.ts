import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LedgerError, parseStrictJson, type JsonValue } from '@lianpiao/chaincode/domain';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The bytes of a file that may have at most so many.
 * @throws LedgerError NOT_FOUND when it cannot be read, BODY_TOO_LARGE.
 */
export function readLimited(path: string, most: number): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).isDirectory()) throw new LedgerError('NOT_FOUND', { found: `${path} is a folder` });
    return readAll(file, path, most);
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError('NOT_FOUND', { found: cause instanceof Error ? cause.message : path }, { cause });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads to the end instead of asking for the size: a pipe has none. */
function readAll(file: number, path: string, most: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    const read = readSync(file, chunk, 0, chunk.length, null);
    if (read === 0) return Buffer.concat(chunks, length);
    chunks.push(chunk.subarray(0, read));
    length += read;
    if (length > most) throw new LedgerError('BODY_TOO_LARGE', { found: path, wanted: `at most ${String(most)} bytes` });
  }
}

/**
 * Bytes as strict JSON: UTF-8 without a byte order mark, no member twice.
 * @throws LedgerError BODY_MALFORMED
 */
export function strictJsonOf(bytes: Uint8Array): JsonValue {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch (cause) {
    throw new LedgerError('BODY_MALFORMED', { found: 'bytes that are not UTF-8' }, { cause });
  }
  return parseStrictJson(text);
}
