import { setTimeout as delay } from 'node:timers/promises';
import { Wallet } from 'ethers';
import { AnchorWatch, type ConfirmedAnchor } from '@lianpiao/workers';
import {
  deployAnchor,
  EthersAnchorChain,
  EthersAnchorReader,
  hashOrigin,
  parseAddress,
  parseBytes32,
  type Bytes32,
  type Deployment,
  type Fees,
} from '@lianpiao/contracts';
import { BlockStore, EmbeddedLedgerReader } from '@lianpiao/gateway/ledger';
import { parseCheckpoint, parseNote } from '@lianpiao/chaincode/domain';
import { pino } from 'pino';
import { ANCHOR_FAULTS } from '../faults/inject/anchor-faults';
import { ANVIL_CHAIN_ID, startAnvil, type Anvil } from '../support/anvil';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';
import { placeText, recordFault } from '../support/fault-records';
import { reconciling, type Reconciling } from '../support/reconciling';

const FEES: Fees = { maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
const CONFIRMATIONS = 3;

let anvil: Anvil;
let deployment: Deployment;
let publisher: EthersAnchorChain;
let reader: EthersAnchorReader;
let shop: EmbeddedShop;
let running: Reconciling;
let ledger: EmbeddedLedgerReader;
let undo: () => Promise<unknown>;
let sent: ConfirmedAnchor[];

async function publish(size: number, root: Bytes32): Promise<ConfirmedAnchor> {
  const signed = await publisher.sign(
    { origin: hashOrigin(LOG_ORIGIN), size: BigInt(size), root },
    await publisher.nextNonce(),
    FEES,
  );
  await publisher.broadcast(signed);
  for (;;) {
    const inclusion = await publisher.inclusion(signed.hash);
    if (inclusion.state === 'included') {
      const { contract } = deployment;
      const place = { transaction: signed.hash, block: Number(inclusion.block.number), confirmedAt: Date.now() };
      return { size, root, chainId: Number(ANVIL_CHAIN_ID), contract, ...place };
    }
    await delay(5);
  }
}

/** The root of our log at the size of one of its checkpoints. */
function rootOf(size: number): Bytes32 {
  const note = shop.log.checkpoints(size + 1, 1)[0]!.note;
  return parseBytes32(parseCheckpoint(parseNote(note).text).root)!;
}

function watching(pointers: readonly ConfirmedAnchor[]): AnchorWatch {
  return new AnchorWatch({
    reader,
    anchors: { confirmed: (from, limit) => pointers.filter(({ size }) => size >= from).slice(0, limit) },
    origins: () => [LOG_ORIGIN],
    store: running.store,
    ledger,
    clock: Date.now,
    logger: pino({ level: 'silent' }),
    onFinding: (finding) => running.told.push(finding),
    confirmations: CONFIRMATIONS,
  });
}

const sizes: number[] = [];

beforeAll(async () => {
  anvil = await startAnvil();
  const target = { rpcUrl: anvil.url, chainId: ANVIL_CHAIN_ID };
  const origins = [hashOrigin(LOG_ORIGIN)];
  const account = parseAddress(new Wallet(anvil.privateKey(1)).address)!;
  deployment = await deployAnchor({
    ...target,
    privateKey: anvil.privateKey(0),
    nonce: 0,
    fees: FEES,
    publisher: account,
    origins,
  });
  const chain = { ...target, contract: deployment.contract, deadlineMs: 5000 };
  publisher = new EthersAnchorChain({ ...chain, privateKey: anvil.privateKey(1) });
  reader = new EthersAnchorReader(chain);
  shop = await embeddedShop();
  for (let group = 0; group < 4; group += 1) {
    await shop.issue(Array.from({ length: 60 }, (_, at) => saleRequest(group * 60 + at)));
    shop.follow();
    sizes.push(shop.ledger.length());
  }
  ledger = new EmbeddedLedgerReader(new BlockStore(shop.folder));
  sent = [await publish(sizes[0]!, rootOf(sizes[0]!)), await publish(sizes[1]!, rootOf(sizes[1]!))];
});
beforeEach(async () => {
  undo = await anvil.checkpoint();
  running = reconciling(shop.folder);
  running.settle();
});
afterEach(async () => {
  running.store.database.exec('DELETE FROM findings');
  running.close();
  await undo();
});
afterAll(async () => {
  publisher?.close();
  reader?.close();
  ledger?.close();
  shop?.remove();
  await anvil?.stop();
});

describe('the anchors on an EVM chain', () => {
  it('are right as they were sent, also while one is on its way', async () => {
    const watch = watching(sent);
    await watch.look();
    expect(running.told).toEqual([]);
    // An event whose confirmation we have not written down yet is not called foreign.
    const next = await publish(sizes[2]!, rootOf(sizes[2]!));
    await watch.look();
    expect(running.told).toEqual([]);
    await anvil.mine(10);
    await watching([...sent, next]).look();
    expect(running.told).toEqual([]);
  });

  it.each(ANCHOR_FAULTS.map((fault) => [fault.name, fault] as const))('%s is found [rows 000-004:E6]', async (_name, fault) => {
    let pointers = fault.pointers?.(sent) ?? sent;
    if (fault.publishes !== undefined) {
      const { root } = fault.publishes;
      await publish(sizes[3]!, root === 'ours' ? rootOf(sizes[3]!) : parseBytes32('cd'.repeat(32))!);
    }
    if (fault.reorganises === true) {
      const back = await anvil.checkpoint();
      pointers = [...sent, await publish(sizes[2]!, rootOf(sizes[2]!))];
      await back();
    }
    await anvil.mine(CONFIRMATIONS + 1);
    const started = performance.now();
    await watching(pointers).look();
    const ms = performance.now() - started;
    expect(running.told.map(({ code, part, cause }) => ({ code, part, cause }))).toContainEqual({
      code: fault.code,
      part: 'anchors',
      cause: fault.cause,
    });
    const { code, part, cause, place, repair } = running.told.find((one) => one.code === fault.code)!;
    recordFault({
      fault: `anchor: ${fault.name}`,
      ledger: 'any',
      code,
      part,
      cause,
      place: placeText(place),
      repair: repair.en,
      ms,
    });
    // Put right again, a later look says so.
    if (fault.pointers !== undefined) {
      await watching(sent).look();
      expect(running.store.openCount()).toBe(0);
    }
  });

  it('say nothing when the node does not answer', async () => {
    const away = new EthersAnchorReader({
      rpcUrl: 'http://127.0.0.1:9',
      chainId: ANVIL_CHAIN_ID,
      contract: deployment.contract,
      deadlineMs: 500,
    });
    const silent = reader;
    reader = away;
    await expect(watching(sent).look()).rejects.toThrow();
    reader = silent;
    away.close();
    expect(running.told).toEqual([]);
  });
});
