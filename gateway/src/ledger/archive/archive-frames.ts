import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { hash } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';

/**
 * An archive is this line and then frames, each: type (one ASCII letter), length of the body (4 bytes, big-endian), body,
 * and SHA-256 over the checksum before, type, length and body; before the first stands SHA-256 over the line. So a frame
 * that is changed, left out or moved is found, and so is an end that is missing. docs/formats.md, "Ledger archives".
 */
export const VERSION = 1;
const NAME = 'lianpiao-ledger ';
const LINE = Buffer.from(`${NAME}${String(VERSION)}\n`);
const HEAD_BYTES = 5;
const CHECKSUM_BYTES = 32;
/** No page of ours comes near: a length beyond is no length. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** What a frame holds: header, key, records, blocks, tiles, checkpoints, private keys, end. */
export type FrameType = 'H' | 'W' | 'R' | 'B' | 'T' | 'C' | 'K' | 'E';
const TYPES = 'HWRBTCKE';

export interface Frame {
  readonly type: FrameType;
  readonly body: Buffer;
  /** From 1: what an error names. */
  readonly number: number;
  /** Offset behind the frame. */
  readonly end: number;
}

/** @throws LedgerError ARCHIVE_BROKEN. */
export function broken(rule: string, number: number): LedgerError {
  return new LedgerError('ARCHIVE_BROKEN', { path: `/frame/${String(number)}`, rule });
}

/**
 * Frames of an archive, in order and each with its checksum compared; one is in memory at a time.
 * @throws LedgerError NOT_FOUND, ARCHIVE_UNSUPPORTED for another format or version, ARCHIVE_BROKEN with the number of the
 * first frame that is wrong.
 */
export function* readFrames(path: string): Generator<Frame> {
  const file = openExisting(path);
  try {
    let checksum = digest(readLine(file));
    let at = LINE.length;
    for (let number = 1; at < fstatSync(file).size; number += 1) {
      const head = readExactly(file, at, HEAD_BYTES, number);
      const length = head.readUInt32BE(1);
      if (length > MAX_BODY_BYTES) throw broken('length', number);
      const body = readExactly(file, at + HEAD_BYTES, length, number);
      const end = at + HEAD_BYTES + length + CHECKSUM_BYTES;
      const found = readExactly(file, end - CHECKSUM_BYTES, CHECKSUM_BYTES, number);
      checksum = digest(checksum, head, body);
      if (!checksum.equals(found)) throw broken('checksum', number);
      const type = String.fromCharCode(head[0] ?? 0);
      if (!TYPES.includes(type)) throw broken('type', number);
      yield { type: type as FrameType, body, number, end };
      at = end;
    }
  } finally {
    closeSync(file);
  }
}

/** Writes an archive frame by frame; one that was begun before goes on behind its last whole frame. */
export class FrameWriter {
  readonly #file: number;
  #checksum: Buffer;
  #at: number;

  private constructor(file: number, at: number, checksum: Buffer) {
    this.#file = file;
    this.#at = at;
    this.#checksum = checksum;
  }

  static begin(path: string): FrameWriter {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, LINE);
    return new FrameWriter(file, LINE.length, digest(LINE));
  }

  /** @param end offset behind the last frame that is to stay. */
  static goOn(path: string, end: number): FrameWriter {
    const file = openSync(path, 'r+');
    ftruncateSync(file, end);
    const checksum = Buffer.alloc(CHECKSUM_BYTES);
    readSync(file, checksum, 0, CHECKSUM_BYTES, end - CHECKSUM_BYTES);
    return new FrameWriter(file, end, checksum);
  }

  write(type: FrameType, body: Uint8Array): void {
    const head = Buffer.alloc(HEAD_BYTES);
    head.write(type, 'latin1');
    head.writeUInt32BE(body.length, 1);
    this.#checksum = digest(this.#checksum, head, body);
    for (const part of [head, body, this.#checksum]) {
      for (let done = 0; done < part.length;) done += writeSync(this.#file, part, done, part.length - done, this.#at + done);
      this.#at += part.length;
    }
  }

  /** Makes everything durable. */
  end(): void {
    fsyncSync(this.#file);
    this.close();
  }

  close(): void {
    closeSync(this.#file);
  }
}

function digest(...parts: readonly Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

function openExisting(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw new LedgerError('NOT_FOUND', { found: path }, { cause });
  }
}

/** The first line says what the file is; a version is looked at before anything else is read. */
function readLine(file: number): Buffer {
  const line = Buffer.alloc(LINE.length);
  const length = readSync(file, line, 0, LINE.length, 0);
  if (length === LINE.length && line.equals(LINE)) return line;
  const text = line.toString('latin1', 0, length);
  const found = text.startsWith(NAME) ? `version ${text.slice(NAME.length).trim()}` : 'another kind of file';
  throw new LedgerError('ARCHIVE_UNSUPPORTED', { found, wanted: `version ${String(VERSION)}` });
}

function readExactly(file: number, at: number, length: number, number: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) throw broken('truncated', number);
    done += read;
  }
  return bytes;
}
