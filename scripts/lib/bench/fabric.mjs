/** Benchmarks on a real Fabric network: three organisations, three orderers, TLS, both sides endorsing. */

import path from 'node:path';
import { OPERATOR } from '../up-fabric.mjs';
import { caliperRounds } from './caliper.mjs';
import { batchProblems, correctly, demand, ledgerEnd, problemsOfAll } from './correctness.mjs';
import { fabricCommand, networkPids, startFabricInstance, tillsWithOpenings } from './fabric-instance.mjs';
import { services } from './instance.mjs';
import { cpuOf, median, percentile, runChild, watched } from './measure.mjs';
import { batchRound, here, pidsOf } from './rounds.mjs';

const operator = OPERATOR.organisation;
const sorted = (values) => values.slice().sort((left, right) => left - right);
const rateOf = (results) => results.reduce((sum, { rate }) => sum + rate, 0);

/** One plain loop: `processes` clients with `concurrency` transactions under way together. */
async function naiveRound(instance, { processes, concurrency, seconds, seed, work }) {
  const share = Math.floor(concurrency / processes);
  const input = { networkFile: path.join(instance.network, 'network.json'), operator, seconds };
  const results = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      runChild(here('fabric-naive.mjs'), {
        ...input,
        seed: seed * 10 + index,
        work: work.slice(index * share, (index + 1) * share),
      }),
    ),
  );
  const problems = Object.assign({}, ...results.map((result) => result.problems));
  if (Object.keys(problems).length > 0) process.stderr.write(`naive client: ${JSON.stringify(problems)}\n`);
  return { rate: rateOf(results), latencies: results.flatMap(({ latencies }) => latencies) };
}

const PLAIN = [1, 2].flatMap((processes) => [16, 64, 256].map((concurrency) => ({ processes, concurrency })));
const CALIPER = [
  { label: 'load-100', rateControl: { type: 'fixed-load', opts: { transactionLoad: 100 } } },
  { label: 'load-400', rateControl: { type: 'fixed-load', opts: { transactionLoad: 400, startTps: 100 } } },
  { label: 'rate-200', rateControl: { type: 'fixed-rate', opts: { tps: 200 } } },
];

/**
 * The yardstick Y: the largest of Caliper's best round and the plain loops. Returned with how to run the best loop again,
 * because subject and yardstick take turns.
 */
async function yardstick(instance, { seconds, quick }) {
  const work = tillsWithOpenings(instance);
  const tried = [];
  let seed = 1;
  for (const shape of quick ? PLAIN.slice(1, 2) : PLAIN) {
    const { rate, latencies } = await naiveRound(instance, { ...shape, seconds, seed, work });
    seed += 1;
    tried.push({ ...shape, rate, p99_ms: percentile(sorted(latencies), 0.99) });
  }
  const best = tried.reduce((one, other) => (other.rate > one.rate ? other : one));
  const caliper = await caliperRounds({
    network: instance.network,
    operator,
    work,
    seed: 1,
    loads: quick ? CALIPER.slice(0, 1) : CALIPER,
  });
  const largest = caliper.rounds.reduce((most, { rate }) => Math.max(most, rate), 0);
  const again = () => {
    seed += 1;
    return naiveRound(instance, { ...best, seconds, seed, work });
  };
  return { tried, best, caliper, largest, again };
}

/** CPU seconds of each kind of process while work is done. */
async function cpuByProcess(instance, work) {
  const kinds = () => ({
    gateway: cpuOf([instance.gateway.pid]),
    workers: cpuOf([instance.workers.pid, instance.redis.pid]),
    ...Object.fromEntries(Object.entries(networkPids(instance.network)).map(([kind, pids]) => [kind, cpuOf(pids)])),
  });
  const before = kinds();
  const result = await work();
  const after = kinds();
  return { result, cpu: Object.fromEntries(Object.keys(after).map((kind) => [`cpu_${kind}_s`, after[kind] - before[kind]])) };
}

const everyPid = (instance) => [...pidsOf(instance), ...Object.values(networkPids(instance.network)).flat()];

