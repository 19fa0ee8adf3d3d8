import fc from 'fast-check';
import { decide, MAX_PAUSE_MS, parseRetryAfter, type Outcome } from '../../../workers/src/delivery/retry-policy';

const POLICY = { attempts: 80, firstPauseMs: 2000 };
const failure = fc.oneof(
  fc.record({ outcome: fc.constantFrom('timeout', 'refused', 'unreachable') }),
  fc
    .integer({ min: 300, max: 599 })
    .filter((status) => status !== 410)
    .chain((status) =>
      fc.record(
        { status: fc.constant(status), outcome: fc.constant(String(status)), retryAfterMs: fc.integer({ min: 0, max: 1e12 }) },
        { requiredKeys: ['status', 'outcome'] },
      ),
    ),
) as fc.Arbitrary<Outcome>;
const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('what follows from an attempt', () => {
  it('is a delivery for every 2xx and for nothing else', () => {
    for (let status = 100; status < 600; status += 1) {
      const { kind } = decide({ status, outcome: String(status) }, 0, POLICY, 0.5);
      expect([status, kind === 'delivered']).toEqual([status, status >= 200 && status < 300]);
    }
    expect(decide({ outcome: 'timeout' }, 0, POLICY, 0.5).kind).toBe('retry');
  });

  it('is the end of the webhook for 410', () => {
    expect(decide({ status: 410, outcome: '410' }, 0, POLICY, 0.5)).toEqual({ kind: 'gone' });
  });

  it('is a pause that grows, never longer than the longest, and ends after the attempts there are', () => {
    fc.assert(
      fc.property(failure, fc.integer({ min: 0, max: 200 }), random, (outcome, failures, share) => {
        const decision = decide(outcome, failures, POLICY, share);
        if (failures + 1 >= POLICY.attempts) return decision.kind === 'given-up';
        if (decision.kind !== 'retry') return false;
        return decision.afterMs >= POLICY.firstPauseMs * 0.8 && decision.afterMs <= MAX_PAUSE_MS * 1.2 + 1;
      }),
    );
  });

  it('waits as long as the receiver asks, within the longest pause', () => {
    const asked = (retryAfterMs: number): number => {
      const decision = decide({ status: 429, outcome: '429', retryAfterMs }, 0, POLICY, 0.5);
      return decision.kind === 'retry' ? decision.afterMs : -1;
    };
    expect([asked(0), asked(60_000), asked(1e9)]).toEqual([2000, 60_000, MAX_PAUSE_MS]);
  });

  it('gives a receiver that is away about three days before it gives up', () => {
    let total = 0;
    for (let failures = 0; ; failures += 1) {
      const decision = decide({ outcome: 'refused' }, failures, POLICY, 0.5);
      if (decision.kind !== 'retry') break;
      total += decision.afterMs;
    }
    expect(total / 3_600_000).toBeGreaterThan(70);
    expect(total / 3_600_000).toBeLessThan(76);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sat, 31 Jan 2026 12:01:00 GMT', 60_000],
    ['Sat, 31 Jan 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5x', undefined],
    [undefined, undefined],
  ])('%s', (value, wanted) => {
    expect(parseRetryAfter(value, now)).toBe(wanted);
  });
});
