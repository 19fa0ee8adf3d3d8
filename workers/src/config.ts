import { hostname } from 'node:os';

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
  readonly instance: string;
  readonly webhooks: WebhookSettings;
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
    webhooks: {
      allow: setting(environment, 'LIANPIAO_WEBHOOK_ALLOW', ''),
      attempts: wholeNumber(environment, 'LIANPIAO_WEBHOOK_ATTEMPTS', 80, 1, 1000),
      firstPauseMs: wholeNumber(environment, 'LIANPIAO_WEBHOOK_PAUSE_MS', 2000, 10, 3_600_000),
      timeoutMs: wholeNumber(environment, 'LIANPIAO_WEBHOOK_TIMEOUT_MS', 15_000, 100, 60_000),
    },
  };
}

function wholeNumber(environment: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const value = Number(environment[name] ?? fallback);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${name} is a whole number from ${String(least)} to ${String(most)}`);
  return value;
}

function setting(environment: NodeJS.ProcessEnv, name: string, fallback: string): string {
  return environment[name] ?? fallback;
}
