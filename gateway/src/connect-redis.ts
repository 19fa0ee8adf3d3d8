import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config';

const COMMAND_TIMEOUT_MS = 250;

/** A connection that never keeps a request waiting: when Redis is away, commands fail at once. */
export function connectRedis(config: Pick<GatewayConfig, 'redisUrl'>, logger: Logger): Redis {
  const redis = new Redis(config.redisUrl, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
  });
  let away = false;
  redis.on('error', (error) => {
    if (!away) logger.warn({ err: error }, 'redis is away: each process counts its own limits until it is back');
    away = true;
  });
  redis.on('ready', () => {
    away = false;
  });
  return redis;
}
