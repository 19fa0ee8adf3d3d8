import { availableParallelism } from 'node:os';
import { readKeySettings, type KeySettings } from './crypto/key-settings';
import { readDatabaseUrl } from './stores/shared/open-shared';
import { readLedgerSettings, type LedgerSettings } from './ledger/ledger-settings';
import { readOidcSettings, type OidcSettings } from './sign-in/oidc-settings';
import { readTlsSettings, type TlsSettings } from './tls-settings';
import { wholeNumber } from './whole-number';
import { readTraceSettings, type TraceSettings } from './tracing/tracing';

/** Settings of the gateway, read once from the environment and checked before anything starts. docs/runbook.md lists them. */
export interface GatewayConfig {
  readonly dataFolder: string;
  readonly ledger: LedgerSettings;
  readonly host: string;
  readonly port: number;
  /** Absent: no TLS of our own. */
  readonly tls: TlsSettings | undefined;
  readonly redisUrl: string;
  readonly queuePrefix: string;
  /** First line of the log's checkpoints. */
  readonly logOrigin: string;
  /** Tiles and entries wholly below this index are no longer served (C2SP tlog-tiles, "Pruning"); 0 serves all. */
  readonly logMinimumIndex: number;
  /** Requests a minute for one API key, and for one address without a key. */
  readonly keyLimit: number;
  readonly anonymousLimit: number;
  /** Region (2 digits) and channel (1 digit) of automatically allotted numbers. */
  readonly regionAndChannel: string;
  readonly tillChunk: number;
  readonly sellerChunk: number;
  /** Processes that share the port: the costly checks run side by side. */
  readonly processes: number;
  readonly logLevel: string;
  /** Where people reach this gateway: links on papers begin with it. Without a slash at the end. */
  readonly publicUrl: string;
  /** Receivers of webhooks beside those on the public internet: hosts and ranges of addresses. */
  readonly webhookAllow: string;
  /** C2SP tlog-policy file: whose cosignatures a checkpoint needs before it is shown; without it, nobody's. */
  readonly witnessPolicyFile: string | undefined;
  /** Name under which this organisation attests what its ledger committed. */
  readonly attesterName: string;
  /** C2SP tlog-policy file: whose word on the commit a bundle needs; without it, nobody's but the own. */
  readonly attestersFile: string | undefined;
  /** File that names the connections to sources of data; without it there are none. */
  readonly sourcesFile: string | undefined;
  /** File that names the connectors of other organisations; without it messages are received and none is sent. */
  readonly peersFile: string | undefined;
  /** Compiled official rules of EN 16931 (scripts/lib/en16931-rules.sh); without them the ledger's own rules judge alone. */
  readonly en16931Rules: string | undefined;
  /** PostgreSQL that the organisation's gateways share for lists, lineages and statistics; without it the folder's index serves them. */
  readonly databaseUrl: string | undefined;
  readonly keys: KeySettings;
  /** Absent: people sign in with API keys. */
  readonly oidc: OidcSettings | undefined;
  /** Absent: no traces. */
  readonly traces: TraceSettings | undefined;
}

/** The channel digit of test numbers. */
export const SANDBOX_CHANNEL = '9';
/** Commands that may wait for the ledger. */
export const QUEUE_LIMIT = 20_000;

/** @throws Error naming the setting that is wrong or dangerous. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const regionAndChannel = setting(environment, 'LIANPIAO_REGION_AND_CHANNEL', '440');
  if (!/^\d{3}$/.test(regionAndChannel) || regionAndChannel.endsWith(SANDBOX_CHANNEL)) {
    throw new Error(`LIANPIAO_REGION_AND_CHANNEL is three digits, the last one not ${SANDBOX_CHANNEL} (test numbers)`);
  }
  const ledger = readLedgerSettings(environment);
  return {
    ledger,
    dataFolder: setting(environment, 'LIANPIAO_DATA', './data'),
    host: setting(environment, 'LIANPIAO_HOST', '127.0.0.1'),
    port: wholeNumber(environment, 'LIANPIAO_PORT', 3000, 0, 65_535),
    tls: readTlsSettings(environment),
    redisUrl: setting(environment, 'REDIS_URL', 'redis://127.0.0.1:6379'),
    queuePrefix: setting(environment, 'LIANPIAO_QUEUE_PREFIX', 'lianpiao'),
    logOrigin: logOrigin(environment),
    logMinimumIndex: wholeNumber(environment, 'LIANPIAO_LOG_MINIMUM_INDEX', 0, 0, Number.MAX_SAFE_INTEGER),
    keyLimit: wholeNumber(environment, 'LIANPIAO_KEY_LIMIT', 600_000, 1, 1_000_000_000),
    anonymousLimit: wholeNumber(environment, 'LIANPIAO_ANONYMOUS_LIMIT', 6_000, 1, 1_000_000_000),
    regionAndChannel,
    tillChunk: wholeNumber(environment, 'LIANPIAO_TILL_CHUNK', 10_000, 4, 1_000_000_000),
    sellerChunk: wholeNumber(environment, 'LIANPIAO_SELLER_CHUNK', 1_000_000, 4, 1_000_000_000),
    processes: wholeNumber(environment, 'LIANPIAO_PROCESSES', defaultProcesses(ledger), 1, 64),
    publicUrl: publicUrl(environment),
    logLevel: setting(environment, 'LIANPIAO_LOG_LEVEL', 'info'),
    webhookAllow: setting(environment, 'LIANPIAO_WEBHOOK_ALLOW', ''),
    witnessPolicyFile: environment['LIANPIAO_WITNESS_POLICY'],
    attesterName: setting(environment, 'LIANPIAO_ATTESTER_NAME', defaultAttester(environment, ledger)),
    attestersFile: environment['LIANPIAO_ATTESTERS'],
    sourcesFile: environment['LIANPIAO_SOURCES'],
    peersFile: environment['LIANPIAO_PEERS'],
    en16931Rules: environment['LIANPIAO_EN16931_RULES'],
    databaseUrl: readDatabaseUrl(environment),
    keys: readKeySettings(environment),
    oidc: readOidcSettings(environment, publicUrl(environment)),
    traces: readTraceSettings(environment),
  };
}

function logOrigin(environment: NodeJS.ProcessEnv): string {
  return setting(environment, 'LIANPIAO_LOG_ORIGIN', 'lianpiao.example/log');
}

/** The members of a channel have one log, and a name each. */
function defaultAttester(environment: NodeJS.ProcessEnv, ledger: LedgerSettings): string {
  return `${logOrigin(environment)}/${ledger.kind === 'fabric' ? ledger.mspId : 'ledger'}`;
}

/** On Fabric the rules run at the endorsers, and two processes would overtake each other at every till. */
function defaultProcesses(ledger: LedgerSettings): number {
  return ledger.kind === 'fabric' ? 1 : Math.min(2, availableParallelism());
}

/** By default the way that works on the operator's own machine, whatever name it listens on. */
function publicUrl(environment: NodeJS.ProcessEnv): string {
  const text = setting(environment, 'LIANPIAO_PUBLIC_URL', `http://localhost:${setting(environment, 'LIANPIAO_PORT', '3000')}`);
  if (!/^https?:\/\/[^\s?#]{1,200}$/.test(text)) throw new Error('LIANPIAO_PUBLIC_URL is an http or https URL without ? and #');
  return text.replace(/\/+$/, '');
}

function setting(environment: NodeJS.ProcessEnv, name: string, fallback: string): string {
  return environment[name] ?? fallback;
}
