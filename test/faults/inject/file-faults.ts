import {
  appendFileSync,
  chmodSync,
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { change } from './databases';

/** Cuts a file to half of its length, as a copy that was broken off leaves it. */
export function halve(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

/** Cuts a database to half, with nothing of it left in a write-ahead log. */
export function halveDatabase(folder: string, name: string): void {
  change(name, (database) => database.pragma('wal_checkpoint(TRUNCATE)'))(folder);
  for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `${name}${suffix}`), { force: true });
  halve(join(folder, name));
}

/** What a power cut leaves behind the last whole commit: the beginning of another one. */
export function tearWriteAheadLog(folder: string, name: string): void {
  appendFileSync(join(folder, `${name}-wal`), Buffer.alloc(5000, 0x5a));
}

export function flipByteOf(path: string, at: (bytes: number) => number): void {
  const data = readFileSync(path);
  const place = at(data.length);
  data[place] = (data[place] ?? 0) ^ 1;
  writeFileSync(path, data);
}

export function letOthersRead(path: string): void {
  chmodSync(path, 0o644);
}

/** Fills what room a disk has left. @returns what frees it again. */
export function fillDisk(folder: string): () => void {
  const path = join(folder, 'something-else');
  const file = openSync(path, 'w');
  closeSync(file);
  for (let step = 1 << 20; step >= 512;) {
    try {
      appendFileSync(path, Buffer.alloc(step, 1));
    } catch {
      step = Math.floor(step / 2);
    }
  }
  return () => {
    const open = openSync(path, 'r+');
    ftruncateSync(open, 0);
    closeSync(open);
    rmSync(path);
  };
}
