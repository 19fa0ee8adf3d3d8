import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');

/** What the check of a benchmark says, in the process of its own that a benchmark is. */
async function check(sales: object): Promise<string> {
  const script = `
    const { demand, problemsOf } = await import('./scripts/lib/bench/correctness.mjs');
    demand('fabric.tills', problemsOf(JSON.parse(process.argv[1])));`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(sales)], { cwd: ROOT });
  try {
    await run;
    return 'correct';
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return `${String(code)} ${/Error: (.*)/.exec(stderr)?.[1] ?? stderr}`;
  }
}

const found = { numbers: ['1', '2', '3'], references: ['a', 'b', 'c'] };

describe('a benchmark of sales', () => {
  it.each([
    ['is correct when each was answered once and stands in the ledger once', { numbers: ['1', '3'], found }, 'correct'],
    ['fails for what was told and is not there', { numbers: ['1', '4'], found }, '1 fabric.tills is not correct: 1 sales lost'],
    [
      'fails for what was sold and is not there',
      { references: ['a', 'd', 'e'], found },
      '1 fabric.tills is not correct: 2 sales lost',
    ],
    [
      'fails for an invoice that two were told of',
      { numbers: ['1', '1'], found },
      '1 fabric.tills is not correct: 1 sales doubled',
    ],
    [
      'fails for two invoices of one sale',
      { numbers: ['1'], found: { numbers: ['1', '2'], references: ['a', 'a'] } },
      '1 fabric.tills is not correct: 1 sales doubled',
    ],
    [
      'fails for refusals and silence',
      { found, refused: { TILL_UNKNOWN: 2 }, unanswered: 3 },
      '1 fabric.tills is not correct: 2 sales refused, 3 sales unanswered, such as: TILL_UNKNOWN',
    ],
  ])('%s', async (_what, sales, said) => {
    expect(await check(sales)).toBe(said);
  });
});
