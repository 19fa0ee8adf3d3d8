/**
 * Load with a fixed number of connections, each sending its next request when the last is answered (autocannon).
 * kinds: `issue` (POST a fresh sale), `echo` (the same to the yardstick), `read` (GET and verify by number, Zipf), `get`.
 */
import { createRequire } from 'node:module';
import { lookups } from './lookups.mjs';
import { random, sale } from './sales.mjs';

const autocannon = createRequire(import.meta.url)('autocannon');
const { url, kind, connections, seconds, seed, sellers = [], numbersFile } = JSON.parse(process.argv[2]);
const next = random(seed);

let sent = 0;
function freshSale(request) {
  const seller = sellers[sent % sellers.length];
  const till = seller.tills[Math.floor(sent / sellers.length) % seller.tills.length];
  sent += 1;
  request.body = sale(next, till, `S-${seed}-${sent}`);
  request.headers = { 'content-type': 'application/json', authorization: `Bearer ${seller.apiKey}` };
  return request;
}

const lookup = numbersFile === undefined ? undefined : lookups({ seed, numbersFile, apiKey: sellers[0].apiKey });

const KINDS = {
  issue: { method: 'POST', path: '/v1/invoices', setupRequest: freshSale },
  echo: { method: 'POST', path: '/echo', setupRequest: freshSale },
  read: { method: 'GET', path: '/', setupRequest: (request) => ({ ...request, ...lookup() }) },
  get: { method: 'GET', path: '/echo/26440000000000000001' },
};

process.stdin.once('data', async () => {
  const result = await autocannon({ url, connections, duration: seconds, requests: [KINDS[kind]] });
  const cpu = process.cpuUsage();
  const out = {
    rate: result.requests.total / result.duration,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
    total: result.requests.total,
    refused: result.non2xx,
    errors: result.errors,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
