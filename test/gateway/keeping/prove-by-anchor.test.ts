import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Wallet } from 'ethers';
import { parseCheckpoint, parseNote } from '@lianpiao/chaincode/domain';
import { deployAnchor, EthersAnchorChain, hashOrigin, parseAddress, parseBytes32, type Fees } from '@lianpiao/contracts';
import { ANVIL_CHAIN_ID, startAnvil, type Anvil } from '../../support/anvil';
import { cli, lianpiao, type CliResult } from '../../support/cli';
import { embeddedShop, LOG_ORIGIN, saleRequest } from '../../support/embedded';

const FEES: Fees = { maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
const ORIGIN = hashOrigin(LOG_ORIGIN);

let base: string;
let anvil: Anvil;
let contract: string;
let publisher: EthersAnchorChain;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'lianpiao-prove-'));
  anvil = await startAnvil();
  const target = { rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID };
  const account = parseAddress(new Wallet(anvil.privateKey(1)).address)!;
  const options = { ...target, privateKey: anvil.privateKey(0), nonce: 0, fees: FEES, publisher: account, origins: [ORIGIN] };
  const deployment = await deployAnchor(options);
  contract = deployment.contract;
  publisher = new EthersAnchorChain({
    ...target,
    contract: deployment.contract,
    deadlineMs: 5000,
    privateKey: anvil.privateKey(1),
  });
});
afterAll(async () => {
  publisher?.close();
  await anvil?.stop();
  rmSync(base, { recursive: true, force: true });
});

async function anchor(size: number, root: string): Promise<void> {
  const checkpoint = { origin: ORIGIN, size: BigInt(size), root: parseBytes32(root)! };
  const signed = await publisher.sign(checkpoint, await publisher.nextNonce(), FEES);
  await publisher.broadcast(signed);
  while ((await publisher.inclusion(signed.hash)).state !== 'included') await delay(5);
}

it('the anchor contract proves a restored ledger, names an older one, and finds another past [rows 001-002-003:B4]', async () => {
  const shop = await embeddedShop(join(base, 'data'));
  await shop.issue(Array.from({ length: 20 }, (_, i) => saleRequest(i)));
  shop.follow();
  const { size, note } = shop.log.latest()!;
  shop.close();
  const [backup, keys, data] = ['copy', 'keys', 'restored'].map((name) => join(base, name)) as [string, string, string];
  await cli('backup', backup, '--data', shop.folder, '--keys', keys);
  expect((await cli('restore', backup, '--keys', keys, '--data', data)).code).toBe(2);

  const chain = ['--rpc', anvil.url, '--chain-id', String(ANVIL_CHAIN_ID), '--contract', contract];
  const prove = (): Promise<CliResult> => lianpiao(['ledger', 'prove', '--data', data, ...chain]);
  const nothing = await prove();
  expect([nothing.code, nothing.out]).toEqual([2, expect.stringContaining('has seen nothing of this log')]);
  await anchor(size, parseCheckpoint(parseNote(note).text).root);
  const proven = await prove();
  expect([proven.code, proven.out]).toEqual([0, expect.stringContaining(`has seen ${String(size)}: the same`)]);
  await anchor(size + 3, 'ab'.repeat(32));
  const behind = await prove();
  expect([behind.code, behind.out]).toEqual([1, expect.stringContaining('3 are missing here')]);
  // The ledger grows to that size, and is another one there.
  const grown = await embeddedShop(data);
  await grown.issue(Array.from({ length: 3 }, (_, i) => saleRequest(100 + i)));
  grown.close();
  expect((await prove()).err).toMatch(/^LEDGER_FORKED/);
  const lost = await cli('ledger', 'prove', '--data', data, '--rpc', anvil.url);
  expect([lost.code, lost.err]).toEqual([2, expect.stringMatching(/^FIELD_MISSING/)]);
});
