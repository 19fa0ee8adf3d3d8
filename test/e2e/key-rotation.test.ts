import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNote, parseTlogProof, type Bundle } from '@lianpiao/chaincode/domain';
import { LIANPIAO, lianpiao, succeed } from '../support/cli';
import { LOG_ORIGIN } from '../support/embedded';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const OVERLAP_MS = 6000;
const WITNESS = 'audit.example/witness';
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('an instance whose log changes its key while it sells [rows 001-002-003:B2]', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-rotation-'));
  const at = (name: string): string => join(folder, name);
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let witness: ChildProcess;
  const failed: unknown[] = [];
  let answered = 0;
  let ending = false;

  async function publish(name: string, ...words: string[]): Promise<void> {
    writeFileSync(at(name), await succeed('trust', 'draft', '--data', system.data, '--origin', LOG_ORIGIN, ...words));
    await succeed('trust', 'sign', at(name), '--key', at('root.pem'));
    await succeed('trust', 'publish', at(name), '--data', system.data);
  }

  beforeAll(async () => {
    const root = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(at('root.pem'), root, { mode: 0o600 });
    const port = await services.freePort();
    const vkey = await succeed('witness', 'vkey', '--state', at('witness'), '--name', WITNESS);
    writeFileSync(at('policy'), `witness auditor ${vkey.trim()} http://127.0.0.1:${String(port)}\nquorum auditor\n`);
    system = await startSystem({ LIANPIAO_WITNESS_POLICY: at('policy') });
    await publish('1.json', '--root', at('root.pem'), '--policy', at('policy'), '--quorum', '1');
    writeFileSync(at('held.json'), readFileSync(at('1.json')));
    const words = [
      'witness',
      'serve',
      '--state',
      at('witness'),
      '--name',
      WITNESS,
      '--trust',
      at('held.json'),
      '--port',
      String(port),
    ];
    witness = spawn(process.execPath, [LIANPIAO, ...words], { stdio: 'ignore' });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    ending = true;
    witness.kill('SIGTERM');
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks again and again, and keeps whatever is no success. */
  async function load([ask, pauseMs]: readonly [() => Promise<{ status: number }>, number]): Promise<void> {
    while (!ending) {
      try {
        const { status } = await ask();
        if (status >= 200 && status < 300) answered += 1;
        else failed.push(status);
      } catch (error) {
        failed.push(error);
      }
      await pause(pauseMs);
    }
  }

  const issue = (): Promise<{ status: number; body: { number: string } }> =>
    system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
  const bundleOf = async (number: string): Promise<Bundle> => {
    let answer = { status: 0, body: {} as Bundle };
    await services.until(async () => {
      answer = await system.call<Bundle>('GET', `/v1/invoices/${number}/proof`, seller.apiKey);
      return answer.status === 200;
    }, 'the proof');
    return answer.body;
  };
  /** A new invoice's bundle, kept in a file. */
  const keep = async (name: string): Promise<string[]> => {
    const bundle = await bundleOf((await issue()).body.number);
    writeFileSync(at(name), JSON.stringify(bundle));
    return parseNote(parseTlogProof(bundle.proof).checkpoint)
      .signatures.filter((line) => line.name === LOG_ORIGIN)
      .map(({ keyId }) => keyId);
  };
  const verify = async (name: string, trust: string): Promise<number | null> =>
    (await lianpiao(['verify', at(name), '--offline', '--trust', at(trust)])).code;

  it('answers every request, and bundles of before, of the change-over and of after verify [rows 000-004:E3]', async () => {
    const [first] = await keep('before.json');
    const get = (path: string) => async (): Promise<{ status: number }> => {
      const response = await fetch(system.url + path);
      await response.text();
      return response;
    };
    const proof = async (): Promise<{ status: number }> => ({
      status: (await bundleOf((await issue()).body.number)) ? 200 : 500,
    });
    // Who asks without a key is limited to 6,000 requests a minute.
    const open = ['/log/checkpoint', '/log/vkey', '/v1/trust'].map((path) => [get(path), 100] as const);
    const loads = [[issue, 5] as const, [issue, 5] as const, [proof, 5] as const, ...open].map(load);
    await pause(1000);
    const rotatedAt = Date.now();
    const second = (
      await succeed('keys', 'rotate', 'log', '--data', system.data, '--origin', LOG_ORIGIN, '--overlap', '6s')
    ).split('+')[1];
    const during = await keep('during.json');
    await publish('2.json');
    // Before it takes the new version, a holder goes on with the old key's signature.
    expect(await verify('during.json', 'held.json')).toBe(0);
    await succeed('trust', 'update', '--trust', at('held.json'), '--gateway', system.url);
    await pause(Math.max(0, rotatedAt + OVERLAP_MS + 1500 - Date.now()));
    const after = await keep('after.json');
    await pause(500);
    ending = true;
    await Promise.all(loads);
    console.log(`${String(answered)} requests answered while the key changed, ${String(failed.length)} failed`);
    expect({ failed, enough: answered > 100 }).toEqual({ failed: [], enough: true });

    expect([during, after]).toEqual([[first, second], [second]]);
    for (const name of ['before.json', 'during.json', 'after.json'])
      expect([name, await verify(name, 'held.json')]).toEqual([name, 0]);
    expect(await verify('after.json', '1.json')).toBe(1);
    expect((await (await fetch(`${system.url}/log/vkey`)).text()).split('+')[1]).toBe(second);
  }, 120_000);

  it('then has a whole ledger, a log that a monitor finds right, and nothing to reconcile', async () => {
    await succeed('ledger', 'verify', '--data', system.data);
    const words = ['log', 'monitor', '--log', `${system.url}/log`, '--once', '--json'];
    expect(JSON.parse(await succeed(...words, '--trust', at('held.json')))).toMatchObject({ result: 'ok' });
    expect((await lianpiao([...words, '--trust', at('1.json')])).code).toBe(1);
    await services.until(async () => {
      const { body } = await system.call<{ height: number; ledger: number }>('GET', '/v1/reconciliation', system.bureauKey);
      return body.height === body.ledger;
    }, 'reconciliation');
    const { body } = await system.call<{ items: unknown[] }>('GET', '/v1/reconciliation/findings', system.bureauKey);
    expect(body.items).toEqual([]);
  });
});
