// Runs again, by themselves and one after the other, the few tests that failed in a whole run and that drive real
// processes: browsers, networks, services on a machine of two processors that runs another file beside them. What fails
// again has failed. What passes now is counted as passed and named in front of the closing line, for somebody to mend.
//
//   node scripts/lib/second-look.mjs RUN_DIRECTORY        reads results.json there, leaves results-again.json
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readResults, testsOf } from './test-results.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const [runDirectory] = process.argv.slice(2);
/** Rooms of test/ whose files start processes: the rules and the parts have no excuse. */
const ROOMS = /^test\/(?:browser|e2e|fabric|faults|keys|watching|workers)\//;
/** What looks for something lost, doubled, forged or read after its end: once found is found. */
const NEVER =
  /^test\/(?:e2e\/(?:life-race|recovery|sharing-race)|fabric\/(?:faults|malicious|many-tills|mirror-faults)|faults\/(?!mutants).*)\.test\.ts$/;
/** More than these is no bad luck. */
const MOST_TESTS = 6;
/** Milliseconds for all of it. */
const DEADLINE_MS = 360_000;

const tests = testsOf(readResults(path.join(runDirectory, 'results.json')));
const failed = tests.filter(({ status }) => status === 'failed');

if (failed.length > 0 && failed.length <= MOST_TESTS && failed.every(({ file }) => ROOMS.test(file) && !NEVER.test(file))) {
  console.log(`── again, by themselves: ${failed.length} of the tests that failed`);
  const any = (texts) => [...new Set(texts)].map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  const jest = [
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--runInBand',
    '--reporters=default',
    '--reporters=./scripts/lib/jest-reporter.cjs',
  ];
  const which = [
    '--testPathPatterns',
    `(${any(failed.map(({ file }) => file))})$`,
    '--testNamePattern',
    `^(${any(failed.map(({ name }) => name))})$`,
  ];
  const env = { ...process.env, LIANPIAO_RESULTS: path.join(runDirectory, 'results-again.json') };
  spawnSync(process.execPath, [...jest, ...which], { cwd: root, env, stdio: 'inherit', timeout: DEADLINE_MS });
}
