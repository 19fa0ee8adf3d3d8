/** Hashes in a full tile: C2SP tlog-tiles, a subtree of height 8. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;
export const HASH_BYTES = 32;

/** Level of entry bundles, which hold the leaves themselves. */
export const ENTRIES = 'entries';

/** One resource of a tiled log. `width` is 256 for a full tile and 1 to 255 for a partial one. */
export interface Tile {
  /** 0 for leaf hashes, and so on upwards; or `entries`. */
  readonly level: number | typeof ENTRIES;
  readonly index: number;
  readonly width: number;
}

const MAX_LEVEL = 63;

/** The path of a tile below the log's prefix: `tile/<L>/<N>[.p/<W>]`. */
export function tilePath({ level, index, width }: Tile): string {
  const suffix = width === TILE_WIDTH ? '' : `.p/${String(width)}`;
  return `tile/${String(level)}/${indexPath(index)}${suffix}`;
}

function indexPath(index: number): string {
  const groups =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, '0')
      .match(/\d{3}/g) ?? [];
  return groups.map((group, place) => (place === groups.length - 1 ? group : `x${group}`)).join('/');
}

const TILE_PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;

/** Reads a tile's path; undefined for anything that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, index = '', width = String(TILE_WIDTH)] = TILE_PATH.exec(path) ?? [];
  if (level === undefined) return undefined;
  const tile: Tile = {
    level: level === ENTRIES ? ENTRIES : Number(level),
    index: Number(index.replace(/[x/]/g, '')),
    width: Number(width),
  };
  return isTile(tile) && tilePath(tile) === path ? tile : undefined;
}

function isTile({ level, index, width }: Tile): boolean {
  return (level === ENTRIES || level <= MAX_LEVEL) && Number.isSafeInteger(index) && width >= 1 && width <= TILE_WIDTH;
}

/** How many hashes of a tile level a log of this size has: complete subtrees of 256^level leaves. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Width of one tile of a log of this size; 0 when the tile does not exist. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH));
}

/**
 * The hash tiles that a log of `newSize` has and one of `oldSize` has not, lowest level first: what is to be written
 * when the log has grown. Partial tiles are named with the width that the new size gives them. Entry bundles have the
 * places of level 0.
 */
export function newTiles(oldSize: number, newSize: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; hashesAt(level, newSize) > 0; level += 1) {
    const before = hashesAt(level, oldSize);
    const after = hashesAt(level, newSize);
    if (before >= after) continue;
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index += 1) {
      tiles.push({ level, index, width: tileWidth(level, index, newSize) });
    }
  }
  return tiles;
}
