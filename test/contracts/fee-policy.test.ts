import fc from 'fast-check';
import { DEFAULT_FEE_CAP, nextFees } from '../../contracts/src';
import type { Fees } from '../../contracts/src';

const GWEI = 1_000_000_000n;

function fees(maxFeePerGas: bigint, maxPriorityFeePerGas: bigint): Fees {
  return { maxFeePerGas, maxPriorityFeePerGas };
}

/** Fees from nothing to a hundred times the default cap, the priority fee within the maximum fee. */
const anyFees = fc
  .tuple(fc.bigInt(0n, 50_000n * GWEI), fc.bigInt(0n, 5_000n * GWEI))
  .map(([one, two]) => (one > two ? fees(one, two) : fees(two, one)));
const anyAttempt = fc.integer({ min: -1, max: 1_000_000 });

describe('nextFees', () => {
  it.each([
    ['first time: the market', undefined, fees(20n * GWEI, GWEI), 1, fees(20n * GWEI, GWEI)],
    ['an eighth', fees(80n * GWEI, 8n * GWEI), fees(GWEI, GWEI), 1, fees(90n * GWEI, 9n * GWEI)],
    ['two eighths', fees(80n * GWEI, 8n * GWEI), fees(GWEI, GWEI), 2, fees(100n * GWEI, 10n * GWEI)],
    ['half', fees(80n * GWEI, 8n * GWEI), fees(GWEI, GWEI), 3, fees(120n * GWEI, 12n * GWEI)],
    ['double', fees(80n * GWEI, 8n * GWEI), fees(GWEI, GWEI), 4, fees(160n * GWEI, 16n * GWEI)],
    ['double, and no more', fees(80n * GWEI, 8n * GWEI), fees(GWEI, GWEI), 9, fees(160n * GWEI, 16n * GWEI)],
    ['rounded up', fees(9n, 1n), fees(0n, 0n), 1, fees(11n, 2n)],
    ['from nothing', fees(0n, 0n), fees(0n, 0n), 1, fees(1n, 1n)],
    ['a market that ran away', fees(10n * GWEI, GWEI), fees(300n * GWEI, 2n * GWEI), 1, fees(300n * GWEI, 2n * GWEI)],
    ['stopped at the cap', fees(400n * GWEI, 40n * GWEI), fees(GWEI, GWEI), 4, DEFAULT_FEE_CAP],
  ])('%s', (_, previous, market, attempt, expected) => {
    expect(nextFees(previous, market, attempt)).toEqual({ action: 'send', fees: expected });
  });

  it('holds when the smallest bump passes the cap, and says what it would take', () => {
    const previous = fees(460n * GWEI, 8n * GWEI);
    const needed = fees((460n * GWEI * 9n) / 8n, 9n * GWEI);
    expect(nextFees(previous, fees(GWEI, GWEI), 1)).toEqual({ action: 'hold', needed });
  });

  it('holds when the market is above the cap', () => {
    const market = fees(501n * GWEI, GWEI);
    expect(nextFees(undefined, market, 1)).toEqual({ action: 'hold', needed: market });
  });

  it('never sends below the market, above the cap, or with a priority fee above the maximum fee', () => {
    fc.assert(
      fc.property(fc.option(anyFees, { nil: undefined }), anyFees, anyAttempt, anyFees, (previous, market, attempt, cap) => {
        const decision = nextFees(previous, market, attempt, cap);
        if (decision.action === 'hold') return;
        const { maxFeePerGas, maxPriorityFeePerGas } = decision.fees;
        expect(maxFeePerGas).toBeGreaterThanOrEqual(market.maxFeePerGas);
        expect(maxPriorityFeePerGas).toBeGreaterThanOrEqual(market.maxPriorityFeePerGas);
        expect(maxFeePerGas).toBeLessThanOrEqual(cap.maxFeePerGas);
        expect(maxPriorityFeePerGas).toBeLessThanOrEqual(cap.maxPriorityFeePerGas);
        expect(maxPriorityFeePerGas).toBeLessThanOrEqual(maxFeePerGas);
      }),
    );
  });

  it('raises both fields by an eighth at least, so that every client replaces the transaction', () => {
    fc.assert(
      fc.property(anyFees, anyFees, anyAttempt, anyFees, (previous, market, attempt, cap) => {
        const decision = nextFees(previous, market, attempt, cap);
        const next = decision.action === 'send' ? decision.fees : decision.needed;
        for (const field of ['maxFeePerGas', 'maxPriorityFeePerGas'] as const) {
          expect(next[field] * 8n).toBeGreaterThanOrEqual(previous[field] * 9n);
          expect(next[field]).toBeGreaterThan(previous[field]);
        }
      }),
    );
  });

  it('holds only when what is needed passes the cap', () => {
    fc.assert(
      fc.property(fc.option(anyFees, { nil: undefined }), anyFees, anyAttempt, anyFees, (previous, market, attempt, cap) => {
        const decision = nextFees(previous, market, attempt, cap);
        if (decision.action === 'send') return;
        const { needed } = decision;
        const passes = needed.maxFeePerGas > cap.maxFeePerGas || needed.maxPriorityFeePerGas > cap.maxPriorityFeePerGas;
        expect(passes).toBe(true);
      }),
    );
  });

  it('comes to an end: under a still market a nonce is bumped a few dozen times at most, then held', () => {
    fc.assert(
      fc.property(anyFees, (market) => {
        let previous: Fees | undefined;
        for (let attempt = 1; attempt <= 60; attempt += 1) {
          const decision = nextFees(previous, market, attempt);
          if (decision.action === 'hold') return;
          previous = decision.fees;
        }
        throw new Error('60 bumps and no end');
      }),
    );
  });
});
