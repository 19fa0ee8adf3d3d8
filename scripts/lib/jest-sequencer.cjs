/**
 * The order of the test files. jest knows how long a file took only where it ran before; in a fresh clone it starts the
 * largest first, and the run ends with one worker waiting for a small file that takes minutes. So the files that take
 * longest are named here, longest first, those in a browser between those that wait for a network or another program.
 */
const { existsSync } = require('node:fs');
const path = require('node:path');
const TestSequencer = require('@jest/test-sequencer').default;

const TESTS = path.join(__dirname, '../../test');
const LONGEST = [
  'browser/acting-buttons',
  'fabric/faults',
  'e2e/schemathesis',
  'browser/every-page',
  'browser/long-lists',
  'faults/mutants',
  'browser/sharing-pages',
  'e2e/cli',
  'fabric/purged-bytes',
  'browser/bureau',
  'faults/kills',
  'browser/life',
  'browser/till-and-phone',
  'e2e/key-rotation',
  'browser/story',
  'e2e/life-month',
  'browser/keyboard',
  'keys/pkcs11',
  'fabric/network',
  'browser/verify',
];
/** Folders whose files start services, in the order of what they take. */
const FOLDERS = ['fabric', 'faults', 'browser', 'e2e', 'keys', 'watching', 'conformance', 'workers', 'corpus'];

function rankOf(file) {
  const name = path
    .relative(TESTS, file)
    .split(path.sep)
    .join('/')
    .replace(/\.test\.ts$/, '');
  const place = LONGEST.indexOf(name);
  if (place >= 0) return place;
  const folder = FOLDERS.indexOf(name.split('/')[0]);
  return LONGEST.length + (folder >= 0 ? folder : FOLDERS.length);
}

module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    const gone = LONGEST.filter((name) => !existsSync(path.join(TESTS, `${name}.test.ts`)));
    if (gone.length > 0) throw new Error(`scripts/lib/jest-sequencer.cjs names test files that are gone: ${gone.join(', ')}`);
    // Within a rank as jest would: what failed last time first, then by time or by size.
    return [...super.sort(tests)].sort((left, right) => rankOf(left.path) - rankOf(right.path));
  }
};
