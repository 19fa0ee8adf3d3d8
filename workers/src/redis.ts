import { Redis } from 'ioredis';

const CONNECT_TIMEOUT_MS = 5000;

/** A connection for BullMQ's workers: it waits for Redis to come back instead of failing what is under way. */
export function connectRedis(url: string): Redis {
  return new Redis(url, { maxRetriesPerRequest: null, connectTimeout: CONNECT_TIMEOUT_MS, enableReadyCheck: true });
}

/**
 * Refuses a Redis that would drop jobs under memory pressure, or lose them with its process.
 * @throws Error naming the setting.
 */
export async function refuseUnsafeRedis(redis: Redis): Promise<void> {
  const policy = await setting(redis, 'maxmemory-policy');
  if (policy !== 'noeviction') throw new Error(`Redis has maxmemory-policy ${policy}: set it to noeviction`);
  const appendOnly = await setting(redis, 'appendonly');
  if (appendOnly !== 'yes') throw new Error(`Redis has appendonly ${appendOnly}: set it to yes`);
}

async function setting(redis: Redis, name: string): Promise<string> {
  const answer = (await redis.config('GET', name)) as readonly string[];
  return answer[1] ?? 'unknown';
}
