import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, parseNote, parseTlogProof, type Bundle } from '@lianpiao/chaincode/domain';
import { LIANPIAO, lianpiao, succeed } from '../support/cli';
import { LOG_ORIGIN } from '../support/embedded';
import { sale, TAX_IDS } from '../support/sales';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';
import { services, startSystem, type TestSystem } from '../support/system';

const SUCCESSOR = 'lianpiao.example/log/2';
const WITNESS = 'audit.example/witness';

describe('an instance whose log is closed while it sells [rows 001-002-003:B2]', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-shards-'));
  const at = (name: string): string => join(folder, name);
  let second: SecondVerifier;
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let witness: ChildProcess;

  async function publish(name: string, ...words: string[]): Promise<void> {
    writeFileSync(at(name), await succeed('trust', 'draft', '--data', system.data, '--origin', LOG_ORIGIN, ...words));
    await succeed('trust', 'sign', at(name), '--key', at('root.pem'));
    await succeed('trust', 'publish', at(name), '--data', system.data);
  }
  const monitor = async (): Promise<{ result: string; from: number; size: number }> => {
    const words = ['log', 'monitor', '--log', `${system.url}/log`, '--trust', at('held.json'), '--state', at('state.json')];
    return JSON.parse(await succeed(...words, '--once', '--json')) as { result: string; from: number; size: number };
  };
  const update = (): Promise<string> => succeed('trust', 'update', '--trust', at('held.json'), '--gateway', system.url);
  const issue = async (): Promise<string> => {
    const { status, body } = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
    if (status !== 201) throw new Error(`status ${String(status)}`);
    return body.number;
  };
  /** The bundle of an invoice, kept in a file; returns the origin of its log. */
  const keep = async (name: string, number: string): Promise<string> => {
    let bundle: Bundle | undefined;
    await services.until(async () => {
      const { status, body } = await system.call<Bundle>('GET', `/v1/invoices/${number}/proof`, seller.apiKey);
      if (status === 200) bundle = body;
      return status === 200;
    }, 'the proof');
    writeFileSync(at(name), JSON.stringify(bundle));
    return parseCheckpoint(parseNote(parseTlogProof(bundle!.proof).checkpoint).text).origin;
  };

  beforeAll(async () => {
    second = buildSecondVerifier();
    const root = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(at('root.pem'), root, { mode: 0o600 });
    const port = await services.freePort();
    const vkey = await succeed('witness', 'vkey', '--state', at('witness'), '--name', WITNESS);
    writeFileSync(at('policy'), `witness auditor ${vkey.trim()} http://127.0.0.1:${String(port)}\nquorum auditor\n`);
    system = await startSystem({ LIANPIAO_WITNESS_POLICY: at('policy') });
    await publish('1.json', '--root', at('root.pem'), '--policy', at('policy'), '--quorum', '1');
    writeFileSync(at('held.json'), readFileSync(at('1.json')));
    const words = ['--state', at('witness'), '--name', WITNESS, '--trust', at('held.json'), '--port', String(port)];
    witness = spawn(process.execPath, [LIANPIAO, 'witness', 'serve', ...words], { stdio: 'ignore' });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    witness.kill('SIGTERM');
    await system.stop();
    second.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sells on; bundles of both logs verify in both verifiers; witness and monitor follow into the successor', async () => {
    const early = await issue();
    expect(await keep('before.json', early)).toBe(LOG_ORIGIN);
    expect(await monitor()).toMatchObject({ result: 'ok', from: 0 });

    let [sold, going] = [0, true];
    const failed: unknown[] = [];
    const selling = (async (): Promise<void> => {
      while (going) await issue().then(() => (sold += 1), (error: unknown) => failed.push(error)); // prettier-ignore
    })();
    await succeed('log', 'successor', SUCCESSOR, '--data', system.data, '--origin', LOG_ORIGIN);
    await publish('2.json');
    await update();
    const closed = await succeed('log', 'close', '--data', system.data, '--origin', LOG_ORIGIN, '--reason', 'a new year');
    const last = Number(/at size (\d+)/.exec(closed)?.[1]);
    expect(await keep('after.json', await issue())).toBe(SUCCESSOR);
    // Before the trust file says where the first log ended, and after it.
    expect((await monitor()).size).toBeGreaterThan(last);
    await publish('3.json');
    await update();
    going = false;
    await selling;
    console.log(`${String(sold)} invoices while the log was closed at ${String(last)}, ${String(failed.length)} failed`);
    expect({ failed, enough: sold > 20 }).toEqual({ failed: [], enough: true });

    expect(await keep('again.json', early)).toBe(SUCCESSOR);
    const files = ['before.json', 'after.json', 'again.json'].map((name) => ({ trust: at('held.json'), file: at(name) }));
    const ours = files.map(({ file, trust }) => lianpiao(['verify', file, '--offline', '--trust', trust]));
    expect((await Promise.all(ours)).map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(second.judge(files).verdicts.map(({ result }) => result)).toEqual(['valid', 'valid', 'valid']);
    // Who knows the first log alone can tell nothing of the second.
    expect((await lianpiao(['verify', at('after.json'), '--offline', '--trust', at('1.json')])).code).toBe(2);
    expect(await monitor()).toMatchObject({ result: 'ok' });
    const { logs } = JSON.parse(readFileSync(at('held.json'), 'utf8')) as { logs: { origin: string; last?: { size: number } }[] };
    expect(logs.map(({ origin, last: end }) => [origin, end?.size])).toEqual([
      [LOG_ORIGIN, last],
      [SUCCESSOR, undefined],
    ]);
  }, 120_000);

  it('then verifies as a whole, has nothing to reconcile, and a backup of it is proven by the witness', async () => {
    await succeed('ledger', 'verify', '--data', system.data);
    await services.until(async () => {
      const { body } = await system.call<{ height: number; ledger: number }>('GET', '/v1/reconciliation', system.bureauKey);
      return body.height === body.ledger;
    }, 'reconciliation');
    const { body } = await system.call<{ items: unknown[] }>('GET', '/v1/reconciliation/findings', system.bureauKey);
    expect(body.items).toEqual([]);
    await services.until(async () => (await monitor()).size > 0, 'a look');
    await succeed('backup', at('copy'), '--data', system.data, '--keys', at('copy-keys'));
    const words = ['--keys', at('copy-keys'), '--data', at('restored'), '--origin', LOG_ORIGIN, '--witness-policy', at('policy')];
    const done = await lianpiao(['restore', at('copy'), ...words]);
    expect([done.code, done.out]).toEqual([
      0,
      expect.stringMatching(/PROVEN[^]*✓ audit\.example\/witness has seen \d+: the same/),
    ]);
  });
});
