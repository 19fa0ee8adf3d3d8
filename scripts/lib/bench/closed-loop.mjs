/**
 * Load with a fixed number of connections, each sending its next request when the last is answered (autocannon).
 * kinds: `issue` (POST a fresh sale), `echo` (the same to the yardstick), `read` (GET and verify by number, Zipf), `get`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { random, sale } from './sales.mjs';

const autocannon = createRequire(import.meta.url)('autocannon');
const { url, kind, connections, seconds, seed, sellers = [], numbersFile } = JSON.parse(process.argv[2]);
const next = random(seed);
// Too many for the command line.
const numbers = numbersFile === undefined ? [] : JSON.parse(readFileSync(numbersFile, 'utf8'));

let sent = 0;
function freshSale(request) {
  const seller = sellers[sent % sellers.length];
  const till = seller.tills[Math.floor(sent / sellers.length) % seller.tills.length];
  sent += 1;
  request.body = sale(next, till, `S-${seed}-${sent}`);
  request.headers = { 'content-type': 'application/json', authorization: `Bearer ${seller.apiKey}` };
  return request;
}

/** Zipf (s = 1) over ranks by inverting the harmonic sum's approximation: a few papers are looked at again and again. */
function zipf(count) {
  return Math.min(count - 1, Math.floor(count ** next()) - 1);
}

let turn = 0;
function readOrVerify(request) {
  const { number, date, total } = numbers[Math.max(0, zipf(numbers.length))];
  turn += 1;
  if (turn % 2 === 0) {
    return {
      ...request,
      method: 'POST',
      path: '/v1/verifications',
      body: JSON.stringify({ number, date, total }),
      headers: { 'content-type': 'application/json' },
    };
  }
  return {
    ...request,
    method: 'GET',
    path: `/v1/invoices/${number}`,
    body: undefined,
    headers: { authorization: `Bearer ${sellers[0].apiKey}` },
  };
}

const KINDS = {
  issue: { method: 'POST', path: '/v1/invoices', setupRequest: freshSale },
  echo: { method: 'POST', path: '/echo', setupRequest: freshSale },
  read: { method: 'GET', path: '/', setupRequest: readOrVerify },
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
