import { setTimeout as delay } from 'node:timers/promises';
import { Transaction, Wallet, concat, getCreateAddress } from 'ethers';
import type { Inclusion } from './anchor-chain';
import { AnchorError } from './anchor-errors';
import { anchorInterface, toBytes32 } from './anchor-interface';
import { EthersAnchorReader } from './ethers-anchor-reader';
import type { Fees } from './fee-policy';
import { ANCHOR_BYTECODE } from './generated/anchor-artifact';
import type { NodeOptions } from './json-rpc';
import { JsonRpc } from './json-rpc';
import { readHash } from './node-answers';
import type { Address, Bytes32, ChainHash } from './values';

/** What a deployment needs to know. */
export interface DeployOptions extends NodeOptions {
  /** The key that pays: `0x` and 64 hexadecimal characters. It gets no rights in the contract. */
  readonly privateKey: string;
  /** The account that will anchor. */
  readonly publisher: Address;
  /** Logs to open ahead, so that even their first anchor costs no more than the others. */
  readonly origins: readonly Bytes32[];
  /** Nonce of the paying account; the same nonce again cannot deploy a second contract. */
  readonly nonce: number;
  readonly fees: Fees;
  /** How long to wait for the block. */
  readonly waitMs?: number;
}

/** A contract on the chain. */
export interface Deployment {
  readonly contract: Address;
  readonly transaction: ChainHash;
  readonly gasUsed: bigint;
}

const DEFAULT_WAIT_MS = 120_000;
const POLL_MS = 250;

/** Gas of the contract itself, and of one log that is opened with it; measured, then rounded up by a third. */
const BASE_GAS = 600_000n;
const GAS_PER_ORIGIN = 65_000n;

/**
 * Deploys the anchor contract and waits for its block. The same call again, after a timeout, finds what it deployed.
 *
 * Errors: those of `AnchorChain.broadcast`; CHAIN_TIMEOUT when no block came in time, the address being decided by account
 * and nonce all the same; CHAIN_REVERTED; CHAIN_CONTRACT_UNKNOWN when other code stands there in the end.
 */
export async function deployAnchor(options: DeployOptions): Promise<Deployment> {
  const wallet = new Wallet(options.privateKey);
  const contract = getCreateAddress({ from: wallet.address, nonce: options.nonce }) as Address;
  const raw = await wallet.signTransaction(creation(options));
  const reader = new EthersAnchorReader({ ...options, contract });
  try {
    const transaction = Transaction.from(raw).hash as ChainHash;
    await send(options, raw).catch(async (error: unknown) => {
      // Refused because an earlier call, which timed out, did arrive: then its block is all that is missing.
      if ((await reader.inclusion(transaction)).state === 'unknown') throw error;
    });
    const inclusion = await waitForBlock(reader, transaction, options.waitMs ?? DEFAULT_WAIT_MS);
    if (inclusion.state === 'reverted') throw new AnchorError('CHAIN_REVERTED', transaction);
    await reader.verifyTarget();
    return { contract, transaction, gasUsed: inclusion.gasUsed };
  } finally {
    reader.close();
  }
}

function creation({ publisher, origins, nonce, fees, chainId }: DeployOptions): Parameters<Wallet['signTransaction']>[0] {
  const { maxFeePerGas, maxPriorityFeePerGas } = fees;
  const data = concat([ANCHOR_BYTECODE, anchorInterface.encodeDeploy([publisher, origins.map(toBytes32)])]);
  const gasLimit = BASE_GAS + GAS_PER_ORIGIN * BigInt(origins.length);
  return { type: 2, chainId, nonce, data, gasLimit, maxFeePerGas, maxPriorityFeePerGas };
}

async function send(options: NodeOptions, raw: string): Promise<void> {
  const rpc = new JsonRpc(options);
  try {
    readHash(await rpc.send('eth_sendRawTransaction', [raw]), 'hash');
  } finally {
    rpc.close();
  }
}

async function waitForBlock(
  reader: EthersAnchorReader,
  transaction: ChainHash,
  waitMs: number,
): Promise<Extract<Inclusion, { gasUsed: bigint }>> {
  const end = performance.now() + waitMs;
  for (;;) {
    const inclusion = await reader.inclusion(transaction);
    if (inclusion.state === 'included' || inclusion.state === 'reverted') return inclusion;
    if (performance.now() > end) throw new AnchorError('CHAIN_TIMEOUT', transaction);
    await delay(POLL_MS);
  }
}
