import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';
import { readinessOf, type ReadinessParts } from '../../gateway/src/readiness';

interface Ready {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, { readonly ready: boolean }>>;
}

function unready({ parts }: Ready): string[] {
  return Object.entries(parts).flatMap(([name, part]) => (part.ready ? [] : [name]));
}

describe('readiness', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };

  beforeAll(async () => {
    system = await startSystem();
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    await system.stop();
  });

  const look = async (): Promise<Ready & { status: number }> => {
    const { status, body } = await system.call<Ready>('GET', '/readyz');
    return { status, ...body };
  };
  const issue = async (): Promise<number> => (await system.call('POST', '/v1/invoices', seller.apiKey, sale(seller.till))).status;
  const becomes = (wanted: readonly string[], deadlineMs = 60_000): Promise<void> =>
    services.until(
      async () => JSON.stringify(unready(await look())) === JSON.stringify(wanted),
      wanted.join() || 'ready',
      deadlineMs,
    );

  it('is there when all is there, and stays while the log is idle and a new entry comes', async () => {
    await becomes([]);
    expect((await look()).status).toBe(200);
    expect(await issue()).toBe(201);
    // Not even for the moment until the entry is sealed: the last checkpoint is old, the wait is not.
    for (let count = 0; count < 20; count += 1) expect(unready(await look())).toEqual([]);
  });

  it('names Redis while it is away, and issuing goes on', async () => {
    const port = Number(new URL(system.env['REDIS_URL']!).port);
    await system.redis.stop();
    await services.until(async () => unready(await look()).includes('redis'), 'redis named');
    expect((await look()).status).toBe(503);
    expect(await issue()).toBe(201);
    system.redis = await services.startRedis({ folder: join(system.folder, 'redis'), port });
    await becomes([]);
  });

  it('names the log when the workers are gone and entries wait, and then the workers', async () => {
    await system.workers.kill();
    expect(await issue()).toBe(201);
    await becomes(['log']);
    await becomes(['log', 'workers']);
    system.workers = await services.startWorkers({ env: system.env, log: system.workers.log });
    await becomes([]);
  }, 120_000);
});

describe('readiness on a disk that fills up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-full-'));

  beforeAll(() => {
    // A disk of its own, small enough to be filled: a file system in memory.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', folder]);
  });
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  it('names the disk before nothing can be written any more', () => {
    const parts = {
      clock: () => 0,
      startedAt: 0,
      config: { dataFolder: folder },
      following: () => true,
      ledger: { length: () => 0, read: () => [] },
      index: { height: () => 0 },
      log: { latest: () => undefined },
      reconciliation: { fact: () => undefined },
      redis: { status: 'ready' },
    } as unknown as ReadinessParts;
    expect(unready(readinessOf(parts))).toEqual([]);
    const file = openSync(join(folder, 'filler'), 'w');
    writeSync(file, Buffer.alloc(20 * 1024 * 1024));
    closeSync(file);
    expect(unready(readinessOf(parts))).toEqual(['disk']);
    expect(readinessOf(parts).parts.disk.freeBytes).toBeLessThan(64 * 1024 * 1024);
  });
});
