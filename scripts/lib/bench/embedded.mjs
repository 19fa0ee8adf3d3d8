/** Benchmarks of the embedded ledger (docs/performance.md). Subject and yardstick take turns in one run. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { services, startInstance } from './instance.mjs';
import { cpuOf, family, median, percentile, rssOf, runChild, startChild, watched } from './measure.mjs';
import { random, sale } from './sales.mjs';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const FSYNC_POLICY = 'WAL, synchronous=FULL: payloads and ledger synced before every answer';

/** Writes NDJSON batches for every seller and returns the jobs of the batch client. */
function writeBatches(instance, { invoices, perBatch, seed }) {
  const next = random(seed);
  const folder = path.join(instance.folder, 'batches');
  mkdirSync(folder, { recursive: true });
  const jobs = [];
  let bytes = 0;
  for (let start = 0; start < invoices; start += perBatch) {
    const seller = instance.sellers[(start / perBatch) % instance.sellers.length];
    let text = '';
    for (let index = 0; index < Math.min(perBatch, invoices - start); index += 1) {
      text += `${sale(next, seller.tills[index % seller.tills.length], `B-${seed}-${start + index}`)}\n`;
    }
    const file = path.join(folder, `${seed}-${start}.ndjson`);
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
    jobs.push({ apiKey: seller.apiKey, file });
  }
  return { jobs, meanBytes: bytes / invoices };
}

/** Seconds until the log has sealed all that the ledger has. */
async function sealed(url) {
  for (;;) {
    const { parts } = await (await fetch(`${url}/readyz`)).json();
    if (parts.log.size === parts.ledger.length) return parts.log.size;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function indexed(url) {
  await services.until(
    async () => {
      const { parts } = await (await fetch(`${url}/readyz`)).json();
      return parts.index.height === parts.ledger.length;
    },
    'index',
    600_000,
  );
}

const pidsOf = (instance) => [instance.gateway.pid, instance.workers.pid, instance.redis.pid];

/** One batch round: invoices a second until the last answer, and until all are sealed. */
async function batchRound(instance, options) {
  const { jobs, meanBytes } = writeBatches(instance, options);
  const client = await startChild(here('batch-client.mjs'), { url: instance.url, jobs, connections: options.connections ?? 4 });
  const started = performance.now();
  const answer = await client.go();
  await sealed(instance.url);
  const sealedSeconds = (performance.now() - started) / 1000;
  for (const { file } of jobs) rmSync(file);
  if (answer.created !== options.invoices) throw new Error(`${answer.created} of ${options.invoices} issued`);
  return { ...answer, meanBytes, rate: answer.created / answer.seconds, sealedRate: answer.created / sealedSeconds };
}

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

/** Some invoices to look up, with the facts that stand on their papers. */
async function sampleNumbers(instance, count) {
  const numbers = [];
  for (const { apiKey } of instance.sellers) {
    let after = 0;
    while (after !== null && numbers.length < count) {
      const page = await services.call(instance.url, 'GET', `/v1/invoices?limit=500&after=${after}`, {
        apiKey: instance.bureau.apiKey,
      });
      numbers.push(...page.items.map(({ number, issuedAt, gross }) => ({ number, total: gross, date: chinaDate(issuedAt) })));
      // Spread over the whole ledger, not only its beginning.
      after = page.next === null ? null : Number(page.next) + 7919;
    }
    if (apiKey === undefined) break;
  }
  return numbers;
}

const chinaDate = (time) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10);

/** embedded.read: by number and verify by number at a million invoices, while issuing goes on at 30 %. */
export async function read(report, { size = 1_000_000, pairs = 5, seconds = 5, issueRate = 1000 } = {}) {
  const instance = await startInstance();
  const port = await services.freePort();
  const echo = await startChild(here('echo-server.mjs'), { port });
  try {
    for (let done = 0, seed = 1; done < size; done += 100_000, seed += 1) {
      await batchRound(instance, { invoices: Math.min(100_000, size - done), perBatch: 10_000, seed });
    }
    await indexed(instance.url);
    const numbersFile = path.join(instance.folder, 'numbers.json');
    writeFileSync(numbersFile, JSON.stringify(await sampleNumbers(instance, 20_000)));
    const reader = { organisation: instance.bureau.organisation, apiKey: instance.bureau.apiKey };
    const load = (seed) =>
      runChild(here('closed-loop.mjs'), {
        url: instance.url,
        kind: 'read',
        connections: 50,
        seconds,
        seed,
        sellers: [reader],
        numbersFile,
      });
    const rounds = [];
    await load(1);
    for (let pair = 0; pair < pairs; pair += 1) {
      const issuing = runChild(here('open-loop.mjs'), {
        url: instance.url,
        rate: issueRate,
        seconds,
        seed: 5000 + pair,
        sellers: instance.sellers,
        bundleEvery: 1e9,
      });
      const ours = await watched(pidsOf(instance), () => load(100 + pair));
      const background = await issuing;
      if (ours.result.refused > 0 || background.failed > 0)
        throw new Error(`${ours.result.refused} reads and ${background.failed} sales failed`);
      const theirs = await runChild(here('closed-loop.mjs'), {
        url: `http://127.0.0.1:${port}`,
        kind: 'get',
        connections: 50,
        seconds,
        seed: 7,
      });
      rounds.push({ ours: ours.result, theirs, others: ours.others, steal: ours.steal });
    }
    const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
    report({
      name: 'embedded.read',
      figure: median(rounds.map(({ ours }) => ours.rate)),
      unit: `reads/s at ${size} invoices while ${issueRate}/s are issued`,
      ratio: median(ratios),
      against: `Express GET echo (${Math.round(median(rounds.map(({ theirs }) => theirs.rate)))}/s)`,
      p50_ms: median(rounds.map(({ ours }) => ours.p50_ms)),
      p99_ms: median(rounds.map(({ ours }) => ours.p99_ms)),
      n: rounds.reduce((sum, { ours }) => sum + ours.total, 0),
      lowest_ratio: Math.min(...ratios),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    });
  } finally {
    echo.end();
    await instance.stop();
  }
}

function folderBytes(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, item) => {
    const name = path.join(folder, item.name);
    return sum + (item.isDirectory() ? folderBytes(name) : statSync(name).size);
  }, 0);
}

