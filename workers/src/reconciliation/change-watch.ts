import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SEALED, type SealedPart } from './stretch-table';

const FILES: Readonly<Record<SealedPart, string>> = {
  ledger: 'ledger.db',
  payloads: 'payloads.db',
  index: 'index.db',
  log: 'log.db',
};

/**
 * Tells which databases have changed on disk since the last look: by the files' times, sizes and inodes, write-ahead log
 * included. That sees SQLite's commits as well as a byte that somebody wrote past SQLite, at the cost of eight calls.
 */
export class ChangeWatch {
  readonly #folder: string;
  readonly #seen = new Map<SealedPart, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The parts that changed; all of them when asked for the first time. */
  poll(): SealedPart[] {
    return SEALED.filter((part) => {
      const now = ['', '-wal'].map((suffix) => mark(join(this.#folder, FILES[part] + suffix))).join();
      const changed = this.#seen.get(part) !== now;
      this.#seen.set(part, now);
      return changed;
    });
  }
}

function mark(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '-' : `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
}
