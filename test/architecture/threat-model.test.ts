import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DOCS = resolve(__dirname, '../../docs');
const STRIDE = 'STRIDE';
/** A title may end in a tag of rows, which has brackets of its own. */
const LINK = /\[((?:[^[\]]|\[rows [^\]]+\])+)\]\((\.\.\/test\/[^)]+\.test\.ts)\)/g;

interface Row {
  readonly letter: string;
  readonly threat: string;
  readonly tests: readonly { readonly title: string; readonly file: string }[];
}

function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => /^\| [A-Z] +\|/.test(line))
    .map((line) => {
      const [, letter = '', threat = '', , shown = ''] = line.split('|').map((cell) => cell.trim());
      const tests = [...shown.matchAll(LINK)].map(([, title = '', file = '']) => ({ title, file }));
      return { letter, threat, tests };
    });
}

/** Whether a file of tests has a test, or a group of them, of that very title. */
function hasTest({ title, file }: Row['tests'][number]): boolean {
  const path = join(DOCS, file);
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  return [`'${title}'`, `\`${title}\``, `"${title}"`].some((literal) => text.includes(literal) || text.includes(tagged(literal)));
}

/** The title as far as its group of parameters: `it.each` adds no more. */
function tagged(literal: string): string {
  return literal.slice(0, -1) + ' [rows ';
}

describe('docs/threat-model.md', () => {
  const rows = rowsOf(readFileSync(join(DOCS, 'threat-model.md'), 'utf8'));

  it('has threats of every kind, each once', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect([...new Set(rows.map(({ letter }) => letter))].sort()).toEqual([...STRIDE].filter(unique).sort());
    expect(rows.map(({ threat }) => threat).filter((one, at, all) => all.indexOf(one) !== at)).toEqual([]);
  });

  it('ties every threat to a test', () => {
    expect(rows.filter(({ tests }) => tests.length === 0).map(({ threat }) => threat)).toEqual([]);
  });

  it('names tests that exist', () => {
    const missing = rows.flatMap(({ tests }) => tests.filter((test) => !hasTest(test)));
    expect(missing).toEqual([]);
  });

  it('would notice one that does not', () => {
    const line = '| S | x | y | [no such test](../test/architecture/threat-model.test.tsx), [none](../test/e2e/none.test.ts) |';
    const [row] = rowsOf(line.replace('.tsx', '.ts'));
    expect(row?.tests.map(({ file }) => file)).toEqual(['../test/architecture/threat-model.test.ts', '../test/e2e/none.test.ts']);
    expect(row?.tests.some(({ title }) => hasTest({ title: title.toUpperCase(), file: '../test/e2e/recovery.test.ts' }))).toBe(
      false,
    );
  });
});

function unique(one: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(one) === at;
}
