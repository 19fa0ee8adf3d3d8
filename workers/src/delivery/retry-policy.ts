import type { Decision } from '@lianpiao/gateway/stores';

/** How long a delivery is tried. */
export interface RetryPolicy {
  /** Attempts for one event before it is given up. */
  readonly attempts: number;
  /** Milliseconds after the first failure; three times as many after each further one, up to {@link MAX_PAUSE_MS}. */
  readonly firstPauseMs: number;
}

/** What a receiver did: the status of its answer, or a word for why there was none. */
export interface Outcome {
  readonly status?: number;
  readonly outcome: string;
  /** What it asked for with Retry-After. */
  readonly retryAfterMs?: number;
}

/** No pause is longer: a receiver that is back waits no more than this. */
export const MAX_PAUSE_MS = 3600 * 1000;
const GROWTH = 3;
/** Pauses differ by this share either way, so that receivers which failed together do not come back together. */
const JITTER = 0.2;
const GONE = 410;

/**
 * What follows from an attempt. A redirect is a failure like others: nobody judged where it leads.
 * @param failures attempts for the same event that failed before.
 * @param random from 0 to 1.
 */
export function decide(
  { status = 0, retryAfterMs = 0 }: Outcome,
  failures: number,
  policy: RetryPolicy,
  random: number,
): Decision {
  if (isDelivered(status)) return { kind: 'delivered' };
  if (status === GONE) return { kind: 'gone' };
  if (failures + 1 >= policy.attempts) return { kind: 'given-up' };
  const pause = Math.min(MAX_PAUSE_MS, policy.firstPauseMs * GROWTH ** failures);
  const jittered = pause * (1 - JITTER + 2 * JITTER * random);
  return { kind: 'retry', afterMs: Math.max(jittered, Math.min(retryAfterMs, MAX_PAUSE_MS)) };
}

/** Only a 2xx says that the receiver has it. */
export function isDelivered(status = 0): boolean {
  return status >= 200 && status < 300;
}

/** Milliseconds that a Retry-After asks for (RFC 9110 §10.2.3); undefined for what is none. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
