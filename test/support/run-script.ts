import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(__dirname, '../..');
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What a script printed to its standard output; rejects with all it said when it fails. */
export async function runScript(script: string, ...args: readonly string[]): Promise<string> {
  const options = { cwd: ROOT, maxBuffer: MAX_OUTPUT_BYTES };
  return (await promisify(execFile)(process.execPath, [path.join(ROOT, script), ...args], options)).stdout;
}
