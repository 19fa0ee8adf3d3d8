import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code';
import { KeyTokenError, type KeyToken, type TokenAlgorithm, type TokenKey } from './key-token';

/** Making a key may take a token some seconds. */
const DEADLINE_MS = 30_000;
const LOOK_MS = 50;

/**
 * The token's key of that name, made when there is none. A token makes two keys of one name without a word, so of two
 * processes that want to make it one does: whose file it is that stands in the folder of the keys meanwhile.
 * @throws KeyTokenError when another process began to make it, and it did not come.
 */
export function findOrGenerate(token: KeyToken, folder: string, name: string, algorithm: TokenAlgorithm): TokenKey {
  const mark = join(folder, `${name}.making`);
  for (const end = Date.now() + DEADLINE_MS; ;) {
    const known = token.find(name, algorithm);
    if (known !== undefined) return known;
    if (isOurs(folder, mark)) return generate(token, mark, name, algorithm);
    if (Date.now() > end) throw new KeyTokenError(`has no key ${name}, and nobody makes it: remove ${mark}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
  }
}

function generate(token: KeyToken, mark: string, name: string, algorithm: TokenAlgorithm): TokenKey {
  try {
    // Somebody may have made it between our look and our mark.
    return token.find(name, algorithm) ?? token.generate(name, algorithm);
  } finally {
    rmSync(mark);
  }
}

function isOurs(folder: string, mark: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
