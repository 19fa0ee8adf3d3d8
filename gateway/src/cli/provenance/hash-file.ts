import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { LedgerError, parseContentDigest, type ContentDigest } from '@lianpiao/chaincode/domain';
import { Progress } from '../progress';
import type { Terminal } from '../terminal';

const CHUNK_BYTES = 1 << 20;

/**
 * The digest of a file, read as a stream: a file of any size takes a mebibyte of memory.
 * @throws LedgerError NOT_FOUND when it cannot be read.
 */
export async function hashFile(path: string, terminal: Terminal): Promise<ContentDigest> {
  const progress = new Progress(terminal, 'bytes');
  const hash = createHash('sha256');
  try {
    const { size } = await stat(path);
    let done = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      done += bytes.length;
      progress.update(done, Math.max(size, done));
    }
  } catch (cause) {
    throw new LedgerError('NOT_FOUND', { found: cause instanceof Error ? cause.message : path }, { cause });
  } finally {
    progress.end();
  }
  return parseContentDigest(`sha256:${hash.digest('hex')}`, '');
}
