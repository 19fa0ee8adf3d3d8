import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRUST_MEDIA_TYPE } from '@lianpiao/chaincode/domain';
import { lianpiao, LIANPIAO, runProgram, type CliResult } from '../support/cli';
import { stepOfRunbook } from '../support/runbook';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';
import { TestWitness } from '../support/witnesses';

/** A disaster, step by step, with the commands that docs/runbook.md gives for it. */
const auditor = new TestWitness('audit.example/witness', []);
let system: TestSystem;
let seller: { apiKey: string; till: string };
let paths: Record<string, string>;

/** Runs a step of the runbook with the values that an operator would put in. */
function step(name: string, values: Record<string, string> = {}): Promise<CliResult> {
  const script = `set -eu\nlianpiao() { node ${LIANPIAO} "$@"; }\n${stepOfRunbook(name)}`;
  return runProgram('bash', ['-c', script], { env: { ...process.env, ...system.env, ...paths, ...values } });
}

async function issue(orderReference?: string): Promise<{ status: number; text: string; body: { number: string; code: string } }> {
  const request = sale(seller.till, orderReference === undefined ? {} : { orderReference });
  return system.call<{ number: string; code: string }>('POST', '/v1/invoices', seller.apiKey, request);
}

async function sealed(size?: number): Promise<number> {
  let seen = 0;
  await services.until(async () => {
    const response = await fetch(`${system.url}/log/checkpoint`);
    seen = response.ok ? Number((await response.text()).split('\n')[1]) : 0;
    const { parts } = (await (await fetch(`${system.url}/readyz`)).json()) as { parts: { ledger: { length: number } } };
    return seen >= (size ?? parts.ledger.length);
  }, 'the witnessed checkpoint');
  return seen;
}

async function startGateway(data: string, more: Record<string, string> = {}): Promise<void> {
  const env = { ...system.env, LIANPIAO_DATA: data, ...more };
  const port = Number(new URL(system.url).port);
  system.gateway = await services.startGateway({ env, port, log: join(system.folder, 'gateway.log') });
}

async function start(data: string): Promise<void> {
  await startGateway(data);
  const env = { ...system.env, LIANPIAO_DATA: data };
  system.workers = await services.startWorkers({ env, log: join(system.folder, 'workers.log') });
}

async function loseEverything(data: string): Promise<void> {
  await Promise.all([system.gateway.kill(), system.workers.kill()]);
  rmSync(data, { recursive: true });
}

async function bundleOf(number: string, file: string): Promise<string> {
  const path = join(system.folder, file);
  let text = '';
  await services.until(async () => {
    const answer = await system.call('GET', `/v1/invoices/${number}/proof`, seller.apiKey);
    text = answer.text;
    return answer.status === 200;
  }, 'the proof');
  writeFileSync(path, text);
  return path;
}

const verify = (bundle: string): Promise<CliResult> => lianpiao(['verify', bundle, '--offline', '--trust', paths['TRUST']!]);

beforeAll(async () => {
  await auditor.start();
  await auditor.stop();
  const policy = join(auditor.folder, 'policy');
  writeFileSync(policy, `witness audit ${auditor.key.vkey} ${auditor.url}\nquorum audit\n`);
  system = await startSystem({ LIANPIAO_WITNESS_POLICY: policy });
  const vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
  auditor.logs = [vkey];
  await auditor.start();
  seller = await system.seller('corner-shop', TAX_IDS.seller);
  paths = {
    DATA: system.data,
    BACKUP: join(system.folder, 'backup'),
    KEYS: join(system.folder, 'keys-elsewhere'),
    NEW: join(system.folder, 'new'),
    POLICY: policy,
    GATEWAY: system.url,
    VKEY: vkey,
    STATE: join(system.folder, 'monitor.json'),
    TRUST: join(system.folder, 'trust.json'),
  };
  const trust = { mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: 'lianpiao.example/log', vkey }], witnesses: [], quorum: 0 };
  writeFileSync(paths['TRUST']!, JSON.stringify(trust));
});
afterAll(async () => {
  await system?.stop();
  await auditor.remove();
});

