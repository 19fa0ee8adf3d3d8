import { hostname } from 'node:os';
import { parseAddress, type Address } from '@lianpiao/contracts';

/** Settings of the workers, read once from the environment and checked before anything starts. */
export interface WorkersConfig {
  readonly dataFolder: string;
  readonly redisUrl: string;
  readonly queuePrefix: string;
  /** First line of the log's checkpoints. */
  readonly logOrigin: string;
  /** How often a follow-up is asked for even when nobody says that there is one. */
  readonly tickMs: number;
  readonly logLevel: string;
  /** Where the anchors are, for whoever compares them; absent when no chain is set. */
  readonly anchorTarget?: AnchorTarget;
  readonly instance: string;
}

/** A contract on an EVM chain. */
export interface AnchorTarget {
  readonly rpcUrl: string;
  readonly chainId: bigint;
  readonly contract: Address;
}

const DEFAULT_TICK_MS = 250;

/** @throws Error naming the setting that is missing or dangerous. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): WorkersConfig {
  const tickMs = Number(environment['LIANPIAO_TICK_MS'] ?? DEFAULT_TICK_MS);
  if (!Number.isInteger(tickMs) || tickMs < 20 || tickMs > 1000)
    throw new Error('LIANPIAO_TICK_MS is a whole number from 20 to 1000');
  return {
    dataFolder: setting(environment, 'LIANPIAO_DATA', './data'),
    redisUrl: setting(environment, 'REDIS_URL', 'redis://127.0.0.1:6379'),
    queuePrefix: setting(environment, 'LIANPIAO_QUEUE_PREFIX', 'lianpiao'),
    logOrigin: setting(environment, 'LIANPIAO_LOG_ORIGIN', 'lianpiao.example/log'),
    tickMs,
    logLevel: setting(environment, 'LIANPIAO_LOG_LEVEL', 'info'),
    instance: `${hostname()}-${String(process.pid)}`,
    ...anchorTarget(environment),
  };
}

/** All three of its settings, or none. */
function anchorTarget(environment: NodeJS.ProcessEnv): { readonly anchorTarget?: AnchorTarget } {
  const rpcUrl = environment['LIANPIAO_ANCHOR_RPC'];
  if (rpcUrl === undefined) return {};
  const contract = parseAddress(environment['LIANPIAO_ANCHOR_CONTRACT']);
  const chainId = environment['LIANPIAO_ANCHOR_CHAIN_ID'] ?? '';
  if (contract === undefined) throw new Error('LIANPIAO_ANCHOR_CONTRACT is the address of the anchor contract');
  if (!/^[1-9][0-9]{0,15}$/.test(chainId)) throw new Error('LIANPIAO_ANCHOR_CHAIN_ID is the number of the chain');
  return { anchorTarget: { rpcUrl, chainId: BigInt(chainId), contract } };
}

function setting(environment: NodeJS.ProcessEnv, name: string, fallback: string): string {
  return environment[name] ?? fallback;
}
