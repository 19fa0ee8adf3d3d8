/**
 * Load at a fixed rate, whatever the answers do: each request has its time, and its latency counts from then on, so that
 * waiting in our own queue counts too. Sales, of every tenth of which the complete bundle is asked for at once, unless
 * `bundleEvery` is 0; or with `numbersFile` look-ups of papers, as in the closed loop.
 */
import http from 'node:http';
import { lookups } from './lookups.mjs';
import { paced } from './paced.mjs';
import { random, sale } from './sales.mjs';

const { url, rate, seconds, seed, sellers, bundleEvery = 10, numbersFile } = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
const next = random(seed);
const latencies = [];
const bundles = [];
let failed = 0;

function call(method, path, given, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? given : { ...given, 'content-length': Buffer.byteLength(body) };
    const request = http.request(url + path, { method, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const lookup = numbersFile === undefined ? undefined : lookups({ seed, numbersFile, apiKey: sellers[0].apiKey });
async function look(due) {
  const { method, path, headers, body } = lookup();
  const { status, text } = await call(method, path, headers, body);
  latencies.push(performance.now() - due);
  if (status !== 200) throw new Error(text);
}

async function sell(index, due) {
  const seller = sellers[index % sellers.length];
  const till = seller.tills[Math.floor(index / sellers.length) % seller.tills.length];
  const authorization = `Bearer ${seller.apiKey}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const { status, text } = await call('POST', '/v1/invoices', headers, sale(next, till, `L-${seed}-${index}`));
  latencies.push(performance.now() - due);
  if (status !== 201) throw new Error(text);
  if (bundleEvery === 0 || index % bundleEvery !== 0) return;
  const proof = await call('GET', `/v1/invoices/${JSON.parse(text).number}/proof`, { authorization });
  if (proof.status !== 200) throw new Error(proof.text);
  bundles.push(performance.now() - due);
}

async function one(index, due) {
  try {
    await (lookup === undefined ? sell(index, due) : look(due));
  } catch (error) {
    failed += 1;
    if (failed < 4) process.stderr.write(`${String(error.message).slice(0, 300)}\n`);
  }
}

process.stdin.once('data', async () => {
  const started = performance.now();
  await paced({ rate, seconds }, one);
  const elapsed = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage();
  process.stdout.write(
    `${JSON.stringify({ latencies, bundles, failed, seconds: elapsed, rate: latencies.length / elapsed, cpuSeconds: (cpu.user + cpu.system) / 1e6 })}\n`,
    () => process.exit(0),
  );
});
process.stdout.write('ready\n');
