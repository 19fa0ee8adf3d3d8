import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const ROOMS = ['chaincode', 'contracts', 'gateway', 'workers'];
const EXACT = /^(npm:[^@]+@)?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
}

/** Rooms by the package that they need at run time, our own left out. */
function needed(): Map<string, string[]> {
  const rooms = new Map<string, string[]>();
  for (const room of ROOMS) {
    const { dependencies = {}, optionalDependencies = {} } = manifest(room);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!name.startsWith('@lianpiao/')) rooms.set(name, [...(rooms.get(name) ?? []), room]);
    }
  }
  return rooms;
}

describe('docs/dependencies.md', () => {
  const lines = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('lists what the rooms need at run time, with the rooms, and nothing else', () => {
    const listed = lines.map(([, name = '', rooms = '']) => `${name.replaceAll('`', '')}: ${rooms}`);
    const wanted = [...needed()].sort(([left], [right]) => (left < right ? -1 : 1));
    expect(listed).toEqual(wanted.map(([name, rooms]) => `${name}: ${rooms.join(', ')}`));
  });

  it('says why in one line, a different one for each', () => {
    for (const [, name, , why = ''] of lines) expect(`${name ?? ''} ${why}`).toMatch(/^`[^`]+` .{10,120}$/);
  });
});

describe('versions', () => {
  it('are exact, also of what builds and tests', () => {
    const ranges = ['.', ...ROOMS].flatMap((folder) => {
      const { dependencies = {}, optionalDependencies = {}, devDependencies = {} } = manifest(folder);
      return Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }).filter(
        ([, version]) => !EXACT.test(version),
      );
    });
    expect(ranges).toEqual([]);
  });

  it('are those that the lock file has', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Manifest> };
    for (const room of ROOMS) {
      expect({ room, locked: lock.packages[room]?.dependencies }).toEqual({ room, locked: manifest(room).dependencies });
    }
  });
});

/** Name and version as a package URL has them; of an alias those behind it. */
function purlName(name: string, version: string): string {
  const [, real, exact] = /^npm:(.+)@([^@]+)$/.exec(version) ?? [];
  return `${(real ?? name).replace('@', '%40')}@${exact ?? version}`;
}

describe('the software bill of materials', () => {
  const text = execFileSync(process.execPath, [join(ROOT, 'scripts/sbom.mjs')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const bill = JSON.parse(text) as {
    bomFormat: string;
    specVersion: string;
    components: { name: string; version: string; purl: string }[];
  };

  it('is CycloneDX and has every package that runs, in the version that is asked for', () => {
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
    const found = new Set(bill.components.map(({ purl }) => purl));
    const missing = ROOMS.flatMap((room) => Object.entries(manifest(room).dependencies ?? {}))
      .filter(([name]) => !name.startsWith('@lianpiao/'))
      .map(([name, version]) => `pkg:npm/${purlName(name, version)}`)
      .filter((purl) => !found.has(purl));
    expect(missing).toEqual([]);
  });

  it('leaves out what only builds and tests', () => {
    expect(bill.components.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['jest']));
  });
});
