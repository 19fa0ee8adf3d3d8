/**
 * life.offline: a till signs and stores invoices without the network. First one sale at a time, each durable (fdatasync)
 * before its paper is there: how long a customer waits. Then customers side by side at one till, which share syncs: the rate, for
 * each CPU second that the process took. The journal lies where the benchmark's folder lies: a disk, not memory.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, percentile, watched } from './measure.mjs';

const require = createRequire(import.meta.url);
const domain = require('../../../chaincode/dist/domain');
const { installNativeHasher } = require('../../../gateway/dist/stores');
const { loadTillKey, OfflineTill } = require('../../../gateway/dist/till');

const SELLER = { text: '{"name":"示例商店","taxId":"91350100M000100Y43"}', salt: '0'.repeat(32) };
const SIDE_BY_SIDE = 32;

/** A book as the ledger gives it to a till: a million numbers, the built-in rules. */
function bookFor({ id, key }) {
  const year = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(2, 4);
  return {
    till: 'till-1',
    seller: 'shop',
    sandbox: false,
    opening: SELLER,
    party: domain.partyDigest(SELLER),
    device: { id, key },
    head: { counter: 0, last: domain.hasher().leafHash('till'), ranges: [{ prefix: `${year}440`, next: 1, to: 1_000_000 }] },
    rules: { cn: null, life: null },
    ledgerTime: new Date().toISOString(),
  };
}

function sale(i) {
  const net = 100 + (i % 900);
  return {
    till: 'till-1',
    orderReference: `order-${i}`,
    buyer: { name: `买方 ${i % 50}`, taxId: '91310000MA1DEMQC0F' },
    lines: [
      { name: '*谷物*大米', unit: '袋', quantity: '1', unitPrice: `${net}.00`, net: `${net}.00`, rate: '0.13', tax: (net * 0.13).toFixed(2) },
    ], // prettier-ignore
    totals: { net: `${net}.00`, tax: (net * 0.13).toFixed(2), gross: (net * 1.13).toFixed(2) },
  };
}

async function round(folder, sales, sideBySide) {
  const till = new OfflineTill({ folder, key: loadTillKey(path.join(folder, 'till.pem')), clock: Date.now });
  const times = [];
  let next = 0;
  const customer = async () => {
    while (next < sales) {
      const request = sale(next++);
      const began = performance.now();
      await till.issue(request);
      times.push(performance.now() - began);
    }
  };
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: sideBySide }, customer));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await till.close();
  times.sort((left, right) => left - right);
  return { seconds, cpu: (user + system) / 1e6, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

export async function offline(report, { pairs = 5, quick = false } = {}) {
  installNativeHasher();
  const parent = mkdtempSync(path.join(process.env.LIANPIAO_BENCH_DIR ?? tmpdir(), 'lianpiao-bench-'));
  const [alone, many] = quick ? [300, 4000] : [2000, 19_000];
  let rounds = 0;
  const journal = async (sales, sideBySide) => {
    const folder = mkdtempSync(path.join(parent, 'till-'));
    const key = loadTillKey(path.join(folder, 'till.pem'));
    OfflineTill.begin({ folder, key }, bookFor(key));
    const { result, others, steal } = await watched([], () => round(folder, sales, sideBySide));
    const again = new OfflineTill({ folder, key, clock: Date.now });
    if (again.pending.length !== sales) throw new Error(`${again.pending.length} of ${sales} invoices in the journal`);
    await again.close();
    rounds += 1;
    return { ...result, others, steal, bytes: statSync(path.join(folder, 'journal.lpj')).size / sales };
  };
  try {
    await journal(500, SIDE_BY_SIDE);
    const single = [];
    const crowd = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      single.push(await journal(alone, 1));
      crowd.push(await journal(many, SIDE_BY_SIDE));
    }
    const all = [...single, ...crowd];
    const of = (list, value) => median(list.map(value));
    report({
      name: 'life.offline',
      figure: of(crowd, ({ cpu }) => many / cpu),
      unit: 'invoices/s a core (CPU second)',
      wall_per_second: of(crowd, ({ seconds }) => many / seconds),
      lowest_per_core: Math.min(...crowd.map(({ cpu }) => many / cpu)),
      crowd_p99_ms: of(crowd, ({ p99 }) => p99),
      alone_per_second: of(single, ({ seconds }) => alone / seconds),
      alone_p50_ms: of(single, ({ p50 }) => p50),
      alone_p99_ms: of(single, ({ p99 }) => p99),
      worst_p99_ms: Math.max(...all.map(({ p99 }) => p99)),
      bytes_an_invoice: of(all, ({ bytes }) => bytes),
      n: rounds,
      others: Math.max(...all.map((one) => one.others)),
      steal: Math.max(...all.map((one) => one.steal)),
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
