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
  };
}

function setting(environment: NodeJS.ProcessEnv, name: string, fallback: string): string {
  return environment[name] ?? fallback;
}
