// What the reporter of a jest run left (jest-reporter.cjs), for those that judge it.
import fs from 'node:fs';

/** The report of a run; undefined when there is none. */
export function readResults(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/** Its tests, each with its file, its full name and its status. */
export function testsOf(report) {
  return (report?.suites ?? []).flatMap(({ file, tests }) => tests.map((test) => ({ ...test, file })));
}