/** Runs subject and yardstick in turns; Caliper's best round stands in when it was the larger one. */
async function pairsOf(instance, { pairs, y, subject }) {
  const rows = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const { result, others, steal } = await watched(everyPid(instance), async () => ({
      own: await cpuByProcess(instance, () => subject(pair)),
      naive: await y.again(),
    }));
    // The first pair warms up.
    if (pair > 0)
      rows.push({ ...result.own.result, cpu: result.own.cpu, naive: Math.max(result.naive.rate, y.largest), others, steal });
  }
  const ratios = rows.map(({ rate, naive }) => rate / naive);
  return {
    rows,
    shared: {
      ratio: median(ratios),
      against: 'Y, the naive client',
      lowest_ratio: Math.min(...ratios),
      y_per_s: median(rows.map(({ naive }) => naive)),
      others: Math.max(...rows.map(({ others }) => others)),
      steal: Math.max(...rows.map(({ steal }) => steal)),
      ...rows.at(-1).cpu,
    },
  };
}

/** Tills sell; every sale has to be answered once, and to stand in the ledger once. */
const load = (name, instance, more) =>
  correctly(name, instance, () => runChild(here('fabric-tills.mjs'), { url: instance.url, sellers: instance.sellers, ...more }));

/** fabric.naive, fabric.tills, fabric.tills.half and fabric.batch on one network, one after the other. */
export async function fabric(report, { pairs = 5, seconds = 6, invoices = 20_000, quick = false } = {}) {
  const instance = await startFabricInstance();
  try {
    const y = await yardstick(instance, { seconds, quick });
    report({
      name: 'fabric.naive',
      figure: Math.max(y.best.rate, y.largest),
      unit: 'invoices/s, one a transaction, VALID',
      n: y.tried.length + y.caliper.rounds.length,
      p99_ms: y.best.p99_ms,
      plain: JSON.stringify(y.tried.map(({ processes, concurrency, rate }) => [processes, concurrency, Math.round(rate)])),
      caliper: JSON.stringify(y.caliper.rounds),
      caliper_report: y.caliper.report,
    });
    // Long enough for the queue at the tills to stand still: 200 of them have up to 3,200 sales under way.
    await tills(report, instance, { y, pairs, seconds: 3 * seconds });
    await batch(report, instance, { y, pairs, invoices });
  } finally {
    await instance.stop();
  }
}

async function tills(report, instance, { y, pairs, seconds }) {
  const offered = Math.round(30 * Math.max(y.best.rate, y.largest));
  const { rows, shared } = await pairsOf(instance, {
    pairs,
    y,
    subject: (pair) => load('fabric.tills', instance, { rate: offered, seconds, seed: 100 + pair }),
  });
  const figure = median(rows.map(({ rate }) => rate));
  const all = sorted(rows.flatMap(({ latencies }) => latencies));
  report({
    name: 'fabric.tills', figure, unit: 'invoices/s, one a request, VALID', ...shared, n: all.length, offered,
    resent: rows.reduce((sum, { resent }) => sum + resent, 0),
    p50_ms: percentile(all, 0.5), p99_ms: percentile(all, 0.99),
  }); // prettier-ignore
  const half = await load('fabric.tills.half', instance, { rate: figure / 2, seconds, seed: 999 });
  const latencies = sorted(half.latencies);
  report({
    name: 'fabric.tills.half', figure: half.rate, unit: 'invoices/s offered and answered', n: latencies.length,
    p50_ms: percentile(latencies, 0.5), p99_ms: percentile(latencies, 0.99), waiting_at_end: half.late,
  }); // prettier-ignore
}

async function batch(report, instance, { y, pairs, invoices }) {
  const { rows, shared } = await pairsOf(instance, {
    pairs,
    y,
    subject: async (pair) => {
      const [from, round] = [ledgerEnd(instance), { invoices, perBatch: 2500, seed: 200 + pair, connections: 8 }];
      const result = await batchRound(instance, round);
      demand('fabric.batch', batchProblems(instance, from, round));
      return result;
    },
  });
  report({
    name: 'fabric.batch', figure: median(rows.map(({ rate }) => rate)), unit: 'invoices/s in NDJSON batches, VALID',
    ...shared, n: rows.length * invoices, sealed_per_s: median(rows.map(({ sealedRate }) => sealedRate)),
  }); // prettier-ignore
}

