/** life.search: pages of the bureau's search over a million invoices (docs/performance.md). */
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import { services, startInstance } from './instance.mjs';
import { percentile, watched } from './measure.mjs';
import { batchRound, indexed, pidsOf } from './rounds.mjs';
import { random } from './sales.mjs';

const CALLERS = 4;
const ROUND = 100_000;
const PAGE = 50;
const DAY_BEHIND_MS = 8 * 3_600_000;

/** What a supervisor asks: a seller, a buyer, sums, the beginning of a number, a day, and the pages after the first. */
function questions({ sellers }, day, next) {
  const seller = () => sellers[Math.floor(next() * sellers.length)].organisation;
  const sum = () => (next() * 5000).toFixed(2);
  // From ten thousand numbers that begin so to one.
  const prefix = () =>
    `${day.slice(2, 4)}440${String(Math.floor(next() * 100_000)).padStart(15, '0')}`.slice(0, 16 + Math.floor(next() * 5));
  return [
    () => ({}),
    () => ({ seller: seller() }),
    () => ({ buyerTaxId: '91310000MA11EFGH23', least: sum() }),
    () => ({ least: sum(), most: (5000 + next() * 5000).toFixed(2) }),
    () => ({ seller: seller(), most: sum(), from: day, to: day }),
    () => ({ number: prefix() }),
  ];
}

/** An instance with so many invoices, issued in batches through the public API: once, then it is started again as it was left. */
async function filledInstance(size) {
  const instance = await startInstance({ home: path.join(services.ROOT, '.cache/bench', `search-${size}`) });
  if (instance.known) return instance;
  try {
    for (let done = 0, seed = 1; done < size; done += ROUND, seed += 1) {
      await batchRound(instance, { invoices: Math.min(ROUND, size - done), perBatch: 10_000, seed });
    }
    await indexed(instance.url);
    instance.filled();
    return instance;
  } catch (error) {
    await instance.stop();
    throw error;
  }
}

/** The day in China on which the newest invoice was issued: what was filled may be from another day than today. */
async function dayOfSales({ url, bureau }) {
  const { items } = await services.call(url, 'GET', '/v1/invoices/search?limit=1', { apiKey: bureau.apiKey });
  return new Date(Date.parse(items[0].issuedAt) + DAY_BEHIND_MS).toISOString().slice(0, 10);
}

export async function search(report, { size = 1_000_000, searches = 2000 } = {}) {
  const instance = await filledInstance(size);
  try {
    const next = random(5);
    const asks = questions(instance, await dayOfSales(instance), next);
    const headers = { authorization: `Bearer ${instance.bureau.apiKey}` };
    const times = asks.map(() => []);
    let [asked, found] = [0, 0];
    const ask = async () => {
      while (asked < searches) {
        const kind = (asked += 1) % asks.length;
        const query = { limit: String(PAGE), ...asks[kind]() };
        for (let page = 0; page < 2; page += 1) {
          const began = performance.now();
          const response = await fetch(`${instance.url}/v1/invoices/search?${new URLSearchParams(query)}`, { headers });
          const text = await response.text();
          times[kind].push(performance.now() - began);
          if (!response.ok) throw new Error(text);
          const answer = JSON.parse(text);
          found += answer.items.length;
          if (answer.next === null) break;
          query.after = answer.next;
        }
      }
    };
    const { others, steal } = await watched(pidsOf(instance), () => Promise.all(Array.from({ length: CALLERS }, ask)));
    if (found === 0) throw new Error('nothing was found');
    const all = times.flat().sort((left, right) => left - right);
    const slowest = times.map((some) =>
      percentile(
        some.sort((left, right) => left - right),
        0.99,
      ),
    );
    report({
      name: 'life.search',
      figure: percentile(all, 0.99),
      unit: `ms a page of ${PAGE} over ${size} invoices, p99`,
      p50_ms: percentile(all, 0.5),
      p99_ms: percentile(all, 0.99),
      slowest_kind_p99_ms: Math.max(...slowest),
      max_ms: all.at(-1),
      n: all.length,
      found,
      others, steal,
    }); // prettier-ignore
  } finally {
    await instance.stop();
  }
}
