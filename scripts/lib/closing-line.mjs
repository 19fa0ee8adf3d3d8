// Judges one run of scripts/test: counts tests and checks, names every skip, sums the vector cases by folder, writes
// docs/rows.md, prints the closing line, and exits non-zero if anything failed.
//
//   node scripts/lib/closing-line.mjs whole|smoke|files RUN_DIRECTORY
import fs from 'node:fs';
import path from 'node:path';
import { readResults, testsOf } from './test-results.mjs';
import { judgeSkips } from './skips.mjs';
import { updateRowsDocument } from './rows.mjs';
import { countVectors } from './vector-counts.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const [mode, runDirectory] = process.argv.slice(2);

const checks = readLines('checks.tsv').map(([name, outcome]) => ({ name, failed: outcome !== 'passed' }));
const report = readReport();
const passedAgain = readAgain();
const tests = testsOf(report).map(judged);
const skips = judgeSkips(root, report.filtered ? [] : tests.filter(isSkipped));

const problems = [
  ...checks.filter((check) => check.failed).map((check) => `check failed: ${check.name}`),
  ...report.problems,
  ...report.suites.filter((suite) => suite.broken).map((suite) => `test file cannot run: ${suite.file}`),
  ...skips.problems,
  ...countVectors(root, readLines('vectors.tsv'), mode),
];
if (mode === 'whole' && tests.length > 0) problems.push(...updateRowsDocument(root, tests));

const failedTests = tests.filter((test) => test.status === 'failed');
for (const test of failedTests) problems.push(`test failed: ${titleOf(test)}`);
const passed = tests.filter((test) => test.status === 'passed').length + checks.filter((check) => !check.failed).length;

if (passedAgain.size > 0) console.log(`\nFailed, and passed when run again by themselves:\n  ${[...passedAgain].join('\n  ')}`);
if (problems.length > 0) console.log(`\nWhat failed:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
const skipped = skips.allowed.length > 0 ? `, ${skips.allowed.length} skipped` : '';
console.log(`${passed} passed, ${problems.length} failed${skipped}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function isSkipped(test) {
  return test.status !== 'passed' && test.status !== 'failed';
}

/** Rows of a tab-separated file of this run; none if nothing was written. */
function readLines(name) {
  const file = path.join(runDirectory, name);
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

/** `file: name` of what passed at the second look (second-look.mjs). */
function readAgain() {
  const again = testsOf(readResults(path.join(runDirectory, 'results-again.json')));
  return new Set(again.filter(({ status }) => status === 'passed').map(titleOf));
}

function titleOf({ file, name }) {
  return `${file}: ${name}`;
}

/** A test with its last outcome. */
function judged(test) {
  return passedAgain.has(titleOf(test)) ? { ...test, status: 'passed' } : test;
}

/** What the reporter wrote, with what is wrong about the run as a whole. */
function readReport() {
  const empty = { filtered: false, suites: [] };
  if (checks.some((check) => check.name === 'build' && check.failed)) return { ...empty, problems: [] };
  const found = readResults(path.join(runDirectory, 'results.json'));
  if (found === undefined) return { ...empty, problems: ['jest left no results'] };
  const problems = [];
  if (found.suites.length === 0) problems.push('no test ran');
  if (found.interrupted) problems.push('jest was interrupted');
  return { ...found, problems };
}
