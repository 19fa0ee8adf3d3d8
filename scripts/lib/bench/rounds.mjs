/** Rounds of batches that several benchmarks of the embedded ledger have in common. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { services } from './instance.mjs';
import { startChild } from './measure.mjs';
import { random, sale } from './sales.mjs';

export const here = (file) => fileURLToPath(new URL(file, import.meta.url));

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

export async function indexed(url) {
  await services.until(
    async () => {
      const { parts } = await (await fetch(`${url}/readyz`)).json();
      return parts.index.height === parts.ledger.length;
    },
    'index',
    600_000,
  );
}

export const pidsOf = (instance) => [instance.gateway.pid, instance.workers.pid, instance.redis.pid];

/**
 * One batch round: invoices a second until the last answer, and until all are sealed. `partial` counts what was answered, while
 * parts are killed or what is there already is asked for again.
 */
export async function batchRound(instance, options) {
  const { jobs, meanBytes } = writeBatches(instance, options);
  const client = await startChild(here('batch-client.mjs'), { url: instance.url, jobs, connections: options.connections ?? 4 });
  const started = performance.now();
  const answer = await client.go();
  if (!options.partial) await sealed(instance.url);
  const sealedSeconds = (performance.now() - started) / 1000;
  for (const { file } of jobs) rmSync(file);
  if (!options.partial && answer.created !== options.invoices) throw new Error(`${answer.created} of ${options.invoices} issued`);
  return { ...answer, meanBytes, rate: answer.created / answer.seconds, sealedRate: answer.created / sealedSeconds };
}
