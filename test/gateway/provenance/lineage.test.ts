import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexStore, type IndexedProvenance, type LineageDirection, type LineageLink } from '../../../gateway/src/stores';
import { MAX_WALK } from '../../../gateway/src/stores/provenance-index';

const folder = mkdtempSync(join(tmpdir(), 'lianpiao-lineage-'));
const index = new IndexStore(folder);
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  index.clear();
});

const row = (sequence: number, digest: string, parts: Partial<IndexedProvenance> = {}): IndexedProvenance => ({
  sequence,
  digest,
  event: 'registered',
  organisation: 'org-a',
  other: null,
  kind: 'dataset',
  parents: [],
  ...parts,
});

function lineage(digest: string, direction: LineageDirection, depth = 1, offset = 0, limit = 500): LineageLink[] {
  return index.provenance.lineage({ digest, direction, depth, offset, limit });
}

/** All links, a page at a time. */
function paged(digest: string, direction: LineageDirection, depth: number, limit: number): LineageLink[] {
  const links: LineageLink[] = [];
  for (;;) {
    const page = lineage(digest, direction, depth, links.length, limit);
    links.push(...page);
    if (page.length < limit) return links;
  }
}

describe('lineage', () => {
  it('goes both ways, nearest first, each link with whose claim it is', () => {
    const rows = [row(0, 'a'), row(1, 'b', { parents: ['a'] }), row(2, 'c', { parents: ['b', 'a'], organisation: 'org-b' })];
    index.append({ provenance: rows }, 3);
    expect(lineage('c', 'ancestors', 5)).toEqual([
      { child: 'c', parent: 'b', by: 'org-b', sequence: 2, depth: 1 },
      { child: 'c', parent: 'a', by: 'org-b', sequence: 2, depth: 1 },
      { child: 'b', parent: 'a', by: 'org-a', sequence: 1, depth: 2 },
    ]);
    expect(lineage('a', 'descendants', 5).map(({ child, depth }) => [child, depth])).toEqual([
      ['b', 1],
      ['c', 1],
      ['c', 2],
    ]);
    expect(lineage('a', 'ancestors', 5)).toEqual([]);
  });

  it('ends at the depth asked for', () => {
    const chain = Array.from({ length: 10 }, (_, place) =>
      row(place, `n${place}`, { parents: place === 0 ? [] : [`n${place - 1}`] }),
    );
    index.append({ provenance: chain }, 10);
    expect([1, 3, 32].map((depth) => lineage('n9', 'ancestors', depth).length)).toEqual([1, 3, 9]);
  });

  const contents = fc.array(fc.uniqueArray(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 25 });

  it('has the descendants of each in the ancestors of the other', () => {
    fc.assert(
      fc.property(contents, fc.integer({ min: 1, max: 4 }), (parents, limit) => {
        index.clear();
        const rows = parents.map((picks, place) => {
          const named = place === 0 ? [] : [...new Set(picks.map((pick) => `n${pick % place}`))];
          return row(place, `n${place}`, { parents: named });
        });
        index.append({ provenance: rows }, rows.length);
        const names = rows.map(({ digest }) => digest);
        const reach = (digest: string, direction: LineageDirection): Set<string> =>
          new Set(paged(digest, direction, 32, limit).map(({ child, parent }) => (direction === 'ancestors' ? parent : child)));
        for (const one of names) {
          // Page by page the same as at once, and every link once, however many ways lead to it.
          const links = paged(one, 'descendants', 32, limit);
          expect(links).toEqual(lineage(one, 'descendants', 32));
          expect(new Set(links.map(({ child, parent }) => `${child} ${parent}`)).size).toBe(links.length);
          for (const other of reach(one, 'descendants')) expect(reach(other, 'ancestors')).toContain(one);
          for (const other of reach(one, 'ancestors')) expect(reach(other, 'descendants')).toContain(one);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('pages through everything that was made from one content, and bounds a deeper walk', () => {
    const many = MAX_WALK + 500;
    index.append(
      {
        provenance: [
          row(0, 'root'),
          ...Array.from({ length: many }, (_, place) => row(place + 1, `n${place}`, { parents: ['root'] })),
        ],
      },
      many + 1,
    );
    expect(lineage('root', 'descendants', 1, many - 3)).toHaveLength(3);
    const started = performance.now();
    expect(lineage('root', 'descendants', 8, MAX_WALK - 10)).toHaveLength(10);
    expect(lineage('root', 'descendants', 8, MAX_WALK)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('tells a handover that is missing in the chain of a thing', () => {
    const item = { kind: 'item', parents: ['batch'] };
    index.append(
      {
        provenance: [
          row(0, 'batch', { kind: 'item', organisation: 'farm' }),
          row(1, 'box-1', { ...item, organisation: 'farm' }),
          row(2, 'box-2', { ...item, organisation: 'packer' }),
          row(3, 'batch', { event: 'transferred', organisation: 'farm', other: 'packer', kind: null }),
          row(4, 'box-3', { ...item, organisation: 'packer' }),
          row(5, 'box-4', { ...item, organisation: 'farm' }),
          row(6, 'batch', { event: 'licensed', organisation: 'packer', other: 'shop', kind: null }),
          row(7, 'box-5', { ...item, organisation: 'shop' }),
          row(8, 'box-6', { ...item, organisation: 'thief' }),
        ],
      },
      10,
    );
    expect(lineage('batch', 'descendants').map(({ child, handover }) => [child, handover])).toEqual([
      ['box-1', 'recorded'],
      ['box-2', 'missing'],
      ['box-3', 'recorded'],
      ['box-4', 'missing'],
      ['box-5', 'recorded'],
      ['box-6', 'missing'],
    ]);
    expect(lineage('box-2', 'ancestors')).toMatchObject([{ parent: 'batch', handover: 'missing' }]);
  });
});
