import { toQuantity } from 'ethers';
import type { AnchorReader, AnchoredCheckpoint, BlockReference, CheckpointAnchored, Inclusion } from './anchor-chain';
import { AnchorError } from './anchor-errors';
import { CHECKPOINT_ANCHORED_TOPIC, decodeLatest, encodeLatest, toBytes32 } from './anchor-interface';
import { ANCHOR_DEPLOYED_BYTECODE } from './generated/anchor-artifact';
import type { NodeOptions } from './json-rpc';
import { JsonRpc } from './json-rpc';
import { readBlock, readBytes, readEvents, readFields, readHash, readPlace, readQuantity } from './node-answers';
import type { Fields } from './node-answers';
import type { Address, Bytes32, ChainHash } from './values';

/** Where the anchor contract is. */
export interface AnchorReaderOptions extends NodeOptions {
  readonly contract: Address;
}

/** The anchor contract read through a node's JSON-RPC. */
export class EthersAnchorReader implements AnchorReader {
  readonly contract: Address;
  readonly chainId: bigint;
  protected readonly rpc: JsonRpc;

  constructor(options: AnchorReaderOptions) {
    this.contract = options.contract;
    this.chainId = options.chainId;
    this.rpc = new JsonRpc(options);
  }

  async verifyTarget(): Promise<void> {
    const chainId = readQuantity(await this.rpc.send('eth_chainId', []), 'chainId');
    if (chainId !== this.chainId) throw new AnchorError('CHAIN_ID_MISMATCH', `${chainId} instead of ${this.chainId}`);
    const code = readBytes(await this.rpc.send('eth_getCode', [this.contract, 'latest']), 'code');
    if (code !== ANCHOR_DEPLOYED_BYTECODE) throw new AnchorError('CHAIN_CONTRACT_UNKNOWN', this.contract);
  }

  async latest(origin: Bytes32): Promise<AnchoredCheckpoint | undefined> {
    const call = { to: this.contract, data: encodeLatest(origin) };
    const latest = decodeLatest(readBytes(await this.rpc.send('eth_call', [call, 'latest']), 'latest'));
    if (latest === undefined) throw new AnchorError('CHAIN_CONTRACT_UNKNOWN', this.contract);
    return latest.blockNumber === 0n ? undefined : { origin, ...latest };
  }

  async events(origin: Bytes32, fromBlock: bigint, toBlock: bigint): Promise<readonly CheckpointAnchored[]> {
    const range = { fromBlock: toQuantity(fromBlock), toBlock: toQuantity(toBlock) };
    const filter = { ...range, address: this.contract, topics: [CHECKPOINT_ANCHORED_TOPIC, toBytes32(origin)] };
    const events = readEvents(await this.rpc.send('eth_getLogs', [filter]), this.contract);
    const asked = events.every((event) => event.origin === origin && isWithin(event.block.number, fromBlock, toBlock));
    if (!asked) throw new AnchorError('CHAIN_ANSWER_INVALID', 'logs that were not asked for');
    return events;
  }

  async head(): Promise<BlockReference> {
    const { number, hash } = readBlock(await this.rpc.send('eth_getBlockByNumber', ['latest', false]));
    return { number, hash };
  }

  async inclusion(transaction: ChainHash): Promise<Inclusion> {
    const receipt = await this.rpc.send('eth_getTransactionReceipt', [transaction]);
    const mined = receipt === null ? undefined : await this.#readReceipt(readFields(receipt, 'receipt'), transaction);
    if (mined !== undefined) return mined;
    return { state: (await this.holds(transaction)) ? 'pending' : 'unknown' };
  }

  /** Gives up what is under way and frees the connection. */
  close(): void {
    this.rpc.close();
  }

  /** True when the node has this transaction, waiting or mined. */
  protected async holds(transaction: ChainHash): Promise<boolean> {
    const found = await this.rpc.send('eth_getTransactionByHash', [transaction]);
    if (found === null) return false;
    requireSame(readFields(found, 'transaction')['hash'], transaction);
    return true;
  }

  /** What the receipt says; undefined when its block is not, or no longer, part of the chain. */
  async #readReceipt(receipt: Fields, transaction: ChainHash): Promise<Inclusion | undefined> {
    requireSame(receipt['transactionHash'], transaction);
    const block = readPlace(receipt);
    const gasUsed = readQuantity(receipt['gasUsed'], 'receipt.gasUsed');
    const status = readQuantity(receipt['status'], 'receipt.status');
    const head = await this.head();
    const onChain = await this.rpc.send('eth_getBlockByNumber', [toQuantity(block.number), false]);
    if (onChain === null || readBlock(onChain).hash !== block.hash || head.number < block.number) return undefined;
    if (status !== 1n) return { state: 'reverted', block, gasUsed };
    const confirmations = head.number - block.number + 1n;
    return { state: 'included', block, confirmations, gasUsed, events: readEvents(receipt['logs'], this.contract) };
  }
}

function requireSame(hash: unknown, transaction: ChainHash): void {
  if (readHash(hash, 'hash') !== transaction) throw new AnchorError('CHAIN_ANSWER_INVALID', 'another transaction');
}

function isWithin(value: bigint, low: bigint, high: bigint): boolean {
  return value >= low && value <= high;
}
