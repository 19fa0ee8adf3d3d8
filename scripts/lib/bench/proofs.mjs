/** Benchmarks of offline proofs: verifying bundles, making them, and appending to the log beside another one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, runChild } from './measure.mjs';
import { here } from './rounds.mjs';

/** What openssl does in a second on one core; its table prints thousands of bytes, or verifications. */
function opensslRate(algorithm) {
  const text = execFileSync('openssl', ['speed', '-seconds', '2', ...algorithm], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
  const numbers = text
    .trim()
    .split('\n')
    .at(-1)
    .match(/[\d.]+/g)
    .map(Number);
  return algorithm.includes('ed25519') ? numbers.at(-1) : (numbers.at(-1) * 1000) / 64;
}
const ed25519Verifies = () => opensslRate(['ed25519']);
const sha256Of64Bytes = () => opensslRate(['-bytes', '64', 'sha256']);

/** Subject and yardstick by turns: medians, the median of the ratios, and the lowest. */
async function paired(pairs, subject, yardstick) {
  const rounds = [];
  await subject();
  for (let pair = 0; pair < pairs; pair += 1) rounds.push({ ours: await subject(), theirs: await yardstick() });
  const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs);
  return {
    figure: median(rounds.map(({ ours }) => ours.rate)),
    theirs: median(rounds.map(({ theirs }) => theirs)),
    ratio: median(ratios),
    lowest_ratio: Math.min(...ratios),
    rounds: rounds.map(({ ours }) => ours),
  };
}

async function verifying(pairs, input, yardstick) {
  const result = await paired(pairs, () => runChild(here('proof-verifier.mjs'), input), yardstick);
  const wrong = result.rounds.reduce((sum, round) => sum + Math.abs(round.wrong), 0);
  if (wrong > 0) throw new Error(`${wrong} bundles got the wrong verdict`);
  return result;
}

/** proofs.verify: bundles of depth 20, each under a checkpoint of its own, one in ten tampered with, on one core. */
export async function verify(report, { pairs = 5, seconds = 3 } = {}) {
  const { figure, theirs, ratio, lowest_ratio, rounds } = await verifying(pairs, { shared: false, seconds }, ed25519Verifies);
  report({
    name: 'proofs.verify', figure, unit: 'bundles/s, parsing included, a new checkpoint each', ratio, lowest_ratio,
    against: `openssl Ed25519 verifies (${Math.round(theirs)}/s)`, bytes: rounds[0].bytes,
    n: rounds.reduce((sum, { done }) => sum + done, 0),
  }); // prettier-ignore
}

/** proofs.cached: bundles of one checkpoint, whose signature is remembered; with parsing, without, and in portable code. */
export async function cached(report, { pairs = 5, seconds = 3 } = {}) {
  const perHash = () => sha256Of64Bytes() / 21;
  const cases = [
    ['with parsing', { shared: true, seconds }],
    ['without parsing', { shared: true, seconds, parsed: true }],
    ['with parsing, the document withheld', { shared: true, seconds, withheld: true }],
    ['without parsing, the document withheld', { shared: true, seconds, parsed: true, withheld: true }],
    ["in the browser's code, with parsing", { shared: true, seconds, portable: true }],
  ];
  for (const [what, input] of cases) {
    const { figure, theirs, ratio, lowest_ratio, rounds } = await verifying(pairs, input, perHash);
    report({
      name: 'proofs.cached', figure, unit: `bundles/s ${what}`, ratio, lowest_ratio,
      against: `openssl SHA-256 of 64 bytes / 21 (${Math.round(theirs)}/s)`, bytes: rounds[0].bytes,
      n: rounds.reduce((sum, { done }) => sum + done, 0),
    }); // prettier-ignore
  }
}

/** proofs.make: complete bundles of random entries of a log of ten million. */
export async function make(report, { size = 10_000_000, seconds = 10 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianpiao-bench-'));
  try {
    const { rate, p50_ms, p99_ms, n } = await runChild(here('proof-maker.mjs'), { size, folder, seconds });
    report({ name: 'proofs.make', figure: rate, unit: `bundles/s of random entries of ${size}`, p50_ms, p99_ms, n });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const INTERVAL_MS = 250;
const IN_FLIGHT = [1024, 4096, 16_384];

/** proofs.tessera: entries appended to a durable log, until a checkpoint covers them, beside transparency-dev/tessera. */
export async function tessera(report, { pairs = 5, entries = 100_000 } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianpiao-bench-'));
  const program = path.join(folder, 'tessera');
  const source = fileURLToPath(new URL('tessera', import.meta.url));
  execFileSync('go', ['build', '-buildvcs=false', '-o', program, '.'], { cwd: source });
  const append = (inFlight) => {
    const home = mkdtempSync(path.join(folder, 'log-'));
    const settings = ['-folder', home, '-entries', entries, '-inflight', inFlight, '-interval', `${INTERVAL_MS}ms`];
    const text = execFileSync(program, settings.map(String), { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    rmSync(home, { recursive: true });
    return JSON.parse(text).rate;
  };
  try {
    // The load that suits it best.
    const best = IN_FLIGHT.reduce((left, right) => (append(left) >= append(right) ? left : right));
    const ours = () => runChild(here('log-append.mjs'), { entries, folder, intervalMs: INTERVAL_MS });
    const { figure, theirs, ratio, lowest_ratio } = await paired(pairs, ours, () => append(best));
    report({
      name: 'proofs.tessera', figure, unit: `entries/s, durable and under a checkpoint every ${INTERVAL_MS} ms`, ratio, lowest_ratio,
      against: `tessera, POSIX, ${best} in flight (${Math.round(theirs)}/s)`, n: entries * pairs,
    }); // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true });
  }
}
