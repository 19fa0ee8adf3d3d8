/** Makes offline bundles of random entries of a large log, by the gateway's own desk, and tells how long each took. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const room = (name) => require(fileURLToPath(new URL(`../../../${name}`, import.meta.url)));
const { AnchorStore, installNativeHasher, LogKeyRing, LogStore } = room('gateway/dist/stores/index.js');
const { ProofDesk } = room('gateway/dist/verification/proof-desk.js');
const { LogSealer } = room('workers/dist/index.js');

const { size, folder: parent, seconds } = JSON.parse(process.argv[2]);
installNativeHasher();
const folder = mkdtempSync(path.join(parent, 'proof-maker-'));
const log = new LogStore(folder);

const TIME = '2026-11-22T05:13:03.546Z';
const entryAt = (sequence) => ({
  commitment: createHash('sha256').update(String(sequence)).digest('hex'),
  time: TIME,
  type: 'act.recorded',
});
const ledger = {
  readTexts: (from, limit) =>
    Array.from({ length: Math.max(0, Math.min(limit, size - from)) }, (_, index) => JSON.stringify(entryAt(from + index))),
};
const record = {
  seed: randomBytes(32).toString('hex'),
  fields: ['header', 'seller', 'orderReference', 'totals', 'line/1', 'line/2'].map((name) => ({
    name,
    text: JSON.stringify({ name: '*谷物*大米', net: '100.00', rate: '0.09', tax: '9.00' }),
  })),
};

new LogSealer(ledger, log, new LogKeyRing(folder, 'bench.example/log'), Date.now).seal();
if (log.latest().size !== size) throw new Error('the log is not whole');
const anchors = new AnchorStore(folder);
const desk = new ProofDesk(log, anchors);

process.stdin.once('data', async () => {
  const times = [];
  const started = performance.now();
  while (performance.now() - started < seconds * 1000) {
    const before = performance.now();
    const sequence = Math.floor(Math.random() * size);
    JSON.stringify(await desk.bundle(sequence, entryAt(sequence), record, () => true));
    times.push(performance.now() - before);
  }
  const rate = (times.length / (performance.now() - started)) * 1000;
  times.sort((left, right) => left - right);
  const at = (share) => times[Math.floor(times.length * share)];
  log.close();
  anchors.close();
  rmSync(folder, { recursive: true });
  process.stdout.write(`${JSON.stringify({ rate, p50_ms: at(0.5), p99_ms: at(0.99), n: times.length })}\n`, () =>
    process.exit(0),
  );
});
process.stdout.write('ready\n');
