// One start of a folder at a time: whoever comes second finds the network running.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { retry } from './run.mjs';

/** Long enough for somebody else's start, the build of the programs not included. */
const DEADLINE_MS = 180_000;

/** Does the work while no other process does any in the same folder. */
export async function exclusively(folder, work) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'starting.pid');
  await retry(async () => take(file), { deadlineMs: DEADLINE_MS });
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(file, 'utf8'));
    if (!isAlive(holder)) rmSync(file, { force: true });
    throw new Error(`process ${holder} is starting the network of this folder`, { cause: error });
  }
}

function isAlive(pid) {
  try {
    // A pid that is not written yet reads as 0: its writer is alive.
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
