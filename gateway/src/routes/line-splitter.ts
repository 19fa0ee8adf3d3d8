import { LedgerError } from '@lianpiao/chaincode/domain';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Splits a stream of bytes into lines of text. A line that is too long, or is no UTF-8, comes out as an error in its place,
 * and the lines after it are read as ever. Empty lines are passed over.
 */
export class LineSplitter {
  readonly #most: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #rest: Buffer[] = [];
  #restBytes = 0;
  #skipping = false;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  /** The lines that this chunk completes. */
  push(chunk: Buffer): (string | LedgerError)[] {
    const lines: (string | LedgerError)[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      this.#finish(chunk.subarray(start, end), lines);
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
    return lines;
  }

  /** What stood after the last line feed. */
  end(): (string | LedgerError)[] {
    const lines: (string | LedgerError)[] = [];
    this.#finish(Buffer.alloc(0), lines);
    return lines;
  }

  #keep(part: Buffer): void {
    if (part.length === 0 || this.#skipping) return;
    this.#restBytes += part.length;
    if (this.#restBytes > this.#most) {
      // The rest of a line that is too long is not kept: memory stays small whatever comes.
      this.#skipping = true;
      this.#rest = [];
      return;
    }
    this.#rest.push(part);
  }

  #finish(part: Buffer, lines: (string | LedgerError)[]): void {
    const bytes = this.#rest.length === 0 ? part : Buffer.concat([...this.#rest, part]);
    const tooLong = this.#skipping || bytes.length > this.#most;
    this.#rest = [];
    this.#restBytes = 0;
    this.#skipping = false;
    if (tooLong) lines.push(new LedgerError('LINE_TOO_LONG', { wanted: `at most ${String(this.#most)} bytes` }));
    else if (!isBlank(bytes)) lines.push(this.#decode(bytes));
  }

  #decode(bytes: Buffer): string | LedgerError {
    try {
      return this.#decoder.decode(bytes);
    } catch (cause) {
      return new LedgerError('BODY_MALFORMED', { found: 'bytes that are no UTF-8' }, { cause });
    }
  }
}

/** Nothing, or the carriage return of a line that ends as Windows ends lines. */
function isBlank(bytes: Buffer): boolean {
  return bytes.length === 0 || (bytes.length === 1 && bytes[0] === CARRIAGE_RETURN);
}
