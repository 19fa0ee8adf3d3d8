import type { IncomingMessage, ServerResponse } from 'node:http';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Redis } from 'ioredis';
import type { GatewayConfig } from '../config';
import { claimantOf } from './authenticate';
import { SharedCounts } from './shared-counts';

const WINDOW_MS = 60_000;

/** Counts a request and writes how many its caller has left. @throws LedgerError RATE_LIMITED. */
export type CountRequest = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Limits requests a minute by API key, or by address without one (an IPv6 network of 56 bits is one address); counted in
 * Redis, so that several gateways share the count. When Redis is away, each gateway counts for itself: a till never waits
 * for it. The fields are those of draft-ietf-httpapi-ratelimit-headers-10.
 */
export function requestCounter(redis: Redis, config: GatewayConfig): CountRequest {
  const counts = new SharedCounts(redis, `${config.queuePrefix}:rate:`, WINDOW_MS);
  return async (request, response) => {
    const principal = claimantOf(request);
    const limit = principal === undefined ? config.anonymousLimit : config.keyLimit;
    const { hits, secondsLeft } = await counts.count(principal?.keyId ?? ipKeyGenerator(request.socket.remoteAddress ?? ''));
    response.setHeader('RateLimit-Policy', `"minute";q=${String(limit)};w=${String(WINDOW_MS / 1000)}`);
    response.setHeader('RateLimit', `"minute";r=${String(Math.max(0, limit - hits))};t=${String(secondsLeft)}`);
    if (hits <= limit) return;
    response.setHeader('Retry-After', String(secondsLeft));
    throw new LedgerError('RATE_LIMITED');
  };
}

export const limitRates =
  (count: CountRequest): RequestHandler =>
  async (request, response, next) => {
    await count(request, response);
    next();
  };