/** fabric.single: every invoice a transaction of its own, through our HTTP; then at half of that, its latency. */
export async function single(report, { pairs = 5, seconds = 6, quick = false } = {}) {
  const instance = await startFabricInstance({ single: true });
  try {
    const y = await yardstick(instance, { seconds, quick });
    const { rows, shared } = await pairsOf(instance, {
      pairs,
      y,
      subject: async (pair) => {
        // The first pair is to warm up for: a gateway's code takes a few thousand sales until it is compiled.
        const most = { rate: 2000, seconds: pair === 0 ? 5 * seconds : seconds, seed: 300 + pair, unanswered: 1 };
        const result = await load('fabric.single', instance, most);
        // 200 sales are under way when time is up, a third of a round: both sides count them, and the time that they take.
        return { ...result, rate: result.rateToLast };
      },
    });
    const figure = median(rows.map(({ rate }) => rate));
    const half = await load('fabric.single', instance, { rate: figure / 2, seconds: seconds * 3, seed: 998 });
    const latencies = sorted(half.latencies);
    report({
      name: 'fabric.single', figure, unit: 'invoices/s, one a transaction, VALID', ...shared, n: latencies.length,
      half_p50_ms: percentile(latencies, 0.5), half_p99_ms: percentile(latencies, 0.99),
    }); // prettier-ignore
  } finally {
    await instance.stop();
  }
}

/**
 * fabric.kills: workers, Redis and the sellers' peer are killed while batches run and come back; then the same batches are
 * sent again until every line has its invoice. As many invoices as lines means that none was lost and none doubled.
 */
export async function kills(report, { invoices = 20_000 } = {}) {
  const instance = await startFabricInstance();
  const again = [];
  try {
    const from = ledgerEnd(instance);
    const round = { invoices, perBatch: 2500, seed: 500, connections: 4, partial: true };
    const [first] = await Promise.all([batchRound(instance, round), killAndRestart(instance, again)]);
    let [created, last, rounds] = [first.created, first, 1];
    while (last.created + last.repeated < invoices && rounds < 10) {
      last = await batchRound(instance, round);
      created += last.created;
      rounds += 1;
    }
    const unanswered = invoices - last.created - last.repeated;
    const problems = { ...batchProblems(instance, from, round), unanswered };
    report({
      name: 'fabric.kills', figure: first.rate, unit: 'invoices/s while workers, Redis and a peer were killed', n: invoices,
      first_created: first.created, rounds, created_in_all: created, answered_at_last: last.created + last.repeated,
      ledger_entries: ledgerEnd(instance) - from, lost: problems.lost, doubled: problems.doubled,
    }); // prettier-ignore
    demand('fabric.kills', problems);
  } finally {
    for (const part of again) await part.stop();
    await instance.stop();
  }
}

async function killAndRestart(instance, again) {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  await pause(1000);
  await instance.workers.kill();
  await instance.redis.kill();
  fabricCommand(instance.network, 'stop', 'peer-merchants', '--kill');
  await pause(2000);
  fabricCommand(instance.network, 'up');
  again.push(await services.startRedis({ folder: path.join(instance.folder, 'redis'), port: instance.redis.port }));
  again.push(await services.startWorkers({ env: instance.env, log: path.join(instance.folder, 'workers.log') }));
}

/** fabric.growth: the middle latency of a lone till when the channel holds many invoices, beside when it held few. */
export async function growth(report, { size = 1_000_000, early = 10_000, seconds = 20 } = {}) {
  const instance = await startFabricInstance();
  try {
    const probe = async (seed) => {
      const { latencies } = await load('fabric.growth', instance, { rate: 4, seconds, seed, unanswered: 1 });
      return percentile(sorted(latencies), 0.5);
    };
    // Lines that got no answer in time are sent again, as whoever sends batches does: what was issued is told once more.
    const fillOnce = async (round) => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { created, repeated } = await batchRound(instance, { ...round, partial: true });
        if (created + repeated === round.invoices) return;
      }
      throw new Error('batches stay without an answer');
    };
    const fill = async (from, to) => {
      for (let done = from; done < to; done += 50_000) {
        await fillOnce({ invoices: Math.min(50_000, to - done), perBatch: 2500, seed: 1000 + done, connections: 8 });
        process.stderr.write(`${Math.min(done + 50_000, to)} invoices on the channel\n`);
      }
    };
    await fill(0, early);
    const few = await probe(1);
    await fill(early, size);
    const many = await probe(2);
    demand('fabric.growth', problemsOfAll(instance));
    report({
      name: 'fabric.growth', figure: many, unit: `ms, p50 with ${size} invoices on the channel`, ratio: many / few,
      against: `p50 with ${early}`, n: size,
    }); // prettier-ignore
  } finally {
    await instance.stop();
  }
}
