import type { SpanContext } from '@opentelemetry/api';
import type { Redis } from 'ioredis';
import { formatTraceParent, parseTraceParent } from './tracing';

/** Which span entries come from: those from one sequence on and below another. */
export interface TraceNote {
  readonly first: number;
  readonly end: number;
  readonly span: SpanContext;
}

/** Notes that wait at most, and for how long: with nobody to take them they are of no use. */
const MAX_NOTES = 10_000;
const KEEP_S = 3600;

/**
 * Notes from the gateway to the workers, in a list of Redis. They are for watching alone: nothing depends on them, and what
 * is lost with Redis is a line in a picture.
 */
export class TraceNotes {
  readonly #redis: Redis;
  readonly #key: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#key = `${prefix}:trace-notes`;
  }

  /** Leaves a note, without waiting for it. */
  leave({ first, end, span }: TraceNote): void {
    const text = `${String(first)} ${String(end)} ${formatTraceParent(span)}`;
    this.#redis
      .multi()
      .rpush(this.#key, text)
      .ltrim(this.#key, -MAX_NOTES, -1)
      .expire(this.#key, KEEP_S)
      .exec()
      .catch(() => undefined);
  }

  /** Takes the oldest notes away, `limit` at most. */
  async take(limit: number): Promise<TraceNote[]> {
    const texts = (await this.#redis.lpop(this.#key, limit)) ?? [];
    return texts.flatMap((text) => {
      const [first, end, parent] = text.split(' ');
      const span = parseTraceParent(parent);
      return span === undefined ? [] : [{ first: Number(first), end: Number(end), span }];
    });
  }
}