it('a pruned log serves no old tile; bundles that were handed out hold, and old invoices still get theirs', async () => {
  const lines = Array.from({ length: 300 }, () => JSON.stringify(sale(seller.till)));
  const headers = { authorization: `Bearer ${seller.apiKey}`, 'content-type': 'application/x-ndjson' };
  const batch = await fetch(`${system.url}/v1/invoices/batch`, { method: 'POST', headers, body: lines.join('\n') });
  const [first] = (await batch.text()).split('\n').map((line) => /"number":"(\d{20})"/.exec(line)?.[1]);
  const size = await sealed();
  const handedOut = await bundleOf(first!, 'before-pruning.lianpiao.json');
  expect((await step('monitor')).code).toBe(0);

  await system.gateway.stop();
  await startGateway(paths['DATA']!, { LIANPIAO_LOG_MINIMUM_INDEX: '300' });
  const statusOf = async (path: string): Promise<unknown> => {
    const response = await fetch(`${system.url}/log/tile/${path}`);
    return response.ok ? response.status : ((await response.json()) as { code: string }).code;
  };
  const width = String(size % 256);
  const answers = await Promise.all(
    ['0/000', 'entries/000', `0/001.p/${width}`, `entries/001.p/${width}`, '1/000.p/1'].map(statusOf),
  );
  expect(answers).toEqual(['LOG_PRUNED', 'LOG_PRUNED', 200, 200, 200]);
  expect((await verify(handedOut)).code).toBe(0);
  expect((await verify(await bundleOf(first!, 'after-pruning.lianpiao.json'))).code).toBe(0);
  await issue();
  await sealed();
  expect((await step('monitor')).code).toBe(0);
  await system.gateway.stop();
  await startGateway(paths['DATA']!);
}, 120_000);

it('the machine is lost: backup, restore, proof against the witness, and the same receipts and numbers [rows 001-002-003:B4]', async () => {
  const numbers: string[] = [];
  for (let count = 0; count < 12; count += 1) numbers.push((await issue()).body.number);
  const first = await issue('KEPT-1');
  await sealed();
  const bundle = await bundleOf(numbers[0]!, 'old.lianpiao.json');
  expect((await step('monitor')).code).toBe(0);

  const backedUp = await step('backup');
  expect([backedUp.code, backedUp.err]).toEqual([0, '']);
  await loseEverything(paths['DATA']!);
  const lostAt = performance.now();
  const restored = await step('restore');
  expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('PROVEN')]);
  expect((await step('verify')).code).toBe(0);
  await start(paths['NEW']!);
  console.log(`from the loss to serving: ${(performance.now() - lostAt).toFixed(0)} ms`);

  // The same request gets its first answer, the next one the next number.
  const again = await issue('KEPT-1');
  expect([again.status, again.text]).toEqual([200, first.text]);
  const next = await issue();
  expect([next.status, BigInt(next.body.number)]).toEqual([201, BigInt(first.body.number) + 1n]);
  await sealed();
  // Whoever watched before goes on watching: it is the same log.
  const watched = await step('monitor');
  expect([watched.code, watched.out]).toEqual([0, expect.stringContaining('OK')]);
  expect((await verify(bundle)).code).toBe(0);
  expect((await verify(await bundleOf(next.body.number, 'new.lianpiao.json'))).code).toBe(0);
}, 180_000);

it('an older backup is named as such, shows what it has, and issues nothing', async () => {
  const data = paths['NEW']!;
  // The backup of the first disaster: what was issued since is not in it.
  await loseEverything(data);
  const restored = await step('restore');
  expect([restored.code, restored.out]).toEqual([
    1,
    expect.stringMatching(/BEHIND[^]*audit\.example\/witness has seen \d+: \d+ are missing/),
  ]);
  await start(data);
  const refused = await issue();
  expect([refused.status, refused.body.code]).toEqual([503, 'LEDGER_HELD']);
  const ready = await system.call<{ parts: { ledger: object } }>('GET', '/readyz');
  expect([ready.status, ready.body.parts.ledger]).toEqual([503, expect.objectContaining({ ready: false })]);
  // Without a restart: the hold is gone once somebody has accepted the loss.
  expect((await lianpiao(['ledger', 'accept-loss', '--data', data, '--reason', 'rehearsed'])).code).toBe(0);
  expect((await issue()).status).toBe(201);
  expect((await system.call('GET', '/v1/invoices?limit=1', seller.apiKey)).status).toBe(200);
}, 120_000);
