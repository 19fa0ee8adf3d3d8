/** embedded.cipher: what encrypted databases cost. Two instances that differ in nothing else take turns. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startInstance } from './instance.mjs';
import { median, watched } from './measure.mjs';
import { batchRound, indexed, pidsOf } from './rounds.mjs';

const { makeDatabaseKey } = createRequire(import.meta.url)('../../../gateway/dist/stores/database-key.js');

/** As `init --encrypt` does: whatever database is made in this folder is encrypted. */
function withKey(data) {
  mkdirSync(path.join(data, 'keys'), { recursive: true, mode: 0o700 });
  makeDatabaseKey(data);
  return {};
}

/** Invoices a second until all are answered and sealed, and until they can be searched, too: the index is what is encrypted. */
async function round(instance, options) {
  const started = performance.now();
  const { sealedRate } = await batchRound(instance, options);
  await indexed(instance.url);
  return { sealedRate, indexedRate: (options.invoices * 1000) / (performance.now() - started) };
}

export async function cipher(report, { pairs = 5, invoices = 40_000 } = {}) {
  const clear = await startInstance();
  let sealed;
  try {
    sealed = await startInstance({ prepare: withKey });
    for (const instance of [clear, sealed]) await round(instance, { invoices: 10_000, perBatch: 2500, seed: 1 });
    const rounds = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const of = (instance) => watched(pidsOf(instance), () => round(instance, { invoices, perBatch: 2500, seed: 100 + pair }));
      // Who begins changes: what warms up or wears off meets both.
      const first = pair % 2 === 0 ? await of(clear) : undefined;
      const ours = await of(sealed);
      const theirs = first ?? (await of(clear));
      const others = Math.max(ours.others, theirs.others);
      rounds.push({ ours: ours.result, theirs: theirs.result, others, steal: Math.max(ours.steal, theirs.steal) });
    }
    const shared = {
      n: invoices * pairs,
      others: Math.max(...rounds.map(({ others }) => others)),
      steal: Math.max(...rounds.map(({ steal }) => steal)),
    };
    for (const [name, member, unit] of [
      ['embedded.cipher', 'sealedRate', 'invoices/s, answered and sealed, databases encrypted'],
      ['embedded.cipher.index', 'indexedRate', 'invoices/s, also in the index, databases encrypted'],
    ]) {
      const ratios = rounds.map(({ ours, theirs }) => ours[member] / theirs[member]);
      const alone = Math.round(median(rounds.map(({ theirs }) => theirs[member])));
      report({
        name, figure: median(rounds.map(({ ours }) => ours[member])), unit, ratio: median(ratios), lowest_ratio: Math.min(...ratios),
        against: `the same in clear (${alone}/s)`, ...shared,
      }); // prettier-ignore
    }
  } finally {
    await sealed?.stop();
    await clear.stop();
  }
}
