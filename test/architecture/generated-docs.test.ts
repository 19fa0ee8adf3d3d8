import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ERROR_CODES } from '@lianpiao/chaincode/domain';
import { openApiDocument } from '../../gateway/src/openapi';

const ROOT = path.resolve(__dirname, '../..');

/** Runs a line of an ES module in a process of its own: jest loads CommonJS only. */
function evaluate(module: string, expression: string): unknown {
  const script = `import * as it from ${JSON.stringify(path.join(ROOT, module))}; console.log(JSON.stringify(${expression}))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

describe('docs/errors.md', () => {
  let directory: string;
  beforeAll(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lianpiao-errors-'));
  });
  afterAll(() => {
    fs.rmSync(directory, { recursive: true, force: true });
  });

  function check(table: object): { status: number | null; stderr: string } {
    const copy = path.join(directory, 'codes.json');
    fs.writeFileSync(copy, JSON.stringify(table));
    const generator = path.join(ROOT, 'scripts/lib/generate-errors.mjs');
    return spawnSync(process.execPath, [generator, '--check', '--from', copy], { encoding: 'utf8' });
  }

  it('says what the table of error codes says', () => {
    expect(check(ERROR_CODES)).toMatchObject({ status: 0, stderr: '' });
  });

  it('is refused when the table says something else', () => {
    const changed = { ...ERROR_CODES, NOT_FOUND: { ...ERROR_CODES.NOT_FOUND, status: 410 } };
    expect(check(changed)).toMatchObject({ status: 1, stderr: expect.stringContaining('out of date') });
  });
});

describe('docs/life.md', () => {
  it('says what the tables of an invoice’s life say', () => {
    const generator = path.join(ROOT, 'scripts/lib/generate-life.mjs');
    expect(spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('docs/rows.md', () => {
  const rows = 'scripts/lib/rows.mjs';
  const list = [
    { seed: '000-004', id: 'A1', title: 'One', scope: 'IN' },
    { seed: '000-004', id: 'A2', title: 'Two', scope: 'IN' },
    { seed: '001-002-003', id: 'B2', title: 'Three', scope: 'out' },
  ];
  const tests = [
    { name: 'issues [rows 000-004:A1,A2 001-002-003:B2]', file: 'test/e2e/a.test.ts', status: 'passed' },
    { name: 'verifies [rows 000-004:A2]', file: 'test/e2e/b.test.ts', status: 'failed' },
  ];

  it('reads rows from the titles of tests', () => {
    expect(evaluate(rows, `it.rowsInTitle('a [rows 000-004:A1,A3 001-002-003:B2] b [rows 000-004:A1]')`)).toEqual([
      '000-004:A1',
      '000-004:A3',
      '001-002-003:B2',
    ]);
  });

  it('marks a row as working only when every test that names it passed', () => {
    const page = (order: readonly object[]): unknown =>
      evaluate(
        rows,
        `it.renderRows(${JSON.stringify(list)}, it.testsByRow(${JSON.stringify(list)}, ${JSON.stringify(order)}).byRow)`,
      );
    expect(page(tests)).toContain('| 000-004 A1 | One | IN | works | [issues](../test/e2e/a.test.ts) |');
    expect(page(tests)).toContain('| 000-004 A2 | Two | IN | not yet |');
    expect(page([...tests].reverse())).toBe(page(tests));
    expect(page([])).toContain('| 001-002-003 B2 | Three | out | not built |  |');
  });

  it('refuses a row that no list knows', () => {
    const typo = [{ name: 'x [rows 000-004:A99]', file: 'test/e2e/a.test.ts', status: 'passed' }];
    expect(evaluate(rows, `it.testsByRow(${JSON.stringify(list)}, ${JSON.stringify(typo)}).problems.length`)).toBe(1);
  });
});

describe('docs/openapi.json', () => {
  it('is the document that the gateway serves', () => {
    const copy = fs.readFileSync(path.join(ROOT, 'docs/openapi.json'), 'utf8');
    // As text first, so that a stale copy is named with the command that mends it.
    const wanted = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
    if (copy !== wanted) throw new Error('docs/openapi.json is out of date: run node scripts/lib/generate-openapi.mjs');
  });
});

describe("the client's types", () => {
  it('are those that docs/openapi.json gives', () => {
    const generator = path.join(ROOT, 'scripts/lib/generate-client.mjs');
    expect(spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
