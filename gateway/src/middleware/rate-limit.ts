import { createHash } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type ClientRateLimitInfo } from 'express-rate-limit';
import type { Redis } from 'ioredis';
import { RedisStore, type RedisReply } from 'rate-limit-redis';
import type { GatewayConfig } from '../config';
import { principalOf } from './authenticate';

const WINDOW_MS = 60_000;

/**
 * Limits requests a minute by API key, or by address without one; counted in Redis, so that several gateways share the
 * count. When Redis is away, requests pass: a till never waits for it.
 */
export function limitRates(redis: Redis, config: GatewayConfig): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: (request) => (principalOf(request) === undefined ? config.anonymousLimit : config.keyLimit),
    keyGenerator: (request) => principalOf(request)?.keyId ?? ipKeyGenerator(request.ip ?? ''),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    store: new PassingStore({
      prefix: `${config.queuePrefix}:rate:`,
      sendCommand: (command: string, ...values: string[]) => send(redis, command, values),
    }),
    handler: (_request, _response, next) => {
      next(new LedgerError('RATE_LIMITED'));
    },
  });
}

/** Counts in Redis; what it cannot count is the first request of its caller. The connection itself logs that Redis is away. */
class PassingStore extends RedisStore {
  override async increment(key: string): Promise<ClientRateLimitInfo> {
    try {
      return await super.increment(key);
    } catch {
      return { totalHits: 1, resetTime: new Date(Date.now() + WINDOW_MS) };
    }
  }
}

/**
 * The store loads its scripts once, when it is made, and would never count if that failed because Redis came later. A
 * script's name is its SHA-1, so it is known without Redis, which asks for the script again when it lacks it.
 */
async function send(redis: Redis, command: string, values: readonly string[]): Promise<RedisReply> {
  try {
    return (await redis.call(command, ...values)) as RedisReply;
  } catch (error) {
    if (command !== 'SCRIPT') throw error;
    return createHash('sha1')
      .update(values[1] ?? '')
      .digest('hex');
  }
}
