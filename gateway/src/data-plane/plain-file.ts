import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { errorCode } from '../error-code';

/** A file that was opened: never a link, a folder or a device. */
export interface PlainFile {
  readonly handle: FileHandle;
  /** Changes whenever the file does. */
  readonly version: string;
}

/**
 * Opens a file of a connection's folder. Links are not followed, and what is no file is not opened.
 * @throws LedgerError SOURCE_CHANGED, SOURCE_UNAVAILABLE.
 */
export async function openPlainFile(path: string): Promise<PlainFile> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    // Missing, or a link: whichever it is, it is not told.
    throw new LedgerError(errorCode(cause) === 'EMFILE' ? 'SOURCE_UNAVAILABLE' : 'SOURCE_CHANGED', {}, { cause });
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new LedgerError('SOURCE_CHANGED');
    return { handle, version: versionOf(stat) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * What was read to its end while the file became another one is neither file: a file that was cut short ends early and says nothing.
 * @throws LedgerError SOURCE_CHANGED.
 */
export async function requireUnchanged({ handle, version }: PlainFile): Promise<void> {
  if (versionOf(await handle.stat()) !== version) throw new LedgerError('SOURCE_CHANGED');
}

function versionOf({ mtimeMs, size }: Stats): string {
  return `${String(Math.round(mtimeMs))}-${String(size)}`;
}
