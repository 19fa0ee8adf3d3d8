/** Benchmark of the map of statuses (docs/performance.md): changes sealed a second, and what a proof takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cpuOf, percentile } from './measure.mjs';

const require = createRequire(import.meta.url);
const domain = require('../../../chaincode/dist/domain');
const { installNativeHasher, StatusMap, StatusStore } = require('../../../gateway/dist/stores');

const A_SEAL = domain.MAX_SEALED_CHANGES;
const SEALS = 40;
const PROOFS = 20_000;
const digest = (words) => domain.hasher().sha256(words);
const TIME = '2026-11-22T00:00:00.000Z';

/** The ledger's part: seals as they were recorded, with the record that holds their changes. */
function sealedLedger() {
  const acts = [];
  const records = new Map();
  return {
    add(root, changes) {
      const number = acts.length + 2; // The map was filled by the first.
      const fields = [{ name: 'changes', text: JSON.stringify(changes.map(({ key, value }) => [key, value])) }];
      records.set(number, { seed: digest('seed'), fields });
      const entry = { type: 'status.sealed', number, covers: number, changes: changes.length, root, time: TIME };
      acts.push({ sequence: number, entry, subject: `status-${number}` });
    },
    acts: ({ after, limit }) => acts.filter(({ sequence }) => sequence > after).slice(0, limit),
    read: (sequence) => records.get(sequence),
  };
}

/** A status as one that was red-lettered has it: what a change makes beside the map's work. */
function pairOf(at) {
  const status = { ...Object.fromEntries(domain.STATUS_AXIS_NAMES.map((axis) => [axis, { state: domain.STATUS_AXES[axis] }])) };
  const red = { ...status, document: { state: 'partly-red' }, amounts: { clawback: false, record: null } };
  const seed = digest(`seed of ${at}`);
  return { key: domain.statusKey([digest(`invoice ${at}`), seed]), value: domain.sealRecord(domain.statusRecord(seed, red)) };
}

/** life.status: a map of `size` invoices; then seals of 1,024 random changes each, made, recorded and taken in; then proofs. */
export async function status(report, { size = 1_000_000, quick = false } = {}) {
  installNativeHasher();
  const folder = mkdtempSync(path.join(tmpdir(), 'lianpiao-bench-'));
  const store = new StatusStore(folder);
  try {
    const keys = fill(store, size);
    const ledger = sealedLedger();
    const map = new StatusMap(ledger, ledger, store);
    const opened = performance.now();
    map.catchUp();
    const openMs = performance.now() - opened;
    const cpu = cpuOf([process.pid]);
    const began = performance.now();
    const seals = quick ? 5 : SEALS;
    for (let seal = 0; seal < seals; seal += 1) {
      const pairs = Array.from({ length: A_SEAL }, (_, place) => pairOf(`${seal} ${place}`));
      const changes = pairs.map(({ value }, place) => ({ key: keys[(seal * 7919 + place * 977) % keys.length], value }));
      const once = [...new Map(changes.map((pair) => [pair.key, pair])).values()];
      ledger.add(map.rootWith(once), once);
      map.catchUp();
    }
    const seconds = (performance.now() - began) / 1000;
    const times = proofTimes(map, keys, quick ? 2000 : PROOFS);
    report({
      name: 'life.status',
      figure: (seals * A_SEAL) / seconds,
      unit: 'changes/s',
      n: seals * A_SEAL,
      pairs: size,
      proof_p50_ms: percentile(times, 0.5),
      proof_p99_ms: percentile(times, 0.99),
      open_ms: openMs,
      cpu_seconds: cpuOf([process.pid]) - cpu,
    });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills a map at once, as its copy is made again. @returns its keys. */
function fill(store, size) {
  const keys = Array.from({ length: size }, (_, at) => digest(`key ${at}`));
  const value = digest('value');
  store.apply({ number: 1, covers: 0, sequence: 0 }, store.changed(keys.map((key) => ({ key, value }))));
  return keys;
}

/** Each proof leads to the root, or the figure is worth nothing. */
function proofTimes(map, keys, count) {
  const times = [];
  for (let at = 0; at < count; at += 1) {
    const key = at % 2 === 0 ? keys[(at * 7919) % keys.length] : digest(`absent ${at}`);
    const began = performance.now();
    const { way } = map.way(key);
    times.push(performance.now() - began);
    const hashes = way.path.map(({ hash }) => hash);
    if (domain.rootOfWay(key, way.pair, hashes) !== map.root) throw new Error('a proof does not hold');
  }
  return times.sort((left, right) => left - right);
}
