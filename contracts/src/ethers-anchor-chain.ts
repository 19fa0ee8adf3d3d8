import { Transaction, Wallet } from 'ethers';
import type { AnchorChain, AnchorCheckpoint, SignedTransaction } from './anchor-chain';
import { AnchorError } from './anchor-errors';
import { encodeAnchor } from './anchor-interface';
import type { AnchorReaderOptions } from './ethers-anchor-reader';
import { EthersAnchorReader } from './ethers-anchor-reader';
import type { Fees } from './fee-policy';
import { readBlock, readHash, readQuantity } from './node-answers';
import type { Address, ChainHash } from './values';

/** Where the anchor contract is, and the key that publishes. */
export interface AnchorChainOptions extends AnchorReaderOptions {
  /** Private key: `0x` and 64 hexadecimal characters. Never logged, never part of an error. */
  readonly privateKey: string;
  /** Gas limit of an anchor, for chains that charge gas of their own on top. */
  readonly gasLimit?: bigint;
}

/** Twice what the first anchor of a log that was not opened ahead uses on Ethereum, rounded up; what is not used is not paid. */
export const ANCHOR_GAS_LIMIT = 150_000n;

/** The base fee rises by at most an eighth a block: twice the present one lasts through five full blocks. */
const BASE_FEE_HEADROOM = 2n;

/** EIP-1559, the type of every transaction here. */
const TRANSACTION_TYPE = 2;

/** The anchor contract published through a node's JSON-RPC with a key in memory. */
export class EthersAnchorChain extends EthersAnchorReader implements AnchorChain {
  readonly account: Address;
  readonly #wallet: Wallet;
  readonly #gasLimit: bigint;

  constructor(options: AnchorChainOptions) {
    super(options);
    this.#wallet = new Wallet(options.privateKey);
    this.#gasLimit = options.gasLimit ?? ANCHOR_GAS_LIMIT;
    this.account = this.#wallet.address as Address;
  }

  async nextNonce(): Promise<number> {
    return Number(readQuantity(await this.rpc.send('eth_getTransactionCount', [this.account, 'latest']), 'nonce'));
  }

  async market(): Promise<Fees> {
    const block = readBlock(await this.rpc.send('eth_getBlockByNumber', ['latest', false]));
    const baseFee = readQuantity(block.baseFeePerGas, 'block.baseFeePerGas');
    const tip = readQuantity(await this.rpc.send('eth_maxPriorityFeePerGas', []), 'maxPriorityFeePerGas');
    return { maxFeePerGas: baseFee * BASE_FEE_HEADROOM + tip, maxPriorityFeePerGas: tip };
  }

  async check(checkpoint: AnchorCheckpoint): Promise<void> {
    const call = { from: this.account, to: this.contract, data: encodeAnchor(checkpoint) };
    await this.rpc.send('eth_call', [call, 'latest']);
  }

  async sign(checkpoint: AnchorCheckpoint, nonce: number, fees: Fees): Promise<SignedTransaction> {
    const target = { to: this.contract, data: encodeAnchor(checkpoint), gasLimit: this.#gasLimit };
    const frame = { type: TRANSACTION_TYPE, chainId: this.chainId, nonce };
    // ethers signs deterministically (RFC 6979), so a repeated call makes the same transaction, not a rival.
    const raw = await this.#wallet.signTransaction({ ...frame, ...target, ...pickFees(fees) });
    return { hash: Transaction.from(raw).hash as ChainHash, raw, nonce, fees: pickFees(fees) };
  }

  async broadcast(transaction: SignedTransaction): Promise<void> {
    const answer = await this.#sendRaw(transaction);
    if (answer !== undefined && readHash(answer, 'hash') !== transaction.hash) {
      throw new AnchorError('CHAIN_ANSWER_INVALID', 'another transaction');
    }
  }

  /** The node's answer; undefined when it refused because it has the transaction already, waiting or mined. */
  async #sendRaw(transaction: SignedTransaction): Promise<unknown> {
    try {
      return await this.rpc.send('eth_sendRawTransaction', [transaction.raw]);
    } catch (error) {
      // Nodes word "already known" differently; whether they hold it can be asked, and is asked instead.
      if (isRefusal(error) && (await this.holds(transaction.hash))) return undefined;
      throw error;
    }
  }
}

/** True when the node itself said no, as opposed to silence. */
function isRefusal(error: unknown): boolean {
  return error instanceof AnchorError && error.code !== 'CHAIN_TIMEOUT' && error.code !== 'CHAIN_UNREACHABLE';
}

/** Only the two fields, whatever else the object carries. */
function pickFees({ maxFeePerGas, maxPriorityFeePerGas }: Fees): Fees {
  return { maxFeePerGas, maxPriorityFeePerGas };
}
