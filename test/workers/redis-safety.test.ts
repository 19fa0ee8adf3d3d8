import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { refuseUnsafeRedis } from '../../workers/src/redis';
import { recordFault } from '../support/fault-records';
import { services, type Service } from '../support/system';

describe('workers and an unsafe Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-redis-'));
  let server: Service & { url: string };
  let redis: Redis;
  beforeAll(async () => {
    server = await services.startRedis({ folder, port: await services.freePort() });
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    await redis.config('SET', 'appendonly', 'yes');
  });

  it('accept one that evicts nothing and keeps an append-only file', async () => {
    await expect(refuseUnsafeRedis(redis)).resolves.toBeUndefined();
  });

  it.each([
    ['maxmemory-policy', 'allkeys-lru'],
    ['appendonly', 'no'],
  ])('refuse to start when %s is %s, and say so', async (setting, value) => {
    await redis.config('SET', setting, value);
    await expect(refuseUnsafeRedis(redis)).rejects.toThrow(`${setting} ${value}`);
    const env = { ...process.env, REDIS_URL: server.url, LIANPIAO_DATA: join(folder, 'data') };
    const worker = spawn(process.execPath, ['workers/dist/main.js'], { cwd: join(__dirname, '../..'), env });
    let output = '';
    const started = performance.now();
    worker.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise((resolve) => worker.on('close', resolve));
    expect(code).toBe(1);
    expect(output).toContain(`${setting} ${value}`);
    recordFault({
      fault: `a Redis with ${setting} ${value}`,
      ledger: 'any',
      code: 'workers do not start',
      part: 'queue',
      cause: 'dangerous setting',
      place: setting,
      repair: 'set it as the runbook says',
      ms: performance.now() - started,
    });
  });
});
