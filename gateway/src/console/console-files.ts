import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, sep } from 'node:path';

/** One file of the built pages, with the forms in which it can be sent. */
export interface ConsoleFile {
  readonly type: string;
  /** Strong: the same bytes, the same tag. */
  readonly etag: string;
  readonly plain: Buffer;
  /** Made when the pages were built; absent where it saves nothing. */
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The pages as `gateway/console/build.mjs` left them: read once, so that a request names one of these files or nothing, and
 * no path of the machine is ever made of what a caller sent. Empty when they were not built.
 */
export class ConsoleFiles {
  readonly #files = new Map<string, ConsoleFile>();

  constructor(folder: string) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = TYPES[extname(entry)];
      if (type !== undefined) this.#files.set(entry.split(sep).join(posix.sep), readFile(join(folder, entry), type));
    }
  }

  /** A file by its path in the folder, for example `assets/console-1a2b3c4d.js`. */
  find(path: string): ConsoleFile | undefined {
    return this.#files.get(path);
  }
}

function readFile(path: string, type: string): ConsoleFile {
  const plain = readFileSync(path);
  const [br, gzip] = ['.br', '.gz'].map((ending) => (existsSync(path + ending) ? readFileSync(path + ending) : undefined));
  const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`;
  return { type, etag, plain, ...(br === undefined ? {} : { br }), ...(gzip === undefined ? {} : { gzip }) };
}
