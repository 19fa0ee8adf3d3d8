import { DEFAULT_FEE_CAP, EthersAnchorChain, type Fees } from '@lianpiao/contracts';
import { readAnchorKey, type AnchorStore, type LogStore } from '@lianpiao/gateway/stores';
import type { AnchoringConfig, WorkersConfig } from '../config';
import { follow, type Follower, type FollowOptions } from '../follow';
import { Anchorer } from './anchorer';
import type { TraceChain } from '../watching/trace-chain';
import { traceAnchoring } from '../watching/trace-sealing';
import type { AnchorSettings } from './situation';

const RPC_DEADLINE_MS = 5000;
const WEI_PER_GWEI = 1_000_000_000n;
/** A transaction that waited through so many raises of its fee is an alarm. */
const OVERDUE_BUMPS = 5;
/** A node forgets a transaction sooner than a fee becomes too low. */
const RESENDS_BEFORE_BUMP = 4;

/** Anchors the log's checkpoints when a node is configured, and says so when none is. */
export function followAnchoring(
  config: WorkersConfig,
  log: LogStore,
  store: AnchorStore,
  options: FollowOptions,
  traces?: TraceChain,
): Follower {
  const { anchoring } = config;
  if (anchoring === undefined) {
    options.logger.info('no anchoring: LIANPIAO_ANCHOR_RPC_URL is not set');
    return { close: () => Promise.resolve() };
  }
  const { rpcUrl, chainId, contract, keyFile, lookMs } = anchoring;
  const chain = new EthersAnchorChain({
    ...{ rpcUrl, contract, chainId: BigInt(chainId), deadlineMs: RPC_DEADLINE_MS },
    privateKey: readAnchorKey(keyFile),
  });
  const outbox = store.writer({ account: chain.account, chainId, holder: config.instance });
  const anchorer = new Anchorer({
    ...{ chain, outbox, log, origin: config.logOrigin, clock: Date.now, logger: options.logger },
    settings: settingsOf(anchoring),
  });
  const work = async (): Promise<number> => ((await anchorer.look()) === 'wait' ? 0 : 1);
  const follower = follow('anchor', traceAnchoring(work, store, traces), { ...options, tickMs: lookMs });
  options.logger.info({ chainId, contract, account: chain.account }, 'workers anchor the log');
  return {
    close: async () => {
      // First the connection: a look that waits for a node ends now, and what it leaves behind the next process finds.
      chain.close();
      await follower.close();
      anchorer.stop();
    },
  };
}

function settingsOf(config: AnchoringConfig): AnchorSettings {
  const { chainId, contract, confirmations, intervalMs, bumpAfterMs, maxFeeGwei } = config;
  const maxFeePerGas = BigInt(maxFeeGwei) * WEI_PER_GWEI;
  const { maxPriorityFeePerGas } = DEFAULT_FEE_CAP;
  const feeCap: Fees = {
    maxFeePerGas,
    maxPriorityFeePerGas: maxFeePerGas < maxPriorityFeePerGas ? maxFeePerGas : maxPriorityFeePerGas,
  };
  const resendAfterMs = Math.ceil(bumpAfterMs / RESENDS_BEFORE_BUMP);
  return {
    chainId,
    contract,
    confirmations,
    intervalMs,
    bumpAfterMs,
    resendAfterMs,
    overdueMs: OVERDUE_BUMPS * bumpAfterMs,
    feeCap,
  };
}
