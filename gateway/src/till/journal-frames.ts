import { hash } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';

/** Where a line of a journal stands, in bytes. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** A line that was read, with its place. */
export interface PlacedLine {
  readonly text: string;
  readonly place: Place;
}

const MAGIC = 'LPJ1';
const LENGTH_DIGITS = 10;
const HEADER = new RegExp(`^${MAGIC} (\\d{${String(LENGTH_DIGITS)}}) ([0-9a-f]{64})\\n$`);
/** Bytes of a frame's header: magic, length and SHA-256 of the body, between spaces. */
export const HEADER_BYTES = MAGIC.length + 1 + LENGTH_DIGITS + 1 + 64 + 1;
const NEWLINE = 10;

/**
 * One frame: what becomes durable together. A header line with length and SHA-256, and then the lines, each with its end.
 * docs/formats.md, "Journal of a till".
 */
export function frameOf(lines: readonly string[]): Buffer {
  const body = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const header = `${MAGIC} ${String(body.length).padStart(LENGTH_DIGITS, '0')} ${hash('sha256', body)}\n`;
  return Buffer.concat([Buffer.from(header), body]);
}

/**
 * Reads the frames of a journal. A power cut leaves at most its last frame half written, and of that nobody was told; `end`
 * is where the good ones end.
 * @throws LedgerError JOURNAL_BROKEN when a damaged frame has a good one behind it: that one was durable once.
 */
export function readFrames(bytes: Buffer): { readonly lines: readonly PlacedLine[]; readonly end: number } {
  const lines: PlacedLine[] = [];
  let end = 0;
  for (let body = bodyAt(bytes, end); body !== undefined; body = bodyAt(bytes, end)) {
    splitLines(body, end + HEADER_BYTES, lines);
    end += HEADER_BYTES + body.length;
  }
  const rest = goodFrameAfter(bytes, end);
  if (rest !== undefined)
    throw new LedgerError('JOURNAL_BROKEN', { found: `damage at byte ${String(end)}, a good frame at ${String(rest)}` });
  return { lines, end };
}

/** The body of the frame at an offset, when it is whole. */
function bodyAt(bytes: Buffer, offset: number): Buffer | undefined {
  const [, length, digest] = HEADER.exec(bytes.toString('latin1', offset, offset + HEADER_BYTES)) ?? [];
  if (length === undefined) return undefined;
  const start = offset + HEADER_BYTES;
  const body = bytes.subarray(start, start + Number(length));
  return body.length === Number(length) && hash('sha256', body) === digest ? body : undefined;
}

function goodFrameAfter(bytes: Buffer, offset: number): number | undefined {
  for (let at = bytes.indexOf(MAGIC, offset + 1); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if (bodyAt(bytes, at) !== undefined) return at;
  }
  return undefined;
}

function splitLines(body: Buffer, offset: number, lines: PlacedLine[]): void {
  for (let start = 0; start < body.length;) {
    const end = body.indexOf(NEWLINE, start);
    const stop = end < 0 ? body.length : end;
    lines.push({ text: body.toString('utf8', start, stop), place: { offset: offset + start, length: stop - start } });
    start = stop + 1;
  }
}
