import fc from 'fast-check';
import { ENTRIES, newTiles, parseTilePath, tilePath, tileWidth, type Tile } from '../../../chaincode/src/domain/log';

describe('tile paths', () => {
  it.each<[Tile, string]>([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 1234067, width: 256 }, 'tile/1/x001/x234/067'],
    [{ level: 0, index: 1000, width: 5 }, 'tile/0/x001/000.p/5'],
    [{ level: ENTRIES, index: 999, width: 255 }, 'tile/entries/999.p/255'],
    [{ level: 63, index: 7, width: 1 }, 'tile/63/007.p/1'],
  ])('%j is %s, both ways', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    '',
    'tile/0/0',
    'tile/0/1000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/entries/000.p/300',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/000\n',
  ])('refuses %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('survive the round trip', () => {
    fc.assert(
      fc.property(fc.nat({ max: 63 }), fc.nat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
  });
});

describe('newTiles', () => {
  it('names the tiles of a log of 70,000 leaves as the specification does', () => {
    const tiles = newTiles(0, 70_000);
    const of = (level: number): Tile[] => tiles.filter((tile) => tile.level === level);
    expect(of(0)).toHaveLength(274);
    expect(of(0).at(-1)).toEqual({ level: 0, index: 273, width: 112 });
    expect(of(1)).toEqual([
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
    ]);
    expect(of(2)).toEqual([{ level: 2, index: 0, width: 1 }]);
    expect(of(3)).toEqual([]);
  });

  it('names a full tile and the first hash above it for 256 leaves', () => {
    expect(newTiles(255, 256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
  });

  it('names nothing when nothing grew', () => {
    expect(newTiles(300, 300)).toEqual([]);
    expect(newTiles(0, 0)).toEqual([]);
  });

  it('names in steps, all in all, what it names at once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 70_000 }), fc.nat({ max: 70_000 }), (one, other) => {
        const [oldSize, newSize] = [Math.min(one, other), Math.max(one, other)];
        const paths = new Set([...newTiles(0, oldSize), ...newTiles(oldSize, newSize)].map(tilePath));
        for (const tile of newTiles(0, newSize)) expect(paths.has(tilePath(tile))).toBe(true);
        expect(tileWidth(0, 0, oldSize)).toBe(Math.min(256, oldSize));
      }),
      { numRuns: 30 },
    );
  });
});
