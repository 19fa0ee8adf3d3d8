import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sale, TAX_IDS } from '../support/sales';
import { SoftToken } from '../support/soft-token';
import { services, startSystem, type TestSystem } from '../support/system';

const ROOT = resolve(__dirname, '../..');
const CLI = join(ROOT, 'gateway/bin/lianpiao.js');
const CANARY = {
  buyer: '金丝雀买方有限公司',
  address: '金丝雀大道七号',
  item: '*谷物*金丝雀米',
  reference: 'ORDER-CANARY-1',
  note: 'CANARY NOTE',
  net: '98765432.11',
  gross: '107654320.99',
  /** The same in hundredths, as sums are kept. */
  netUnits: '9876543211',
};

/** Files below a folder that hold one of these words, with the words. */
function filesWith(folder: string, words: readonly (Buffer | string)[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const hits = words.filter((word) => bytes.includes(word));
    if (hits.length > 0) found.push(`${entry.name}: ${hits.map((hit) => (Buffer.isBuffer(hit) ? 'key' : hit)).join(', ')}`);
  }
  return found;
}

describe('whoever copies the disk', () => {
  const token = new SoftToken();
  let system: TestSystem;
  let seller: { apiKey: string; till: string };

  const lianpiao = (...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], {
      env: { ...process.env, ...system.env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

  async function stop(): Promise<void> {
    await system.gateway.stop();
    await system.workers.stop();
  }
  async function start(): Promise<void> {
    const { env } = system;
    system.gateway = await services.startGateway({ env, port: Number(env['LIANPIAO_PORT']), log: system.gateway.log });
    system.workers = await services.startWorkers({ env, log: system.workers.log });
  }

  const request = (orderReference: string): object => ({
    ...sale(seller.till, { orderReference, note: CANARY.note }),
    buyer: { name: CANARY.buyer, taxId: TAX_IDS.third, address: CANARY.address },
    lines: [{ name: CANARY.item, net: CANARY.net, rate: '0.09', tax: '8888888.88' }],
    totals: { net: CANARY.net, tax: '8888888.88', gross: CANARY.gross },
  });

  async function sellAndReport(suffix: string): Promise<void> {
    expect(await system.call('POST', '/v1/invoices', seller.apiKey, request(CANARY.reference + suffix))).toMatchObject({
      status: 201,
    });
    const paid = { ...request(`${CANARY.reference}-SALE${suffix}`), buyer: undefined, payment: { reference: 'CANARY-PAY' } };
    expect(await system.call('POST', '/v1/sales', seller.apiKey, paid)).toMatchObject({ status: 201 });
    await services.until(async () => {
      const { body } = await system.call<{
        parts: { ledger: { length: number }; index: { height: number }; log: { size: number } };
      }>('GET', '/readyz');
      return body.parts.index.height === body.parts.ledger.length && body.parts.log.size === body.parts.ledger.length;
    }, 'index and log');
  }

  beforeAll(async () => {
    system = await startSystem(token.settings);
    seller = await system.seller('corner-shop', TAX_IDS.seller, { name: '金丝雀商店' });
  });
  afterAll(async () => {
    await system?.stop();
    token.remove();
  });

  it('reads no name, taxpayer id, amount, reference or key in it, also of what was written before it was encrypted [rows 000-004:E2]', async () => {
    const words = [
      ...Object.values(CANARY),
      TAX_IDS.third,
      TAX_IDS.seller,
      '金丝雀商店',
      'CANARY-PAY',
      seller.apiKey.slice(-43),
      'PRIVATE KEY',
    ];
    await sellAndReport('');
    await stop();
    // What the databases hold for lists, sums and limits is there in clear until they are encrypted: the search finds it.
    expect(filesWith(system.folder, words).join('\n')).toContain(TAX_IDS.third);
    lianpiao('secrets', 'encrypt-databases', '--data', system.data);
    await start();
    await sellAndReport('B');
    const list = await system.call<{ items: unknown[] }>(
      'GET',
      `/v1/invoices/search?buyerTaxId=${TAX_IDS.third}&least=${CANARY.gross}`,
      seller.apiKey,
    );
    expect([list.status, list.body.items.length]).toEqual([200, 2]);
    await stop();
    expect(filesWith(system.folder, [...words, ...keysOf(system, token)])).toEqual([]);
    expect(lianpiao('ledger', 'verify', '--data', system.data)).toMatch(/^OK /);
    await start();
  }, 120_000);

  it('cannot open the databases without the key', () => {
    const probe = `const { SqliteDatabase } = require(${JSON.stringify(join(ROOT, 'gateway/dist/stores/sqlite-driver.js'))});
      for (const name of ['index.db', 'sales.db', 'statistics.db', 'reconciliation.db', 'books.db', 'access.db', 'webhooks.db']) {
        try { new SqliteDatabase(${JSON.stringify(system.data)} + '/' + name, { readonly: true }).prepare('SELECT count(*) FROM sqlite_master').get(); console.log(name); }
        catch (error) { if (error.code !== 'SQLITE_NOTADB') console.log(name, error.code); }
      }`;
    expect(spawnSync(process.execPath, ['-e', probe], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
  });
});

/** The secrets of an instance, as bytes and as text, read through its token: what a disk must not hold. */
function keysOf(system: TestSystem, token: SoftToken): (Buffer | string)[] {
  const script = `const { installKeys } = require(${JSON.stringify(join(ROOT, 'gateway/dist/crypto/key-settings.js'))});
    const { readSecret } = require(${JSON.stringify(join(ROOT, 'gateway/dist/crypto/keys.js'))}); const fs = require('node:fs');
    installKeys({ kind: 'pkcs11', module: ${JSON.stringify(token.module)}, token: ${JSON.stringify(token.label)}, pinFile: ${JSON.stringify(token.pinFile)} });
    const folder = ${JSON.stringify(join(system.data, 'keys'))};
    console.log(JSON.stringify(fs.readdirSync(folder).filter((name) => name.endsWith('.key')).map((name) => readSecret(folder + '/' + name).toString('hex'))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    env: { ...process.env, ...token.library },
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const keys = JSON.parse(stdout) as string[];
  expect(keys.length).toBeGreaterThanOrEqual(5);
  return keys.flatMap((hex) => [Buffer.from(hex, 'hex'), hex]);
}
