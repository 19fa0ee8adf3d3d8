import type { Digest } from '@lianpiao/chaincode/domain';
import type { AnchorChain, Bytes32, ChainHash, Inclusion } from '@lianpiao/contracts';
import type { OutboxNonce, WatchedAnchor } from '@lianpiao/gateway/stores';
import type { MinedTransaction, Observation, Standing } from './situation';

/** What there is to ask for. */
export interface Questions {
  readonly origin: Bytes32;
  readonly newest: WatchedAnchor | undefined;
  readonly oldest: OutboxNonce | undefined;
}

/**
 * Asks the node, once. The next nonce comes before the standing of our transactions: what was mined before the first
 * question is found by the second.
 * @throws AnchorError of the first question that failed.
 */
export async function observe(chain: AnchorChain, { origin, newest, oldest }: Questions): Promise<Observation> {
  const contractKnown = await knowsContract(chain);
  const { number: head } = await chain.head();
  const nextNonce = await chain.nextNonce();
  const latest = contractKnown ? await chain.latest(origin) : undefined;
  return {
    contractKnown,
    head: Number(head),
    nextNonce,
    market: await chain.market(),
    latest: latest && { size: Number(latest.size), root: latest.root as string as Digest, block: Number(latest.blockNumber) },
    newest: newest && { transaction: newest.transaction, stands: await stands(chain, newest) },
    oldest: oldest && { nonce: oldest.nonce, standing: await standingOf(chain, oldest, head) },
  };
}

/** Errors: all but CHAIN_CONTRACT_UNKNOWN, which is an answer. */
async function knowsContract(chain: AnchorChain): Promise<boolean> {
  try {
    await chain.verifyTarget();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'CHAIN_CONTRACT_UNKNOWN') return false;
    throw error;
  }
}

async function stands(chain: AnchorChain, anchor: WatchedAnchor): Promise<boolean> {
  const inclusion = await chain.inclusion(anchor.transaction as ChainHash);
  return inclusion.state === 'included' && inclusion.block.hash === anchor.blockHash;
}

/** Any attempt may have been mined, never two; the last one tells whether the node still holds what waits. */
async function standingOf(chain: AnchorChain, { attempts }: OutboxNonce, head: bigint): Promise<Standing> {
  let waiting: Standing = { state: 'unknown' };
  for (const { hash, attempt } of [...attempts].reverse()) {
    const inclusion = await chain.inclusion(hash as ChainHash);
    const mined = minedOf(inclusion, hash, head);
    if (mined !== undefined) return mined;
    if (inclusion.state === 'pending' && waiting.state === 'unknown') {
      waiting = { state: attempt === attempts.length ? 'pending' : 'older' };
    }
  }
  return waiting;
}

function minedOf(inclusion: Inclusion, hash: string, head: bigint): MinedTransaction | undefined {
  if (inclusion.state === 'included') return { ...inclusion, hash };
  if (inclusion.state !== 'reverted') return undefined;
  return { ...inclusion, hash, confirmations: head >= inclusion.block.number ? head - inclusion.block.number + 1n : 0n };
}
