/**
 * Load at a fixed rate, whatever the answers do: each request has its time, and its latency counts from then on, so that
 * waiting in our own queue counts too. Of every tenth sale the complete bundle is asked for at once.
 */
import http from 'node:http';
import { paced } from './paced.mjs';
import { random, sale } from './sales.mjs';

const { url, rate, seconds, seed, sellers, bundleEvery = 10 } = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
const next = random(seed);
const latencies = [];
const bundles = [];
let failed = 0;

function call(method, path, apiKey, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const request = http.request(url + path, { method, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function one(index, due) {
  const seller = sellers[index % sellers.length];
  const till = seller.tills[Math.floor(index / sellers.length) % seller.tills.length];
  try {
    const { status, text } = await call('POST', '/v1/invoices', seller.apiKey, sale(next, till, `L-${seed}-${index}`));
    latencies.push(performance.now() - due);
    if (status !== 201) throw new Error(text);
    if (index % bundleEvery === 0) {
      const { number } = JSON.parse(text);
      const proof = await call('GET', `/v1/invoices/${number}/proof`, seller.apiKey);
      if (proof.status !== 200) throw new Error(proof.text);
      bundles.push(performance.now() - due);
    }
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
