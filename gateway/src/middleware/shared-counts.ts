import type { Redis } from 'ioredis';

/** Up to here each hit of a window is counted in Redis at once; a busier caller's are sent together, this often. */
const EXACT_HITS = 200;
const SYNC_MS = 100;
/** Callers remembered at a time. */
const MAX_CALLERS = 100_000;

interface Count {
  readonly window: number;
  /** Hits that Redis told of, those of all gateways; and ours that it does not know yet. */
  shared: number;
  unsent: number;
  sentAt: number;
}

/**
 * Counts requests in fixed windows, in Redis, so that several gateways share them: exactly for whoever asks now and then,
 * within a tenth of a second for whoever asks all the time. When Redis is away the count goes on here.
 */
export class SharedCounts {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #windowMs: number;
  readonly #counts = new Map<string, Count>();

  constructor(redis: Redis, prefix: string, windowMs: number) {
    this.#redis = redis;
    this.#prefix = prefix;
    this.#windowMs = windowMs;
  }

  /** Counts one hit more. @returns the hits of this window, those of other gateways included, and how long it lasts. */
  async count(key: string): Promise<{ readonly hits: number; readonly secondsLeft: number }> {
    const now = Date.now();
    const count = this.#count(key, Math.floor(now / this.#windowMs));
    count.unsent += 1;
    const isExact = count.shared < EXACT_HITS || now - count.sentAt >= SYNC_MS;
    if (isExact) count.sentAt = now;
    return {
      // What Redis answered to this very hit: by now others may have been counted.
      hits: isExact ? await this.#send(key, count) : count.shared + count.unsent,
      secondsLeft: Math.ceil(((count.window + 1) * this.#windowMs - now) / 1000),
    };
  }

  #count(key: string, window: number): Count {
    let count = this.#counts.get(key);
    if (count?.window !== window) {
      if (this.#counts.size >= MAX_CALLERS) this.#counts.clear();
      count = { window, shared: 0, unsent: 0, sentAt: 0 };
      this.#counts.set(key, count);
    }
    return count;
  }

  /** @returns the hits so far, those that are sent now included. */
  async #send(key: string, count: Count): Promise<number> {
    const hits = count.unsent;
    count.unsent = 0;
    const name = `${this.#prefix}${key}:${String(count.window)}`;
    try {
      const [total] = await Promise.all([this.#redis.incrby(name, hits), this.#redis.pexpire(name, 2 * this.#windowMs)]);
      count.shared = total;
      return total;
    } catch {
      // The connection itself logs that Redis is away.
      count.shared += hits;
      return count.shared;
    }
  }
}
