// A skipped test proves nothing, so it fails the run unless test/allowed-skips.json names it with a reason.
//
// The list is an array of { "name": regular expression over the full name, "reason": why it cannot run here }.
import fs from 'node:fs';
import path from 'node:path';

/** What the machine must have: a skip for want of one of these never passes, listed or not. */
const NEVER = /\b([Rr]edis|REDIS|EVM|evm|[Aa]nvil|[Cc]hromium|[Bb]rowser|Go|golang|[Ff]abric)\b/;

/** Splits skipped tests into allowed ones and problems; prints each with its reason, because no skip is silent. */
export function judgeSkips(root, skippedTests) {
  const file = path.join(root, 'test/allowed-skips.json');
  const list = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
  const allowed = [];
  const problems = list
    .filter((entry) => !entry.reason || !entry.name)
    .map(() => 'test/allowed-skips.json: an entry lacks name or reason');
  for (const test of skippedTests) {
    const label = `${test.file}: ${test.name}`;
    const entry = list.find(({ name }) => name && new RegExp(name).test(test.name));
    if (!entry?.reason) problems.push(`skipped and not allowed: ${label}`);
    else if (NEVER.test(label.replaceAll('/', ' ')) || NEVER.test(entry.reason))
      problems.push(`this skip is never allowed: ${label}`);
    else {
      allowed.push(test);
      console.log(`skipped: ${label} (${entry.reason})`);
    }
  }
  return { allowed, problems };
}
