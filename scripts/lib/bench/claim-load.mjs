/**
 * Companies that want the same invoices: ten of them ask for each, in full, over connections that each send the next request when
 * the last is answered (autocannon). Says how many attempts were decided a second, and of each invoice how many won.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const autocannon = createRequire(import.meta.url)('autocannon');
const { url, connections, papersFile, from, invoices, attempts, keys } = JSON.parse(process.argv[2]);
const papers = JSON.parse(readFileSync(papersFile, 'utf8')).slice(from, from + invoices);
/** Steps between the companies that meet at an invoice: no two of ten are one. */
const STEP = 101;

const won = new Map();
const codes = {};
let sent = 0;
/** autocannon looks for its own end once a second only. */
let lastAnswer = 0;

function attempt(request, context) {
  const paper = papers[Math.floor(sent / attempts) % papers.length];
  const key = keys[(Math.floor(sent / attempts) * 7 + (sent % attempts) * STEP) % keys.length];
  sent += 1;
  context.number = paper.number;
  const { number: invoice, total, date } = paper;
  const body = JSON.stringify({ reason: 'bench', invoices: [{ invoice, amount: total, total, date }] });
  return { ...request, body, headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` } };
}

function decided(status, body, { number }) {
  lastAnswer = performance.now();
  const code = status === 201 ? 'won' : JSON.parse(body).code;
  codes[code] = (codes[code] ?? 0) + 1;
  won.set(number, (won.get(number) ?? 0) + (status === 201 ? 1 : 0));
}

process.stdin.once('data', async () => {
  const started = performance.now();
  const result = await autocannon({
    url, connections, amount: invoices * attempts, timeout: 60,
    requests: [{ method: 'POST', path: '/v1/claims', setupRequest: attempt, onResponse: decided }],
  }); // prettier-ignore
  const seconds = (lastAnswer - started) / 1000;
  const cpu = process.cpuUsage();
  const wins = [...won.values()];
  const out = {
    rate: result.requests.total / seconds,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
    total: result.requests.total,
    errors: result.errors,
    codes,
    asked: wins.length,
    winners: wins.reduce((sum, count) => sum + count, 0),
    notOne: wins.filter((count) => count !== 1).length,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
