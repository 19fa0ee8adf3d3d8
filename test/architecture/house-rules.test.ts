import fs from 'node:fs';
import path from 'node:path';
import { ERROR_CODES } from '@lianpiao/chaincode/domain';

const ROOT = path.resolve(__dirname, '../..');
const ROOMS = ['chaincode', 'gateway', 'workers', 'contracts'];
const TOP_LEVEL = [...ROOMS, 'scripts', 'test', 'docs'].sort();
const TEXT_FILE =
  /(\.(ts|js|mjs|cjs|json|md|sh|yml|yaml|sol|go|mod|html|css|toml)|\/(test|up|bench|fabric|run|Dockerfile|\.npmrc))$/;

const MAX_LINES = 300;
const MAX_MEDIAN_LINES = 80;

/** Codes that stand in the table before anything uses them. Empty, except while a change is under way. */
const CODES_NOT_USED_YET: readonly string[] = [];

/** Folders that git ignores, by name: what is built, installed or written at run time. */
const IGNORED = new Set([
  '.git',
  ...fs
    .readFileSync(path.join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('/'))
    .map((line) => line.slice(0, -1)),
]);

/** Every file of the repository, relative to its root, without what git ignores. */
function listFiles(directory = ''): string[] {
  return fs.readdirSync(path.join(ROOT, directory), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(directory, entry.name);
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : listFiles(name);
    return entry.isFile() ? [name] : [];
  });
}

const files = listFiles();
const sources = files.filter((name) => ROOMS.some((room) => name.startsWith(`${room}/src/`)) && name.endsWith('.ts'));
const texts = files.filter((name) => TEXT_FILE.test(`/${name}`));

function read(name: string): string {
  return fs.readFileSync(path.join(ROOT, name), 'utf8');
}

/** `file:line: what` for every match in the given files. */
function occurrences(names: readonly string[], pattern: RegExp): string[] {
  return names.flatMap((name) =>
    read(name)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe('the repository', () => {
  it('has exactly the agreed rooms at its top level', () => {
    const folders = files.filter((name) => name.includes('/')).map((name) => name.split('/')[0]!);
    const visible = [...new Set(folders)].filter((name) => !name.startsWith('.'));
    expect(visible.sort()).toEqual(TOP_LEVEL);
  });

  it('names no path of one machine', () => {
    // A home folder or a build folder of whoever wrote it works nowhere else.
    expect(occurrences(texts, /(^|[^A-Za-z0-9_.])\/(work|root|farm)\//)).toEqual([]);
  });

  it('names no host of a package registry', () => {
    // Whoever installs may use a mirror; addresses in the lock file would bypass it. Written in parts: this file is read too.
    const hosts = [
      ['npm', 'js'],
      ['yarn', 'pkg'],
      ['pypi', '.org'],
      ['python', 'hosted'],
      ['proxy.', 'golang'],
      ['crates', '.io'],
      ['repo1.', 'maven'],
      ['deb.', 'debian'],
    ];
    const pattern = new RegExp(hosts.map((parts) => parts.join('').replace('.', '\\.')).join('|'), 'i');
    expect(occurrences(texts, pattern)).toEqual([]);
    expect(occurrences(['package-lock.json'], /"resolved": "[a-z+]+:/)).toEqual([]);
  });

  it('finds what it forbids', () => {
    // The three tests above would pass just as well on an empty list.
    expect(texts).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'scripts/test', 'chaincode/src/domain/errors.ts']),
    );
    expect(occurrences(['test/architecture/house-rules.test.ts'], /finds what it forbids/).length).toBeGreaterThan(0);
  });
});

describe('the sources', () => {
  const lines = sources.map((name) => ({ name, count: read(name).split('\n').length - 1 }));

  it(`hold no file of more than ${MAX_LINES} lines`, () => {
    expect(lines.filter(({ count }) => count > MAX_LINES)).toEqual([]);
  });

  it(`have a median of at most ${MAX_MEDIAN_LINES} lines a file`, () => {
    const counts = lines.map(({ count }) => count).sort((left, right) => left - right);
    expect(counts.length).toBeGreaterThan(0);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(MAX_MEDIAN_LINES);
  });

  it('silence neither the compiler nor the linter', () => {
    expect(occurrences(sources, /\bas any\b|[:<]\s*any\b|@ts-(ignore|nocheck|expect-error)|eslint-disable/)).toEqual([]);
  });

  it('use every error code of the table', () => {
    const elsewhere = sources
      .filter((name) => name !== 'chaincode/src/domain/errors.ts')
      .map(read)
      .join('\n');
    const unused = Object.keys(ERROR_CODES).filter((code) => !new RegExp(`['"\`]${code}['"\`]`).test(elsewhere));
    expect(unused).toEqual(CODES_NOT_USED_YET);
  });
});
