/**
 * Load on the data plane. kinds: `closed` sends `count` requests over `connections` as fast as they are answered; `open` at
 * `rate` a second for `seconds`, whatever the answers do; `race` over `connections` until it is told `stop`; `stream` reads
 * one stream to its end and parses every row.
 */
import http from 'node:http';
import { paced } from './paced.mjs';

const options = JSON.parse(process.argv[2]);
const { url, path, apiKey, kind, connections = 64 } = options;
const headers = { authorization: `Bearer ${apiKey}` };
const answers = [];

function ask(agent, due = performance.now()) {
  return new Promise((resolve, reject) => {
    const sent = Date.now();
    http
      .get(url + path, { agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => {
          const code = response.statusCode === 200 ? 'ok' : JSON.parse(text).code;
          answers.push({ code, sent, ms: performance.now() - due });
          resolve();
        });
      })
      .on('error', reject);
  });
}

async function closed(more) {
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      while (more()) await ask(agent);
      agent.destroy();
    }),
  );
}

async function open({ rate, seconds }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  await paced({ rate, seconds }, (_index, due) => ask(agent, due));
  agent.destroy();
}

async function stream() {
  const response = await new Promise((resolve, reject) => {
    http.get(url + path, { headers }, resolve).on('error', reject);
  });
  response.setEncoding('utf8');
  let rows = 0;
  let rest = '';
  for await (const chunk of response) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const row = JSON.parse(line);
      if (row.$end === undefined) rows += 1;
      else if (!row.$end.complete) throw new Error(line);
    }
  }
  return rows;
}

let running = true;
async function run() {
  const started = performance.now();
  let sent = 0;
  let rows;
  if (kind === 'closed') await closed(() => (sent += 1) <= options.count);
  else if (kind === 'open') await open(options);
  else if (kind === 'race') await closed(() => running);
  else rows = await stream();
  const seconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage();
  const latencies = answers.map(({ ms }) => ms).sort((left, right) => left - right);
  const out = {
    seconds,
    rows,
    total: answers.length,
    rate: (rows ?? answers.length) / seconds,
    allowed: answers.filter(({ code }) => code === 'ok').length,
    lastAllowed: Math.max(0, ...answers.filter(({ code }) => code === 'ok').map((answer) => answer.sent)),
    p50_ms: latencies[Math.floor(latencies.length / 2)],
    p99_ms: latencies[Math.floor(latencies.length * 0.99)],
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
}

process.stdin.on('data', (chunk) => {
  if (String(chunk).includes('stop')) running = false;
  else void run();
});
process.stdout.write('ready\n');
