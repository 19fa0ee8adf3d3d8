import { LedgerError } from '@lianpiao/chaincode/domain';
import { readFrames, type Frame } from './archive-frames';
import { unpackBlocks, unpackCheckpoints, unpackHeader, unpackTiles, type ArchiveHeader } from './archive-pages';

/** How far an export came before it broke off. */
export interface BegunArchive {
  readonly header: ArchiveHeader;
  /** Offset behind the last frame that stays. */
  readonly end: number;
  readonly blocks: number;
  readonly entries: number;
  readonly tiles: number;
  readonly checkpoints: number;
  readonly keys: boolean;
}

/**
 * Reads what an export has left. A last frame that is not whole is what a crash leaves, and gives way; records whose blocks
 * are not there are written again with them.
 * @throws LedgerError ARCHIVE_BROKEN when not even the header is whole, ARCHIVE_UNSUPPORTED.
 */
export function readBegun(path: string): BegunArchive {
  let begun: BegunArchive | undefined;
  try {
    for (const frame of readFrames(path)) begun = begun === undefined ? first(frame) : further(begun, frame);
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'ARCHIVE_BROKEN') throw error;
  }
  if (begun === undefined) throw new LedgerError('ARCHIVE_BROKEN', { found: path, rule: 'remove-it-and-begin-anew' });
  return begun;
}

function first(frame: Frame): BegunArchive {
  return { header: unpackHeader(frame), end: frame.end, blocks: 0, entries: 0, tiles: 0, checkpoints: 0, keys: false };
}

function further(begun: BegunArchive, frame: Frame): BegunArchive {
  const { end } = frame;
  switch (frame.type) {
    case 'B': {
      const blocks = unpackBlocks(frame);
      const { first: start, count } = JSON.parse(blocks.at(-1)?.header ?? '{}') as { first: number; count: number };
      return { ...begun, end, blocks: begun.blocks + blocks.length, entries: start + count };
    }
    case 'T':
      return { ...begun, end, tiles: begun.tiles + unpackTiles(frame).length };
    case 'C':
      return { ...begun, end, checkpoints: begun.checkpoints + unpackCheckpoints(frame).length };
    case 'K':
      return { ...begun, end, keys: true };
    default:
      // The key of the part before, and records without blocks: written again.
      return begun;
  }
}
