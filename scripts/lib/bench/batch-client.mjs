/**
 * Sends NDJSON batches in a process of its own and reports what came back.
 * Input (first argument, JSON): url, jobs: [{apiKey, file}], connections.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';

const { url, jobs, connections } = JSON.parse(process.argv[2]);
const bodies = jobs.map(({ apiKey, file }) => ({ apiKey, body: readFileSync(file) }));
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

/** Counts answers by status without parsing each: every line starts with {"line":N,"status":S. */
function post({ apiKey, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/v1/invoices/batch`, {
      method: 'POST',
      agent,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson', 'content-length': body.length },
    });
    let [lines, created, repeated, rest] = [0, 0, 0, ''];
    request.on('response', (response) => {
      response.setEncoding('latin1');
      response.on('data', (chunk) => {
        rest += chunk;
        let start = 0;
        for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
          lines += 1;
          const status = rest.slice(rest.indexOf(',', start) + 1).slice(0, 12);
          if (status === '"status":201') created += 1;
          else if (status === '"status":200') repeated += 1;
          else if (lines - created - repeated < 3) process.stderr.write(`${rest.slice(start, start + 300)}\n`);
          start = end + 1;
        }
        rest = rest.slice(start);
      });
      response.on('end', () => resolve({ lines, created, repeated }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

process.stdin.once('data', async () => {
  const started = process.hrtime.bigint();
  const queue = bodies.slice();
  let [lines, created, repeated] = [0, 0, 0];
  const work = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const result = await post(job);
      lines += result.lines;
      created += result.created;
      repeated += result.repeated;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const cpu = process.cpuUsage();
  process.stdout.write(
    `${JSON.stringify({ lines, created, repeated, seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 })}\n`,
    () => process.exit(0),
  );
});
process.stdout.write('ready\n');
