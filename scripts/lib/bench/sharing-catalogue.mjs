/** sharing.catalogue: searches of a directory of 53 departments, over HTTP (docs/performance.md). */
import { cityIndexed, loadCity, openCity } from '../city-directory.mjs';
import { services, startInstance } from './instance.mjs';
import { percentile, watched } from './measure.mjs';

const SEARCHES = 2000;
const WORKERS = 4;

/** What people look for: rare and common words, one character, a department, facets, and pages further on. */
const QUERIES = [
  (turn) => `q=${encodeURIComponent('公交站点')}&limit=20&after=${String(1_000_000 - turn)}`,
  () => `q=${encodeURIComponent('空气质量')}&sector=green&limit=20`,
  (turn) => `owner=dept-${String(1 + (turn % 53)).padStart(2, '0')}&grade=1&limit=50`,
  () => `q=${encodeURIComponent('区')}&limit=100`,
  (turn) => `q=${encodeURIComponent(`海淀区 ${String(2000 + (turn % 27))}`)}&openness=open&limit=20`,
  () => `tag=${encodeURIComponent('传感器')}&class=personal&limit=50`,
  (turn) => `q=${encodeURIComponent(`dept-01 ${String(turn)}`)}&limit=20`,
  () => 'limit=100',
  () => `q=${encodeURIComponent('没有这样的词')}&limit=20`,
];

export async function catalogue(report, { size = 100_000 } = {}) {
  const instance = await startInstance({ merchants: 0 });
  try {
    const { url } = instance;
    const keys = await openCity({ url, services, bureau: instance.bureau.apiKey });
    const loaded = await loadCity({ url, services, keys, total: size, progress: every(size / 10) });
    const began = performance.now();
    const departments = await cityIndexed({ url, services, key: keys[0], total: size });
    const lag = (performance.now() - began) / 1000;
    const run = () => search(url, keys[0]);
    await run();
    const { result, others, steal } = await watched([instance.gateway.pid, instance.workers.pid], run);
    const chart = await timed(() => services.call(url, 'GET', '/v1/catalogue/departments?limit=100', { apiKey: keys[0] }));
    report({
      name: 'sharing.catalogue',
      figure: percentile(result.times, 0.99),
      unit: 'ms, p99 of a search over HTTP',
      p50_ms: percentile(result.times, 0.5),
      slowest_ms: result.times.at(-1),
      found: result.found,
      searches_per_second: result.times.length / result.seconds,
      n: result.times.length,
      entries: size,
      departments: departments.length,
      published_per_second: loaded.published / loaded.seconds,
      index_behind_s: lag,
      departments_ms: chart,
      others,
      steal,
    });
  } finally {
    await instance.stop();
  }
}

/** Says how many entries are there, whenever so many more are. */
function every(step) {
  let next = step;
  return (published) => {
    if (published < next) return;
    next += step;
    console.error(`${String(published)} entries published`);
  };
}

/** Searches from a few callers at once, each after the answer to the one before. */
async function search(url, apiKey) {
  const times = [];
  let found = 0;
  let turn = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (turn < SEARCHES) {
        const query = QUERIES[turn % QUERIES.length](turn);
        turn += 1;
        const start = performance.now();
        const { items } = await services.call(url, 'GET', `/v1/catalogue/entries?${query}`, { apiKey });
        times.push(performance.now() - start);
        found += items.length;
      }
    }),
  );
  return { times: times.sort((left, right) => left - right), found, seconds: (performance.now() - began) / 1000 };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
