/** Benchmarks of the embedded ledger when there is much in it: reads at a million, and the year. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { services, startInstance } from './instance.mjs';
import { cpuOf, median, percentile, rssOf, runChild, startChild, watched } from './measure.mjs';
import { batchRound, here, indexed, pidsOf } from './rounds.mjs';
import { random } from './sales.mjs';

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
  return shuffled(numbers);
}

/** Neighbours lie in one block and one chunk: what is popular shall lie anywhere. */
function shuffled(items) {
  const next = random(99);
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [items[index], items[other]] = [items[other], items[index]];
  }
  return items;
}

const chinaDate = (time) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * embedded.read: by number and verify by number at a million invoices, while issuing goes on at 30 % of what single requests
 * reach. The rate is that of a closed loop, as the yardstick's is; the latency that of an open loop at half of it.
 */
export async function read(report, { size = 1_000_000, pairs = 5, seconds = 5, issueRate = 1400 } = {}) {
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
    const lookups = { url: instance.url, sellers: [reader], numbersFile, seconds };
    const load = (seed) => runChild(here('closed-loop.mjs'), { ...lookups, kind: 'read', connections: 50, seed });
    const offered = (seed, rate) => runChild(here('open-loop.mjs'), { ...lookups, rate, seed });
    const issued = [];
    const whileIssuing = async (seed, work) => {
      const sales = { url: instance.url, rate: issueRate, seconds, seed, sellers: instance.sellers, bundleEvery: 0 };
      const issuing = runChild(here('open-loop.mjs'), sales);
      const result = await work();
      const background = await issuing;
      if (background.failed > 0) throw new Error(`${background.failed} sales failed`);
      issued.push(background.rate);
      return result;
    };
    const rounds = [];
    await load(1);
    for (let pair = 0; pair < pairs; pair += 1) {
      const ours = await whileIssuing(5000 + pair, () => watched(pidsOf(instance), () => load(100 + pair)));
      if (ours.result.refused > 0) throw new Error(`${ours.result.refused} reads failed`);
      const theirs = await runChild(here('closed-loop.mjs'), {
        url: `http://127.0.0.1:${port}`,
        kind: 'get',
        connections: 50,
        seconds,
        seed: 7,
      });
      rounds.push({ ours: ours.result, theirs, others: ours.others, steal: ours.steal });
    }
    const rate = median(rounds.map(({ ours }) => ours.rate));
    const calm = await whileIssuing(9000, () => offered(77, Math.round(rate / 2)));
    if (calm.failed > 0) throw new Error(`${calm.failed} reads failed`);
    const latencies = calm.latencies.sort((left, right) => left - right);
    const ratios = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
    report({
      name: 'embedded.read',
      figure: rate,
      unit: `reads/s at ${size} invoices while ${Math.round(median(issued))}/s are issued`,
      ratio: median(ratios),
      against: `Express GET echo (${Math.round(median(rounds.map(({ theirs }) => theirs.rate)))}/s)`,
      p50_ms: percentile(latencies, 0.5),
      p99_ms: percentile(latencies, 0.99),
      latencies_at: `${Math.round(rate / 2)} reads/s offered, open loop`,
      saturated_p99_ms: median(rounds.map(({ ours }) => ours.p99_ms)),
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
      rates.push(round.sealedRate);
      meanBytes = round.meanBytes;
      if (seed % 10 === 0) process.stderr.write(`${done + step} invoices, ${Math.round(round.rate)}/s\n`);
    }
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
      // The load generator's own time, in which it writes the next batches, is not the ledger's.
      figure: rates.reduce((sum, rate) => sum + step / rate, 0) / 60,
      unit: `minutes for ${size} invoices, issued and sealed`,
      ratio: late / median(rates.slice(0, Math.max(1, Math.ceil(rates.length / 100)))),
      against: 'the rate at 10⁵',
      n: size,
      minutes_in_all: indexedSeconds / 60,
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
