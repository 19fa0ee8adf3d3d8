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
/** Of the invoices, as the answers tell them. */
const numbers = [];
const refused = new Map();
let sent = 0;
/** How often a sale was sent again because its connection broke. */
let resent = 0;
const [RESENDS, RESEND_AFTER_MS] = [5, 200];
/** For the answers to what was sent. */
const DRAIN_MS = 30_000;
const NUMBER = /"number":"(\d+)"/;

/** Sends a sale; the same again when the connection broke, as a till does: whether it arrived, the answer tells. */
async function persist(till, orderReference) {
  const body = sale(next, till.till, orderReference);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await post(till, body);
    } catch (error) {
      if (attempt === RESENDS) throw error;
      resent += 1;
      await new Promise((resolve) => setTimeout(resolve, RESEND_AFTER_MS));
    }
  }
}

function post({ apiKey }, body) {
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
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const underWay = () => sent - numbers.length - [...refused.values()].reduce((sum, count) => sum + count, 0);

async function sell(till, due) {
  if (till.busy >= unanswered) {
    await new Promise((resolve) => till.waiting.push(resolve));
  } else till.busy += 1;
  till.references += 1;
  sent += 1;
  try {
    const { status, text } = await persist(till, `T-${seed}-${till.till}-${String(till.references).padStart(6, '0')}`);
    if (status !== 201 && status !== 200) throw new Error(text);
    latencies.push(performance.now() - due);
    numbers.push(NUMBER.exec(text)[1]);
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
  void paced({ rate, seconds }, (index, due) => sell(tills[index % tills.length], due));
  await stopped;
  const answered = latencies.length;
  // What still waits at a till when time is up is never sent: the next round shall not pay for this one's overload.
  const late = tills.reduce((sum, { waiting }) => sum + waiting.splice(0).length, 0);
  const end = performance.now() + DRAIN_MS;
  while (underWay() > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  const cpu = process.cpuUsage();
  const out = {
    rate: answered / seconds,
    // As the naive client counts: all answers, over the time until the last of them.
    rateToLast: (latencies.length / (performance.now() - started)) * 1000,
    latencies,
    late,
    numbers,
    unanswered: underWay(),
    resent,
    refused: Object.fromEntries(refused),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
