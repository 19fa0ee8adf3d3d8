import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, parseNote } from '@lianpiao/chaincode/domain';
import {
  deployAnchor,
  EthersAnchorChain,
  hashOrigin,
  parseAddress,
  type Address,
  type Bytes32,
  type Fees,
} from '@lianpiao/contracts';
import { Anchorer, type AnchorSettings } from '@lianpiao/workers';
import { Wallet } from 'ethers';
import { pino } from 'pino';
import { AnchorStore, type AnchorWriter } from '../../gateway/src/stores';
import { ANVIL_CHAIN_ID, startAnvil, type Anvil } from './anvil';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from './embedded';
import { startRpcProxy, type RpcProxy } from './rpc-proxy';

export const ORIGIN = hashOrigin(LOG_ORIGIN);
export const CONFIRMATIONS = 3;
export const LOOK_MS = 1000;
const DEADLINE_MS = 400;
const FEES: Fees = { maxFeePerGas: 20_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n };
const PUBLISHER = 1;

/** The seam between the rooms' sources, whose classes are the same here, and the packages by whose names they know each other. */
type Parts = ConstructorParameters<typeof Anchorer>[0];

/** One worker: its own lease, its own memory, its own connection. */
export interface TestWorker {
  readonly anchorer: Anchorer;
  readonly outbox: AnchorWriter;
  readonly chain: EthersAnchorChain;
}

/** A shop with a log, a node of its own behind a proxy that can fail, and one worker on a clock that the test sets. */
export class AnchorBench {
  now = Date.parse('2026-11-22T08:00:00Z');
  contract!: Address;
  worker!: TestWorker;
  readonly store: AnchorStore;
  readonly settings: { -readonly [Key in keyof AnchorSettings]: AnchorSettings[Key] };
  #sales = 0;
  #workers: TestWorker[] = [];

  private constructor(
    readonly folder: string,
    readonly shop: EmbeddedShop,
    public anvil: Anvil,
    readonly rpc: RpcProxy,
  ) {
    this.store = new AnchorStore(folder);
    this.settings = {
      chainId: Number(ANVIL_CHAIN_ID),
      contract: '',
      confirmations: CONFIRMATIONS,
      intervalMs: 5_000,
      bumpAfterMs: 20_000,
      resendAfterMs: 3_000,
      overdueMs: 60_000,
      feeCap: { maxFeePerGas: 100_000_000_000n, maxPriorityFeePerGas: 10_000_000_000n },
    };
  }

  static async start(): Promise<AnchorBench> {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-anchoring-'));
    const [shop, anvil] = [await embeddedShop(folder), await startAnvil()];
    const bench = new AnchorBench(folder, shop, anvil, await startRpcProxy(anvil.url));
    await bench.deploy();
    bench.worker = bench.startWorker('worker-1');
    return bench;
  }

  /** Puts a new contract on the chain and configures it for workers to come. */
  async deploy(): Promise<void> {
    const payer = new EthersAnchorChain({
      ...this.#node(),
      contract: parseAddress(`0x${'0'.repeat(40)}`)!,
      privateKey: this.anvil.privateKey(0),
    });
    const nonce = await payer.nextNonce();
    payer.close();
    const deployment = await deployAnchor({
      ...{ rpcUrl: this.anvil.url, chainId: ANVIL_CHAIN_ID, privateKey: this.anvil.privateKey(0), nonce, fees: FEES },
      ...{ publisher: this.account(PUBLISHER), origins: [ORIGIN] },
    });
    this.contract = deployment.contract;
    this.settings.contract = deployment.contract;
  }

  account(index: number): Address {
    return parseAddress(new Wallet(this.anvil.privateKey(index)).address)!;
  }

  startWorker(holder: string, wrap: (parts: Parts) => Parts = (parts) => parts): TestWorker {
    const chain = this.chainOf(PUBLISHER);
    const store = new AnchorStore(this.folder);
    const outbox = store.writer({ account: chain.account, chainId: this.settings.chainId, holder });
    const parts = {
      ...{ chain, outbox, log: this.shop.log, origin: LOG_ORIGIN, clock: () => this.now },
      ...{ settings: { ...this.settings }, logger: pino({ level: 'silent' }), leaseMs: 10_000 },
    };
    const worker = { anchorer: new Anchorer(wrap(parts)), outbox, chain };
    this.#workers.push(worker);
    return worker;
  }