/** embedded.year: the first years of Shenzhen, ten million invoices; anchoring and reconciling come with their workers. */
export async function year(report, { size = 10_000_000 } = {}) {
  const instance = await startInstance();
  const step = 100_000;
  try {
    const rates = [];
    let meanBytes = 0;
    const started = performance.now();
    for (let done = 0, seed = 1; done < size; done += step, seed += 1) {
      const round = await batchRound(instance, { invoices: step, perBatch: 10_000, seed });
      rates.push(round.rate);
      meanBytes = round.meanBytes;
      if (seed % 10 === 0) process.stderr.write(`${done + step} invoices, ${Math.round(round.rate)}/s\n`);
    }
    const seconds = (performance.now() - started) / 1000;
    await indexed(instance.url);
    const indexedSeconds = (performance.now() - started) / 1000;
    const rss = [instance.gateway.pid, instance.workers.pid].map(rssOf);
    await instance.gateway.stop();
    const stopped = performance.now();
    const again = await services.startGateway({
      env: instance.env,
      port: instance.port,
      log: path.join(instance.folder, 'gateway.log'),
    });
    const restartSeconds = (performance.now() - stopped) / 1000;
    const bytes = folderBytes(instance.data);
    const late = median(rates.slice(-Math.max(1, Math.ceil(rates.length / 10))));
    await again.stop();
    report({
      name: 'embedded.year',
      figure: seconds / 60,
      unit: `minutes for ${size} invoices, issued and sealed`,
      ratio: late / median(rates.slice(0, Math.max(1, Math.ceil(rates.length / 100)))),
      against: 'the rate at 10⁵',
      n: size,
      minutes_indexed: indexedSeconds / 60,
      rss_mb: Math.max(...rss),
      bytes_per_record: bytes / size,
      bytes_limit: 2 * meanBytes + 200,
      restart_s: restartSeconds,
      cpu_s: cpuOf(pidsOf(instance)),
    });
  } finally {
    await instance.stop();
  }
}
