/**
 * Many tills, each with a mind of its own: sales become due at a fixed rate over all of them, whatever the answers do, and
 * a till has at most `unanswered` of them under way; more wait at the till. Latency counts from the moment a sale is due.
 */
import http from 'node:http';
import { paced } from './paced.mjs';
import { random, sale } from './sales.mjs';

const { url, rate, seconds, seed, sellers, unanswered = 16 } = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: 4096 });
const next = random(seed);
const tills = sellers.flatMap(({ apiKey, tills: names }) =>
  names.map((till) => ({ till, apiKey, busy: 0, waiting: [], references: 0 })),
);
const latencies = [];
const refused = new Map();
let isOver = false;
/** For the answers to what was sent. */
const DRAIN_MS = 10_000;

function post({ till, apiKey }, orderReference) {
  const body = sale(next, till, orderReference);
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const request = http.request(`${url}/v1/invoices`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function sell(till, due) {
  if (till.busy >= unanswered) {
    await new Promise((resolve) => till.waiting.push(resolve));
    if (isOver) return;
  } else till.busy += 1;
  till.references += 1;
  try {
    const { status, text } = await post(till, `T-${seed}-${till.till}-${String(till.references).padStart(6, '0')}`);
    if (status !== 201) throw new Error(text);
    latencies.push(performance.now() - due);
  } catch (error) {
    const text = String(error.message).slice(0, 200);
    refused.set(text, (refused.get(text) ?? 0) + 1);
  }
  const waiting = till.waiting.shift();
  if (waiting === undefined) till.busy -= 1;
  else waiting();
}

process.stdin.once('data', async () => {
  const started = performance.now();
  const stopped = new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const all = paced({ rate, seconds }, (index, due) => sell(tills[index % tills.length], due));
  await stopped;
  const answered = latencies.length;
  isOver = true;
  // What still waits at a till when time is up is never sent: the next round shall not pay for this one's overload.
  const late = tills.flatMap(({ waiting }) => waiting.splice(0));
  for (const send of late) send();
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, DRAIN_MS))]);
  const cpu = process.cpuUsage();
  const out = {
    rate: answered / seconds,
    // As the naive client counts: all answers, over the time until the last of them.
    rateToLast: (latencies.length / (performance.now() - started)) * 1000,
    latencies,
    late: late.length,
    refused: Object.fromEntries(refused),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