  /** The worker ends without a farewell and another one comes. */
  restartWorker(holder: string): void {
    this.worker.anchorer.stop();
    this.worker = this.startWorker(holder);
  }

  /** The contract as somebody with this account's key talks to it, without the proxy. */
  chainOf(index: number, direct = false): EthersAnchorChain {
    return new EthersAnchorChain({
      ...(direct ? { ...this.#node(), rpcUrl: this.anvil.url } : this.#node()),
      ...{ contract: this.contract, privateKey: this.anvil.privateKey(index) },
    });
  }

  /** Sells and seals: the log has a larger checkpoint. */
  async grow(count = 1): Promise<number> {
    await this.shop.issue(Array.from({ length: count }, () => saleRequest((this.#sales += 1))));
    this.shop.follow();
    return this.shop.log.latest()!.size;
  }

  checkpoint(size = this.shop.log.latest()!.size): { size: number; root: string } {
    const stored = this.shop.log.checkpoints(size + 1, 1)[0]!;
    const { root } = parseCheckpoint(parseNote(stored.note).text);
    return { size: stored.size, root };
  }

  /** One look, one second, and usually one block. */
  async look(options: { mine?: boolean } = {}): Promise<string> {
    const done = await this.worker.anchorer.look();
    this.now += LOOK_MS;
    if (options.mine !== false) await this.anvil.mine();
    return done;
  }

  /** Looks until `there` answers true; the number of looks, or an error after `most`. */
  async until(there: () => unknown, most = 40, options: { mine?: boolean } = {}): Promise<number> {
    for (let looks = 0; looks < most; looks += 1) {
      if (await there()) return looks;
      await this.look(options);
    }
    if (await there()) return most;
    throw new Error(`not there after ${most} looks; alarms: ${JSON.stringify(this.store.alarms('all', 20))}`);
  }

  /** Anchors the log as it is, without faults. */
  async anchor(most = 40): Promise<number> {
    const { size } = this.checkpoint();
    return this.until(() => this.store.newest()?.size === size, most);
  }

  open(): string[] {
    return this.store.alarms('open', 100).map(({ code }) => code);
  }

  everRaised(): string[] {
    return [...new Set(this.store.alarms('all', 1000).map(({ code }) => code))];
  }

  /** What the chain itself holds, asked without the proxy. */
  async onChain(origin = ORIGIN): Promise<{ size: number; root: string } | undefined> {
    const chain = this.chainOf(0, true);
    const latest = await chain.latest(origin);
    chain.close();
    return latest && { size: Number(latest.size), root: latest.root };
  }

  /** Every confirmed anchor's event stands on the chain with the log's own root; throws otherwise. */
  async audit(originOf: (size: number) => Bytes32 = () => ORIGIN): Promise<number> {
    const anchors = this.store.confirmed(0, 1000);
    const chain = this.chainOf(0, true);
    for (const { size, root, transaction, block } of anchors) {
      const inclusion = await chain.inclusion(transaction as never);
      const { root: own } = this.checkpoint(size);
      expect({ root, inclusion }).toMatchObject({
        root: own,
        inclusion: {
          state: 'included',
          block: { number: BigInt(block) },
          events: [{ origin: originOf(size), size: BigInt(size), root: own }],
        },
      });
    }
    chain.close();
    return anchors.length;
  }

  /** Raw transactions of the publisher that are on the chain. */
  async used(): Promise<number> {
    return Number(await this.anvil.request<string>('eth_getTransactionCount', this.account(PUBLISHER), 'latest'));
  }

  async stop(): Promise<void> {
    for (const { chain } of this.#workers) chain.close();
    await this.rpc.stop();
    await this.anvil.stop();
    this.store.close();
    this.shop.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #node(): { rpcUrl: string; chainId: bigint; deadlineMs: number } {
    return { rpcUrl: this.rpc.url, chainId: ANVIL_CHAIN_ID, deadlineMs: DEADLINE_MS };
  }
}
