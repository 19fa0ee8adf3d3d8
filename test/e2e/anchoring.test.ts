import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  TRUST_MEDIA_TYPE,
  type Bundle,
  type Checkpoint,
} from '@lianpiao/chaincode/domain';
import { deployAnchor, EthersAnchorReader, hashOrigin, parseAddress, type Address } from '@lianpiao/contracts';
import { Wallet } from 'ethers';
import { ANVIL_CHAIN_ID, startAnvil, type Anvil } from '../support/anvil';
import { lianpiao } from '../support/cli';
import { LOG_ORIGIN } from '../support/embedded';
import { startRpcProxy, type RpcProxy } from '../support/rpc-proxy';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Anchor {
  readonly size: number;
  readonly root: string;
  readonly transaction: string;
}
interface Status {
  readonly newest: Anchor | null;
  readonly alarms: readonly { readonly code: string; readonly closedAt: string | null }[];
}

const LOOK_MS = 100;

describe('an invoice gains its anchor by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-anchors-'));
  const trustFile = join(folder, 'trust.json');
  let anvil: Anvil;
  let rpc: RpcProxy;
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let contract: Address;

  beforeAll(async () => {
    anvil = await startAnvil();
    rpc = await startRpcProxy(anvil.url);
    contract = await deploy();
    writeFileSync(join(folder, 'anchor.key'), `${anvil.privateKey(1)}\n`, { mode: 0o600 });
    system = await startSystem({
      LIANPIAO_ANCHOR_RPC_URL: rpc.url,
      LIANPIAO_ANCHOR_CHAIN_ID: String(ANVIL_CHAIN_ID),
      LIANPIAO_ANCHOR_CONTRACT: contract,
      LIANPIAO_ANCHOR_KEY_FILE: join(folder, 'anchor.key'),
      LIANPIAO_ANCHOR_INTERVAL_MS: '200',
      LIANPIAO_ANCHOR_LOOK_MS: String(LOOK_MS),
    });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    const vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    const logs = [{ origin: LOG_ORIGIN, vkey }];
    const anchors = [{ chainId: Number(ANVIL_CHAIN_ID), contract }];
    writeFileSync(trustFile, JSON.stringify({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0, anchors }));
    await anvil.request('evm_setIntervalMining', 1);
  });
  afterAll(async () => {
    await system?.stop();
    await rpc?.stop();
    await anvil?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function deploy(): Promise<Address> {
    const fees = { maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
    const deployment = await deployAnchor({
      ...{ rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: anvil.privateKey(0), nonce: 0, fees },
      ...{ publisher: parseAddress(new Wallet(anvil.privateKey(1)).address)!, origins: [hashOrigin(LOG_ORIGIN)] },
    });
    return deployment.contract;
  }

  async function proofOf(number: string): Promise<Bundle> {
    return (await system.call<Bundle>('GET', `/v1/invoices/${number}/proof`, seller.apiKey)).body;
  }
  async function status(query = ''): Promise<Status> {
    return (await system.call<Status>('GET', `/v1/anchors/status${query}`, system.bureauKey)).body;
  }
  const checkpointOf = (bundle: Bundle): Checkpoint => parseCheckpoint(parseNote(parseTlogProof(bundle.proof).checkpoint).text);
  function keep(name: string, bundle: Bundle): string {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(bundle));
    return file;
  }

  let number: string;
  let bundle: Bundle;
  let file: string;

  it('without anybody doing anything, under exactly the anchored checkpoint [rows 001-002-003:B2,B4]', async () => {
    const issued = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
    expect(issued.status).toBe(201);
    ({ number } = issued.body);
    // A proof that is not ready on a busy machine is asked for again, as its answer says.
    await services.until(async () => ((bundle = await proofOf(number)).anchors ?? []).length > 0, 'the anchor', 60_000);
    const [pointer] = bundle.anchors;
    const reader = new EthersAnchorReader({ rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, contract });
    const inclusion = await reader.inclusion(pointer!.transaction as never);
    reader.close();
    const { origin, size, root } = checkpointOf(bundle);
    expect(origin).toBe(LOG_ORIGIN);
    expect(inclusion).toMatchObject({
      state: 'included',
      block: { number: BigInt(pointer!.block) },
      events: [{ origin: hashOrigin(origin), size: BigInt(size), root }],
    });
    expect(pointer).toMatchObject({ chainId: Number(ANVIL_CHAIN_ID), contract });
    file = keep('good.lianpiao.json', bundle);
  });

  it('and stays valid offline, with the anchor not counting', async () => {
    const { code, out } = await lianpiao(['verify', file, '--offline', '--trust', trustFile]);
    expect(code).toBe(0);
    expect(out).toMatch(/- anchors /);
  });

  it('which anybody can look up at a node [rows 001-002-003:B2]', async () => {
    const { code, out } = await lianpiao(['verify', file, '--rpc', anvil.url, '--trust', trustFile]);
    expect(out).toMatch(/\+ anchors {4}Anchored in block \d+, \d+ deep/);
    expect(code).toBe(0);
    const named = await lianpiao([
      'verify',
      file,
      '--rpc',
      anvil.url,
      '--trust',
      trustFile,
      '--contract',
      contract.toLowerCase(),
      '--json',
    ]);
    expect(JSON.parse(named.out)).toMatchObject({ result: 'valid', files: [{ result: 'valid', anchored: true }] });
  });

  it.each<[string, (good: Bundle) => Bundle, string[], string]>([
    ['without a pointer', (good) => ({ ...good, anchors: [] }), [], 'ANCHOR_MISSING'],
    ['in a contract that nobody named', (good) => good, ['--contract', `0x${'d'.repeat(40)}`], 'ANCHOR_UNTRUSTED'],
    ['in another block', (good) => ({ ...good, anchors: [{ ...good.anchors[0]!, block: 1 }] }), [], 'ANCHOR_WRONG'],
    [
      'in no transaction',
      (good) => ({ ...good, anchors: [{ ...good.anchors[0]!, transaction: `0x${'9'.repeat(64)}` }] }),
      [],
      'ANCHOR_PENDING',
    ],
    [
      'on another chain',
      (good) => ({ ...good, anchors: [{ ...good.anchors[0]!, chainId: 5 }] }),
      ['--contract', 'as is'],
      'CHAIN_ID_MISMATCH',
    ],
    [
      'on a chain that cannot be',
      (good) => ({ ...good, anchors: [{ ...good.anchors[0]!, chainId: 0 }] }),
      ['--contract', 'as is'],
      '[A-Z_]+',
    ],
  ])('an anchor %s is not shown, and the bundle is valid all the same', async (name, change, words, wanted) => {
    const changed = keep(`${name}.lianpiao.json`, change(bundle));
    const options = words.map((word) => (word === 'as is' ? contract : word));
    const { code, out } = await lianpiao(['verify', changed, '--rpc', anvil.url, '--trust', trustFile, ...options]);
    expect(out).toContain('VALID 有效');
    expect(out).toMatch(new RegExp(`x anchors +${wanted}`));
    expect(code).toBe(2);
    expect((await lianpiao(['verify', changed, '--offline', '--trust', trustFile])).code).toBe(0);
  });

  it('a node that is not there changes no verdict', async () => {
    const nowhere = `http://127.0.0.1:${String(await services.freePort())}`;
    const { code, out } = await lianpiao(['verify', file, '--rpc', nowhere, '--trust', trustFile]);
    expect(out).toMatch(/VALID[^]*x anchors +CHAIN_UNREACHABLE/);
    expect(code).toBe(2);
  });

  it('the bundle of another entry does not pass with this anchor', async () => {
    const second = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till));
    let other!: Bundle;
    await services.until(async () => (other = await proofOf(second.body.number)).anchors.length > 0, 'the second anchor', 20_000);
    expect(other.anchors[0]!.transaction).not.toBe(bundle.anchors[0]!.transaction);
    const mixed = keep('mixed.lianpiao.json', { ...other, anchors: bundle.anchors });
    const { code, out } = await lianpiao(['verify', mixed, '--rpc', anvil.url, '--trust', trustFile]);
    expect([code, /x anchors +ANCHOR_WRONG/.test(out)]).toEqual([2, true]);
  });

  it('anchors are listed for anyone, in pages', async () => {
    const all = await system.call<{ items: Anchor[]; next: string | null }>('GET', '/v1/anchors');
    expect(all).toMatchObject({ status: 200, body: { next: null } });
    const { size, root } = checkpointOf(bundle);
    expect(all.body.items).toContainEqual(expect.objectContaining({ size, root: `sha256:${root}`, contract }));
    const paged: Anchor[] = [];
    for (let after = '0'; ;) {
      const { body } = await system.call<{ items: Anchor[]; next: string | null }>('GET', `/v1/anchors?limit=1&after=${after}`);
      paged.push(...body.items);
      if (body.next === null) break;
      after = body.next;
    }
    expect(paged.slice(0, all.body.items.length)).toEqual(all.body.items);
  });

  it('what is wrong is told to those who watch over it, within seconds [rows 000-004:E6]', async () => {
    expect((await system.call('GET', '/v1/anchors/status', seller.apiKey)).status).toBe(403);
    expect((await status()).alarms).toEqual([]);
    rpc.fault = (call) => (call.method === 'eth_getCode' ? Promise.resolve({ result: '0x' }) : undefined);
    const before = performance.now();
    await services.until(
      async () => (await status()).alarms.some(({ code }) => code === 'CHAIN_CONTRACT_UNKNOWN'),
      'the alarm',
      10_000,
    );
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await (await fetch(`${system.url}/metrics`)).text()).toMatch(/lianpiao_anchor_alarms 1\n/);
    rpc.fault = undefined;
    await services.until(async () => (await status()).alarms.length === 0, 'the end of the alarm', 10_000);
    expect((await status('?alarms=all')).alarms).toMatchObject([
      { code: 'CHAIN_CONTRACT_UNKNOWN', closedAt: expect.any(String) as string },
    ]);
    const log = readFileSync(system.workers.log, 'utf8');
    expect(log.match(/anchoring: alarm"/g)).toHaveLength(1);
    expect(log).not.toContain(anvil.privateKey(1).slice(2));
  });

  it('anchors are no leaves of the log', async () => {
    const { body } = await system.call<{ items: { type: string }[] }>('GET', '/v1/changes?limit=500', system.bureauKey);
    expect(body.items.filter(({ type }) => type.includes('anchor'))).toEqual([]);
    const { newest } = await status();
    expect(newest!.size).toBeLessThanOrEqual(body.items.length);
  });
});
