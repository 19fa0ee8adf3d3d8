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
      const file = join(this.#folder, FILES[part]);
      const now = [mark(file, true), mark(`${file}-wal`, false)].join();
      const changed = this.#seen.get(part) !== now;
      this.#seen.set(part, now);
      return changed;
    });
  }
}

/** @param inode whether its own change counts too: SQLite, run as root, sets the owner of the log at every opening. */
function mark(path: string, inode: boolean): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '-' : `${stat.ino}:${stat.size}:${stat.mtimeNs}:${inode ? stat.ctimeNs : ''}`;
}
