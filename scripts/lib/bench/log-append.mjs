/**
 * Entries appended to a durable log of ours: small acts go to the embedded ledger in groups, with rules, signatures,
 * encrypted records and both syncs, and are sealed into tiles under a checkpoint at the interval. An entry counts when a
 * checkpoint covers it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const room = (name) => require(fileURLToPath(new URL(`../../../${name}`, import.meta.url)));
const { EmbeddedLedger } = room('gateway/dist/ledger/index.js');
const { installNativeHasher, LogKeyRing, LogStore, PayloadStore } = room('gateway/dist/stores/index.js');
const { KeyFolder } = room('gateway/dist/crypto/keys.js');
const { LogSealer } = room('workers/dist/index.js');

const { entries, folder: parent, groupSize = 2048, intervalMs = 250 } = JSON.parse(process.argv[2]);
installNativeHasher();
const folder = mkdtempSync(path.join(parent, 'log-append-'));
const payloads = new PayloadStore(folder);
const keys = new KeyFolder(path.join(folder, 'keys'));
const onFault = (error) => {
  throw error;
};
const ledger = new EmbeddedLedger({ folder, keys, payloads, clock: Date.now, onFault });
const log = new LogStore(folder);
const sealer = new LogSealer(ledger, log, new LogKeyRing(folder, 'bench.example/log'), Date.now);

const seed = () => randomBytes(32).toString('hex');
const record = () => ({ seed: seed(), fields: [{ name: 'why', text: '"a benchmark"' }] });
const bureau = {
  type: 'organisation.registered', organisation: 'bureau', role: 'bureau', sandbox: false, party: seed(),
  publicKey: keys.findOrCreate('bureau').publicKey,
}; // prettier-ignore
const submit = async (facts) => {
  const verdicts = await ledger.submit(
    facts.map((fact) => ({ caller: 'bureau', command: { type: 'entry.record', facts: fact, record: record() } })),
  );
  const refused = verdicts.find(({ accepted }) => !accepted);
  if (refused !== undefined) throw refused.error;
};

process.stdin.once('data', async () => {
  await submit([bureau]);
  const started = performance.now();
  let sealedAt = started;
  for (let done = 0; done < entries; done += groupSize) {
    const count = Math.min(groupSize, entries - done);
    await submit(
      Array.from({ length: count }, (_, index) => ({ type: 'act.recorded', act: 'bench.noted', subject: `s-${done + index}` })),
    );
    if (performance.now() - sealedAt < intervalMs) continue;
    sealer.seal();
    sealedAt = performance.now();
  }
  sealer.seal();
  const seconds = (performance.now() - started) / 1000;
  if (log.latest().size !== entries + 1) throw new Error('not all entries are sealed');
  for (const store of [ledger, payloads, log]) store.close();
  rmSync(folder, { recursive: true });
  process.stdout.write(`${JSON.stringify({ entries, seconds, rate: entries / seconds })}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
