/** Benchmarks of the embedded ledger (docs/performance.md). Subject and yardstick take turns in one run. */
import { spawn } from 'node:child_process';
import { services, startInstance } from './instance.mjs';
import { family, median, percentile, runChild, startChild, watched } from './measure.mjs';
import { batchRound, here, indexed, pidsOf } from './rounds.mjs';

const FSYNC_POLICY = 'WAL, synchronous=FULL: payloads and ledger synced before every answer';

/** fsync and fdatasync calls of gateway and workers for 1,000 invoices, counted by strace in a round of its own. */
async function syncsPerThousand(instance, options) {
  const pids = [instance.gateway.pid, instance.workers.pid].flatMap(family);
  const args = ['-f', '-c', '-e', 'trace=fsync,fdatasync', ...pids.flatMap((pid) => ['-p', String(pid)])];
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  strace.stderr.on('data', (chunk) => (text += chunk));
  const missing = await new Promise((resolve) => {
    strace.on('error', () => resolve(true));
    setTimeout(() => resolve(strace.exitCode !== null), 500);
  });
  if (missing) return undefined;
  await batchRound(instance, options);
  strace.kill('SIGINT');
  await new Promise((resolve) => strace.on('close', resolve));
  const calls = [...text.matchAll(/\s(\d+)\s+(?:\d+\s+)?(?:fsync|fdatasync)\n/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  return (calls * 1000) / options.invoices;
}

/** embedded.batch: NDJSON batches through the public API, durable on answer, sealed in the log. */
export async function batch(report, { pairs = 5, invoices = 100_000 } = {}) {
  const instance = await startInstance();
  try {
    await batchRound(instance, { invoices: 20_000, perBatch: 5000, seed: 1 });
    const rounds = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      await indexed(instance.url);
      const ours = await watched(pidsOf(instance), () => batchRound(instance, { invoices, perBatch: 5000, seed: 100 + pair }));
      const raw = await watched([], () => runChild(here('raw-sqlite.mjs'), { rows: 100_000, folder: instance.folder }));
      rounds.push({ ours: ours.result, raw: raw.result, others: ours.others, steal: ours.steal });
    }
    await indexed(instance.url);
    const syncs = await syncsPerThousand(instance, { invoices: 20_000, perBatch: 5000, seed: 999 });
    const ratios = rounds.map(({ ours, raw }) => ours.sealedRate / raw.rate);
    report({
      name: 'embedded.batch',
      figure: median(rounds.map(({ ours }) => ours.sealedRate)),
      unit: 'invoices/s, answered and sealed',
      ratio: median(ratios),
      against: `better-sqlite3 FULL, 1,000 rows a commit (${Math.round(median(rounds.map(({ raw }) => raw.rate)))} rows/s)`,
      n: invoices * pairs,
      lowest_ratio: Math.min(...ratios),
      answered_rate: median(rounds.map(({ ours }) => ours.rate)),
      body_bytes: rounds[0].ours.meanBytes,
      fsyncs_per_1000: syncs ?? 'strace is missing',
      fsync_policy: FSYNC_POLICY,
      others: Math.max(...rounds.map(({ others }) => others)),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    });
  } finally {
    await instance.stop();
  }
}

/** embedded.single: one invoice a request over 200 connections, beside an Express that echoes JSON. */
export async function single(report, { pairs = 5, seconds = 5 } = {}) {
  const instance = await startInstance();
  const port = await services.freePort();
  const echo = await startChild(here('echo-server.mjs'), { port });
  const load = (kind, seed, time) =>
    runChild(here('closed-loop.mjs'), {
      url: kind === 'issue' ? instance.url : `http://127.0.0.1:${port}`,
      kind, connections: 200, seconds: time, seed, sellers: instance.sellers,
    }); // prettier-ignore
  try {
    await load('issue', 1, 3);
    await load('echo', 2, 2);
    const rounds = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const ours = await watched(pidsOf(instance), () => load('issue', 100 + pair, seconds));
      await indexed(instance.url);
      const theirs = await watched([echo.pid], () => load('echo', 200 + pair, seconds));
      if (ours.result.refused + ours.result.errors > 0)
        throw new Error(`${ours.result.refused} refused, ${ours.result.errors} errors`);
      rounds.push({ ours: ours.result, theirs: theirs.result, others: ours.others, steal: ours.steal });
    }
    const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
    report({
      name: 'embedded.single',
      figure: median(rounds.map(({ ours }) => ours.rate)),
      unit: 'invoices/s',
      ratio: median(ratios),
      against: `Express JSON POST echo (${Math.round(median(rounds.map(({ theirs }) => theirs.rate)))}/s)`,
      p50_ms: median(rounds.map(({ ours }) => ours.p50_ms)),
      p99_ms: median(rounds.map(({ ours }) => ours.p99_ms)),
      n: rounds.reduce((sum, { ours }) => sum + ours.total, 0),
      lowest_ratio: Math.min(...ratios),
      others: Math.max(...rounds.map(({ others }) => others)),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    });
  } finally {
    echo.end();
    await instance.stop();
  }
}

/** embedded.latency: 500 invoices/s offered, one a request; to the receipt and to the complete bundle. */
export async function latency(report, { seconds = 30, rate = 500 } = {}) {
  const instance = await startInstance();
  const load = (seed, time) =>
    runChild(here('open-loop.mjs'), { url: instance.url, rate, seconds: time, seed, sellers: instance.sellers });
  try {
    await load(1, 5);
    const { result, others, steal } = await watched(pidsOf(instance), () => load(2, seconds));
    if (result.failed > 0) throw new Error(`${result.failed} requests failed`);
    const receipts = result.latencies.sort((left, right) => left - right);
    const bundles = result.bundles.sort((left, right) => left - right);
    report({
      name: 'embedded.latency',
      figure: percentile(receipts, 0.99),
      unit: 'ms to the receipt, p99',
      p50_ms: percentile(receipts, 0.5),
      p99_ms: percentile(receipts, 0.99),
      max_ms: receipts.at(-1),
      bundle_p50_ms: percentile(bundles, 0.5),
      bundle_p99_ms: percentile(bundles, 0.99),
      achieved_rate: result.rate,
      n: receipts.length,
      others, steal,
    }); // prettier-ignore
  } finally {
    await instance.stop();
  }
}
