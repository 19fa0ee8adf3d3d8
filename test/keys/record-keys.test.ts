import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecretKey } from 'node:crypto';
import { openChunk, type PayloadChunk } from '../../gateway/src/stores/payload-chunk';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { startCornerShop, type CornerShop } from '../support/corner-shop';
import { services } from '../support/system';

const CLI = resolve(__dirname, '../../gateway/bin/lianpiao.js');
const BEFORE = 400;
const PAUSE_MS = 4;

describe('the key of the records is changed under load', () => {
  let system: CornerShop['system'];
  let seller: CornerShop['seller'];
  let issue: CornerShop['issue'];

  beforeAll(async () => {
    ({ system, seller, issue } = await startCornerShop());
  });
  afterAll(() => system.stop());

  function rotate(...words: string[]): Promise<{ code: number; out: string }> {
    const child = spawn(process.execPath, [CLI, 'secrets', 'rotate-records', '--data', system.data, ...words], {
      env: { ...process.env, ...system.env },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
    return new Promise((done) => child.on('close', (code) => done({ code: code ?? -1, out })));
  }

  it('without a failed request; old records stay readable, and nothing is under the old key', async () => {
    const folder = join(system.data, 'keys');
    const oldKey = createSecretKey(readFileSync(join(folder, 'payload.key')));
    const numbers: string[] = [];
    for (let count = 0; count < BEFORE; count += 20) {
      const issued = await Promise.all(Array.from({ length: 20 }, issue));
      numbers.push(...issued.map(({ number }) => number));
    }
    let rotating = true;
    const failed: string[] = [];
    const during: string[] = [];
    const load = (async (): Promise<void> => {
      while (rotating) {
        const [made, read] = await Promise.all([
          issue(),
          system.call('GET', `/v1/invoices/${numbers[during.length % numbers.length]!}`, seller.apiKey),
        ]);
        if (made.status !== 201) failed.push(`issue ${String(made.status)}`);
        if (read.status !== 200) failed.push(`read ${String(read.status)}`);
        during.push(made.number);
        await pause(PAUSE_MS);
      }
    })();
    const { code, out } = await rotate();
    rotating = false;
    await load;
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 older keys were removed') });
    expect(failed).toEqual([]);
    expect(during.length).toBeGreaterThan(5);

    expect(readdirSync(folder).filter((name) => name.startsWith('payload'))).toEqual(['payload-1.key']);
    const newKey = createSecretKey(readFileSync(join(folder, 'payload-1.key')));
    const database = new SqliteDatabase(join(system.data, 'payloads.db'), { readonly: true });
    const chunks = database.prepare('SELECT first, count, data FROM chunks').all() as PayloadChunk[];
    database.close();
    expect(chunks.length).toBeGreaterThan(10);
    for (const chunk of chunks) {
      expect(() => openChunk(oldKey, chunk)).toThrow();
      expect(openChunk(newKey, chunk)).toHaveLength(chunk.count);
    }

    // Processes that start now know the new key alone, and read what was written before it.
    const { env } = system;
    await system.gateway.stop();
    await system.workers.stop();
    system.gateway = await services.startGateway({ env, port: Number(env['LIANPIAO_PORT']), log: system.gateway.log });
    system.workers = await services.startWorkers({ env, log: system.workers.log });
    for (const number of [...numbers.slice(0, 10), ...during.slice(-10)]) {
      expect((await system.call('GET', `/v1/invoices/${number}`, seller.apiKey)).status).toBe(200);
    }
    const verify = spawn(process.execPath, [CLI, 'ledger', 'verify', '--data', system.data], { stdio: 'ignore' });
    expect(await new Promise((done) => verify.on('close', done))).toBe(0);
    const findings = await system.call<{ items: unknown[] }>('GET', '/v1/reconciliation/findings?open=true', system.bureauKey);
    expect(findings.body.items).toEqual([]);
  }, 120_000);

  it('goes on after an interruption, and may keep the old key', async () => {
    expect(await rotate('--keep-old')).toMatchObject({ code: 0 });
    const keys = (): string[] =>
      readdirSync(join(system.data, 'keys'))
        .filter((name) => name.startsWith('payload'))
        .sort();
    expect(keys()).toEqual(['payload-1.key', 'payload-2.key']);
    expect(await rotate('--resume')).toMatchObject({ code: 0, out: expect.stringContaining('0 chunks') });
    expect(keys()).toEqual(['payload-2.key']);
    expect((await issue()).status).toBe(201);
  });
});
