import { LedgerError } from '@lianpiao/chaincode/domain';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Redis } from 'ioredis';
import type { GatewayConfig } from '../config';
import { principalOf } from './authenticate';
import { SharedCounts } from './shared-counts';

const WINDOW_MS = 60_000;

/**
 * Limits requests a minute by API key, or by address without one; counted in Redis, so that several gateways share the
 * count. When Redis is away, each gateway counts for itself: a till never waits for it.
 */
export function limitRates(redis: Redis, config: GatewayConfig): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: (request) => (principalOf(request) === undefined ? config.anonymousLimit : config.keyLimit),
    keyGenerator: (request) => principalOf(request)?.keyId ?? ipKeyGenerator(request.ip ?? ''),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    store: new SharedCounts(redis, `${config.queuePrefix}:rate:`, WINDOW_MS),
    handler: (_request, _response, next) => {
      next(new LedgerError('RATE_LIMITED'));
    },
  });
}
