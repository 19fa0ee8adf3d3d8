/** Yardstick: the same query by `pg` and nothing else. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { services } from './instance.mjs';

const { Client } = createRequire(path.join(services.ROOT, 'gateway/package.json'))('pg');
const { url, text, values } = JSON.parse(process.argv[2]);
const client = new Client(url);
await client.connect();

process.stdin.once('data', async () => {
  const started = performance.now();
  const { rows } = await client.query(text, values);
  const seconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage();
  const out = { rows: rows.length, seconds, rate: rows.length / seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 };
  process.stdout.write(`${JSON.stringify(out)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
