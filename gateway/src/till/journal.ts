import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, readFileSync, readSync, write, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { syncFolder } from '../crypto/write-whole';
import { frameOf, HEADER_BYTES, readFrames, type Place, type PlacedLine } from './journal-frames';

const writeBytes = promisify(write);
const sync = promisify(fdatasync);

/** Lines that one sync makes durable at most. */
const MAX_LINES = 1024;
/** The owner alone: the journal holds names, amounts and the seeds of salts. */
const FILE_MODE = 0o600;

interface Waiting {
  readonly line: string;
  readonly resolve: (place: Place) => void;
  readonly reject: (error: unknown) => void;
}

/** A file of lines that are durable when {@link append} resolves; those that ask at once share a sync. */
export class Journal {
  readonly #file: number;
  #end: number;
  #waiting: Waiting[] = [];
  #turn: Promise<void> | undefined;
  #failure: LedgerError | undefined;

  private constructor(file: number, end: number) {
    this.#file = file;
    this.#end = end;
  }

  /** Makes a journal with its first lines; durable, with its name, when it returns. @throws Error EEXIST. */
  static create(path: string, lines: readonly string[]): void {
    const file = openSync(path, 'wx', FILE_MODE);
    writeSync(file, frameOf(lines));
    fsyncSync(file);
    closeSync(file);
    syncFolder(dirname(path));
  }

  /**
   * Opens a journal and reads it; the half of a frame that a power cut left at its end is cut off.
   * @throws LedgerError JOURNAL_BROKEN
   */
  static open(path: string): { readonly journal: Journal; readonly lines: readonly PlacedLine[] } {
    const bytes = readFileSync(path);
    const { lines, end } = readFrames(bytes);
    const file = openSync(path, 'r+');
    if (end < bytes.length) {
      ftruncateSync(file, end);
      fsyncSync(file);
    }
    return { journal: new Journal(file, end), lines };
  }

  /** Resolves with the line's place when it is durable. @throws LedgerError JOURNAL_UNWRITABLE, and from then on always. */
  append(line: string): Promise<Place> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#turn ??= this.#drain();
    });
  }

  /** A line that was written before. */
  read({ offset, length }: Place): string {
    const bytes = Buffer.alloc(length);
    readSync(this.#file, bytes, 0, length, offset);
    return bytes.toString('utf8');
  }

  /** When all that was asked for is durable. @throws LedgerError JOURNAL_UNWRITABLE. */
  async flushed(): Promise<void> {
    await this.#turn;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits for what is being written, and closes the file. */
  async close(): Promise<void> {
    await this.#turn;
    // Its number may be another file's from now on.
    this.#failure ??= new LedgerError('JOURNAL_UNWRITABLE', { found: 'it is closed' });
    closeSync(this.#file);
  }

  async #drain(): Promise<void> {
    // After what asks in this turn of the event loop.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, MAX_LINES));
    this.#turn = undefined;
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      if (this.#failure !== undefined) throw this.#failure;
      const frame = frameOf(group.map(({ line }) => line));
      await this.#writeAll(frame);
      await sync(this.#file);
      let offset = this.#end + HEADER_BYTES;
      this.#end += frame.length;
      for (const { line, resolve } of group) {
        const length = Buffer.byteLength(line);
        resolve({ offset, length });
        offset += length + 1;
      }
    } catch (cause) {
      this.#failure ??= new LedgerError('JOURNAL_UNWRITABLE', { found: messageOf(cause) }, { cause });
      for (const { reject } of group) reject(this.#failure);
    }
  }

  /** A file system may take a part only. */
  async #writeAll(frame: Buffer): Promise<void> {
    for (let written = 0; written < frame.length;) {
      const { bytesWritten } = await writeBytes(this.#file, frame, written, frame.length - written, this.#end + written);
      written += bytesWritten;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
