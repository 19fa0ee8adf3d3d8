import { hostname } from 'node:os';
import { join } from 'node:path';
import { parseAddress, type Address } from '@lianpiao/contracts';
import { readTraceSettings, type TraceSettings } from '@lianpiao/gateway/queue';
import { readDatabaseUrl, readKeySettings, type KeySettings } from '@lianpiao/gateway/stores';

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
  /** Where metrics and health are served; absent: nowhere. */
  readonly watching: WatchAddress | undefined;
  readonly keys: KeySettings;
  /** Absent: no traces. */
  readonly traces: TraceSettings | undefined;
  readonly instance: string;
  readonly webhooks: WebhookSettings;
  /** C2SP tlog-policy file with the addresses of the witnesses; absent: nobody cosigns. */
  readonly witnessPolicyFile: string | undefined;
  /** PostgreSQL that the organisation's gateways share; absent: there is none to fill. */
  readonly databaseUrl: string | undefined;
  /** Absent: no anchoring. */
  readonly anchoring: AnchoringConfig | undefined;
}

/** An address to listen on, for whoever watches over the workers. */
export interface WatchAddress {
  readonly host: string;
  readonly port: number;
}

/** How webhooks are delivered. */
export interface WebhookSettings {
  /** Receivers beside those on the public internet: hosts and ranges of addresses. */
  readonly allow: string;
  /** Attempts for one event before it is given up: with the default pauses about three days. */
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly timeoutMs: number;
}

/** Where, how often and for how much the log's checkpoints are anchored. */
export interface AnchoringConfig {
  readonly rpcUrl: string;
  readonly chainId: number;
  readonly contract: Address;
  readonly keyFile: string;
  readonly confirmations: number;
  /** Between two anchors. */
  readonly intervalMs: number;
  /** Between two looks at the chain. */
  readonly lookMs: number;
  readonly bumpAfterMs: number;
  /** The most that is paid for a unit of gas, in gwei. */
  readonly maxFeeGwei: number;
}

const DEFAULT_TICK_MS = 250;
const MINUTE_MS = 60_000;
/** Chain ids of development nodes: nobody reorganises them, so three blocks are enough. */
const DEVELOPMENT_CHAINS: readonly number[] = [1337, 31_337];

/** @throws Error naming the setting that is missing or dangerous. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): WorkersConfig {
  const dataFolder = setting(environment, 'LIANPIAO_DATA', './data');
  return {
    dataFolder,
    redisUrl: setting(environment, 'REDIS_URL', 'redis://127.0.0.1:6379'),
    queuePrefix: setting(environment, 'LIANPIAO_QUEUE_PREFIX', 'lianpiao'),
    logOrigin: setting(environment, 'LIANPIAO_LOG_ORIGIN', 'lianpiao.example/log'),
    tickMs: wholeNumber(environment, 'LIANPIAO_TICK_MS', DEFAULT_TICK_MS, 20, 1000),
    logLevel: setting(environment, 'LIANPIAO_LOG_LEVEL', 'info'),
    watching: readWatchAddress(environment),
    keys: readKeySettings(environment),
    traces: readTraceSettings(environment),
    instance: `${hostname()}-${String(process.pid)}`,
    webhooks: {
      allow: setting(environment, 'LIANPIAO_WEBHOOK_ALLOW', ''),
      attempts: wholeNumber(environment, 'LIANPIAO_WEBHOOK_ATTEMPTS', 80, 1, 1000),
      firstPauseMs: wholeNumber(environment, 'LIANPIAO_WEBHOOK_PAUSE_MS', 2000, 10, 3_600_000),
      timeoutMs: wholeNumber(environment, 'LIANPIAO_WEBHOOK_TIMEOUT_MS', 15_000, 100, 60_000),
    },
    witnessPolicyFile: environment['LIANPIAO_WITNESS_POLICY'],
    databaseUrl: readDatabaseUrl(environment),
    anchoring: readAnchoring(environment, dataFolder),
  };
}

function readAnchoring(environment: NodeJS.ProcessEnv, dataFolder: string): AnchoringConfig | undefined {
  const rpcUrl = setting(environment, 'LIANPIAO_ANCHOR_RPC_URL', '');
  if (rpcUrl === '') return undefined;
  if (!/^https?:/.test(rpcUrl) || !URL.canParse(rpcUrl)) throw new Error('LIANPIAO_ANCHOR_RPC_URL is an http or https address');
  const contract = parseAddress(environment['LIANPIAO_ANCHOR_CONTRACT']);
  if (contract === undefined) throw new Error('LIANPIAO_ANCHOR_CONTRACT is the address of the anchor contract');
  const number = (name: string, fallback: number, least: number, most: number): number =>
    wholeNumber(environment, `LIANPIAO_ANCHOR_${name}`, fallback, least, most);
  const chainId = number('CHAIN_ID', Number.NaN, 1, Number.MAX_SAFE_INTEGER);
  return {
    rpcUrl,
    chainId,
    contract,
    keyFile: setting(environment, 'LIANPIAO_ANCHOR_KEY_FILE', join(dataFolder, 'keys', 'anchor.key')),
    confirmations: number('CONFIRMATIONS', DEVELOPMENT_CHAINS.includes(chainId) ? 3 : 12, 1, 10_000),
    intervalMs: number('INTERVAL_MS', 5 * MINUTE_MS, 100, 24 * 60 * MINUTE_MS),
    lookMs: number('LOOK_MS', 5000, 100, 10 * MINUTE_MS),
    bumpAfterMs: number('BUMP_MS', 2 * MINUTE_MS, 100, 24 * 60 * MINUTE_MS),
    maxFeeGwei: number('MAX_FEE_GWEI', 500, 1, 1_000_000),
  };
}

function readWatchAddress(environment: NodeJS.ProcessEnv): WatchAddress | undefined {
  if (setting(environment, 'LIANPIAO_WORKERS_PORT', '') === '') return undefined;
  return {
    host: setting(environment, 'LIANPIAO_WORKERS_HOST', '127.0.0.1'),
    port: wholeNumber(environment, 'LIANPIAO_WORKERS_PORT', 0, 1, 65_535),
  };
}

function wholeNumber(environment: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = environment[name] ?? String(fallback);
  const value = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${name} is a whole number from ${String(least)} to ${String(most)}`);
  return value;
}

function setting(environment: NodeJS.ProcessEnv, name: string, fallback: string): string {
  return environment[name] ?? fallback;
}
