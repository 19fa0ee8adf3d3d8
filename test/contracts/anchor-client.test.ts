import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Wallet } from 'ethers';
import {
  EMPTY_TREE_ROOT,
  EthersAnchorChain,
  deployAnchor,
  hashOrigin,
  nextFees,
  parseAddress,
  parseBytes32,
} from '../../contracts/src';
import type { Address, AnchorCheckpoint, Bytes32, Deployment, Fees, Inclusion, SignedTransaction } from '../../contracts/src';
import { ANVIL_CHAIN_ID, startAnvil } from '../support/anvil';
import type { Anvil } from '../support/anvil';

const OPENED = hashOrigin('log.example/opened');
const NOT_OPENED = hashOrigin('log.example/not-opened');
const FEES: Fees = { maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
const MAX_ANCHOR_GAS = 50_000n;

let anvil: Anvil;
let deployment: Deployment;
let publisher: EthersAnchorChain;
let stranger: EthersAnchorChain;
let undo: () => Promise<unknown>;

function rootOf(text: string): Bytes32 {
  return parseBytes32(createHash('sha256').update(text).digest('hex'))!;
}

function checkpoint(size: number | bigint, { origin = OPENED, root = rootOf(`root of ${size}`) } = {}): AnchorCheckpoint {
  return { origin, size: BigInt(size), root };
}

function accountOf(index: number): Address {
  return parseAddress(new Wallet(anvil.privateKey(index)).address)!;
}

function chainOf(index: number, options: { contract?: Address; chainId?: bigint } = {}): EthersAnchorChain {
  const target = { rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, contract: deployment.contract, deadlineMs: 5_000 };
  return new EthersAnchorChain({ ...target, privateKey: anvil.privateKey(index), ...options });
}

/** Sends an anchor and waits for its block: the node answers first and mines then. */
async function anchor(chain: EthersAnchorChain, what: AnchorCheckpoint): Promise<SignedTransaction> {
  const signed = await chain.sign(what, await chain.nextNonce(), FEES);
  await chain.broadcast(signed);
  await mined(chain, signed);
  return signed;
}

async function mined(chain: EthersAnchorChain, { hash }: SignedTransaction): Promise<void> {
  while (['pending', 'unknown'].includes((await chain.inclusion(hash)).state)) await delay(5);
}

async function anchored(what: AnchorCheckpoint): Promise<Extract<Inclusion, { state: 'included' }>> {
  const { hash } = await anchor(publisher, what);
  const inclusion = await publisher.inclusion(hash);
  if (inclusion.state !== 'included') throw new Error(`not included: ${inclusion.state}`);
  return inclusion;
}

beforeAll(async () => {
  anvil = await startAnvil();
  deployment = await deployAnchor({
    ...{ rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: anvil.privateKey(0), nonce: 0, fees: FEES },
    ...{ publisher: accountOf(1), origins: [OPENED] },
  });
  publisher = chainOf(1);
  stranger = chainOf(2);
});

afterAll(async () => {
  publisher?.close();
  stranger?.close();
  await anvil?.stop();
});

beforeEach(async () => {
  undo = await anvil.checkpoint();
});

afterEach(async () => {
  await undo();
});

describe('deployment', () => {
  it('puts the anchor on the chain, with the given logs open', async () => {
    await expect(publisher.verifyTarget()).resolves.toBeUndefined();
    expect(await publisher.latest(OPENED)).toEqual({ origin: OPENED, size: 0n, root: EMPTY_TREE_ROOT, blockNumber: 1n });
    expect(await publisher.latest(NOT_OPENED)).toBeUndefined();
    expect(await publisher.events(OPENED, 0n, 1n)).toMatchObject([{ size: 0n, transaction: deployment.transaction }]);
  });

  it('made again with the same nonce finds the first one', async () => {
    const again = await deployAnchor({
      ...{ rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: anvil.privateKey(0), nonce: 0, fees: FEES },
      ...{ publisher: accountOf(1), origins: [OPENED] },
    });
    expect(again).toEqual(deployment);
  });

  it('opens many logs at once, within its gas limit', async () => {
    const origins = Array.from({ length: 50 }, (_, index) => hashOrigin(`log.example/${index}`));
    const { contract } = await deployAnchor({
      ...{ rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: anvil.privateKey(0), nonce: 1, fees: FEES },
      ...{ publisher: accountOf(1), origins },
    });
    const other = chainOf(1, { contract });
    expect(await other.latest(origins.at(-1)!)).toMatchObject({ size: 0n, root: EMPTY_TREE_ROOT });
    other.close();
  });

  it('is not taken for one on another chain, or at an address without the contract', async () => {
    const elsewhere = chainOf(1, { chainId: 1n });
    await expect(elsewhere.verifyTarget()).rejects.toMatchObject({ code: 'CHAIN_ID_MISMATCH', retry: 'never' });
    const empty = chainOf(1, { contract: accountOf(2) });
    await expect(empty.verifyTarget()).rejects.toMatchObject({ code: 'CHAIN_CONTRACT_UNKNOWN' });
    await expect(empty.latest(OPENED)).rejects.toMatchObject({ code: 'CHAIN_CONTRACT_UNKNOWN' });
    elsewhere.close();
    empty.close();
  });

  it('refuses the zero address as publisher', async () => {
    const zero = parseAddress(`0x${'0'.repeat(40)}`)!;
    const options = { rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: anvil.privateKey(0), fees: FEES };
    await expect(deployAnchor({ ...options, nonce: 1, publisher: zero, origins: [] })).rejects.toMatchObject({
      code: 'CHAIN_REVERTED',
    });
  });
});

describe('anchoring', () => {
  it('makes a checkpoint the latest, with its event in the same block', async () => {
    const what = checkpoint(1000);
    const signed = await anchor(publisher, what);
    const inclusion = await publisher.inclusion(signed.hash);
    const head = await publisher.head();
    const event = { ...what, block: head, transaction: signed.hash };
    expect(inclusion).toMatchObject({ state: 'included', block: head, confirmations: 1n, events: [event] });
    expect(await publisher.latest(OPENED)).toEqual({ ...what, blockNumber: head.number });
    expect(await publisher.events(OPENED, head.number, head.number)).toEqual([event]);
    expect(await publisher.events(NOT_OPENED, 0n, head.number)).toEqual([]);
  });

  it('counts confirmations', async () => {
    const { hash } = await anchor(publisher, checkpoint(5));
    await anvil.mine(4);
    expect(await publisher.inclusion(hash)).toMatchObject({ state: 'included', confirmations: 5n });
  });

  it('of the same checkpoint again is accepted, without an event and without a change', async () => {
    const first = await anchored(checkpoint(7));
    const again = await anchored(checkpoint(7));
    expect(again.events).toEqual([]);
    expect((await publisher.latest(OPENED))?.blockNumber).toBe(first.block.number);
    await expect(publisher.check(checkpoint(7))).resolves.toBeUndefined();
  });

  it('carries the largest size', async () => {
    const what = checkpoint(2n ** 64n - 1n);
    expect((await anchored(what)).events).toMatchObject([what]);
    await expect(publisher.sign(checkpoint(2n ** 64n), 0, FEES)).rejects.toThrow(RangeError);
  });

  it.each([
    ['a smaller size', checkpoint(9), 'ANCHOR_SIZE_DECREASED', 'latestSize=10 size=9'],
    [
      'the empty tree after a larger one',
      checkpoint(0, { root: EMPTY_TREE_ROOT }),
      'ANCHOR_SIZE_DECREASED',
      'latestSize=10 size=0',
    ],
    ['another root for the same size', checkpoint(10, { root: rootOf('other') }), 'ANCHOR_ROOT_CONFLICT', rootOf('other')],
    ['no root', checkpoint(11, { root: parseBytes32('0'.repeat(64))! }), 'ANCHOR_ROOT_INVALID', 'size=11'],
    ['the empty root for a tree with leaves', checkpoint(11, { root: EMPTY_TREE_ROOT }), 'ANCHOR_ROOT_INVALID', 'size=11'],
  ])('refuses %s, before it costs anything and when it is mined all the same', async (_, what, code, detail) => {
    const before = await anchored(checkpoint(10));
    await expect(publisher.check(what)).rejects.toMatchObject({ code, retry: 'never', message: expect.stringContaining(detail) });
    const { hash } = await anchor(publisher, what);
    expect(await publisher.inclusion(hash)).toMatchObject({ state: 'reverted' });
    expect(await publisher.latest(OPENED)).toEqual({ ...checkpoint(10), blockNumber: before.block.number });
  });

  it('refuses any other caller', async () => {
    await expect(stranger.check(checkpoint(10))).rejects.toMatchObject({
      code: 'ANCHOR_CALLER_REFUSED',
      message: expect.stringContaining(stranger.account),
    });
    const { hash } = await anchor(stranger, checkpoint(10));
    expect(await stranger.inclusion(hash)).toMatchObject({ state: 'reverted' });
    expect((await publisher.latest(OPENED))?.size).toBe(0n);
  });
});

describe('a reorganisation', () => {
  it('is visible: the checkpoint is no longer the latest, and the transaction is not included', async () => {
    await anchored(checkpoint(10));
    const reorganise = await anvil.checkpoint();
    const { hash } = await anchor(publisher, checkpoint(20));
    await anvil.mine(2);
    expect(await publisher.inclusion(hash)).toMatchObject({ state: 'included', confirmations: 3n });
    await reorganise();
    expect(await publisher.inclusion(hash)).toEqual({ state: 'unknown' });
    expect((await publisher.latest(OPENED))?.size).toBe(10n);
  });

  it('leaves a signed transaction as good as before', async () => {
    const reorganise = await anvil.checkpoint();
    const signed = await anchor(publisher, checkpoint(20));
    await reorganise();
    await publisher.broadcast(signed);
    await mined(publisher, signed);
    expect(await publisher.inclusion(signed.hash)).toMatchObject({ state: 'included', events: [checkpoint(20)] });
  });
});

describe('a transaction that waits', () => {
  beforeEach(() => anvil.request('evm_setAutomine', false));
  afterEach(() => anvil.request('evm_setAutomine', true));

  it('is signed the same every time, and may be broadcast any number of times', async () => {
    const nonce = await publisher.nextNonce();
    const signed = await publisher.sign(checkpoint(3), nonce, FEES);
    expect(await publisher.sign(checkpoint(3), nonce, FEES)).toEqual(signed);
    expect(await publisher.inclusion(signed.hash)).toEqual({ state: 'unknown' });
    await publisher.broadcast(signed);
    await publisher.broadcast(signed);
    expect(await publisher.inclusion(signed.hash)).toEqual({ state: 'pending' });
    expect(await publisher.nextNonce()).toBe(nonce);
    await anvil.mine();
    await publisher.broadcast(signed);
    expect(await publisher.inclusion(signed.hash)).toMatchObject({ state: 'included' });
    expect(await publisher.nextNonce()).toBe(nonce + 1);
  });

  it('is replaced by one with fees of the policy, and by no cheaper one', async () => {
    const nonce = await publisher.nextNonce();
    const first = await publisher.sign(checkpoint(3), nonce, FEES);
    await publisher.broadcast(first);
    const sameFees = await publisher.sign(checkpoint(4), nonce, FEES);
    await expect(publisher.broadcast(sameFees)).rejects.toMatchObject({ code: 'CHAIN_FEE_TOO_LOW', retry: 'new-transaction' });
    const decision = nextFees(FEES, await publisher.market(), 1);
    if (decision.action !== 'send') throw new Error('held');
    const second = await publisher.sign(checkpoint(3), nonce, decision.fees);
    await publisher.broadcast(second);
    await anvil.mine();
    expect(await publisher.inclusion(second.hash)).toMatchObject({ state: 'included' });
    expect(await publisher.inclusion(first.hash)).toEqual({ state: 'unknown' });
    await expect(publisher.broadcast(first)).rejects.toMatchObject({ code: 'CHAIN_NONCE_USED', retry: 'new-transaction' });
  });
});

describe('gas', () => {
  it(`of an anchor is at most ${MAX_ANCHOR_GAS} and the same, within 1 %, from 10³ to 10⁷ leaves`, async () => {
    const sizes = [1, 10, 100, 1_000, 10_000].map((factor) => factor * 1_000);
    const opened = [];
    for (const size of sizes) opened.push({ size, gas: (await anchored(checkpoint(size))).gasUsed });
    const again = (await anchored(checkpoint(sizes.at(-1)!))).gasUsed;
    const first = (await anchored(checkpoint(1_000, { origin: NOT_OPENED }))).gasUsed;
    const second = (await anchored(checkpoint(10_000, { origin: NOT_OPENED }))).gasUsed;

    const rows = opened.map(
      ({ size, gas }, index) => `${size} leaves${index === 0 ? ', first anchor of an opened log' : ''}: ${gas}`,
    );
    const others = [`the same again: ${again}`, `log not opened ahead, first: ${first}`, `then: ${second}`];
    process.stdout.write(
      `${['gas an anchor', ...rows, ...others, `deployment with one log: ${deployment.gasUsed}`].join('\n  ')}\n`,
    );

    const gas = [...opened.map((row) => row.gas), second].sort((left, right) => Number(left - right));
    expect(gas.at(-1)).toBeLessThanOrEqual(MAX_ANCHOR_GAS);
    expect((gas.at(-1)! - gas[0]!) * 100n).toBeLessThanOrEqual(gas[0]!);
    expect(again).toBeLessThan(gas[0]!);
    // Once in the life of a log that nobody opened: two new storage slots.
    expect(first).toBeLessThanOrEqual(75_000n);
  });
});
