/** Fees of a transaction in wei per unit of gas (EIP-1559). The priority fee is never above the maximum fee. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/**
 * What to do next. `hold`: nothing acceptable to the node fits under the cap; what was sent stays, ask again later and
 * tell someone.
 */
export type FeeDecision = { readonly action: 'send'; readonly fees: Fees } | { readonly action: 'hold'; readonly needed: Fees };

/** The most that is ever paid: 500 gwei of fees, 50 gwei of them to the block's proposer. */
export const DEFAULT_FEE_CAP: Fees = { maxFeePerGas: 500_000_000_000n, maxPriorityFeePerGas: 50_000_000_000n };

/** Clients replace a waiting transaction when both its fees are raised by 10 % (go-ethereum) or 12.5 % (others): by an eighth. */
const EIGHTH = 8n;

/** From this attempt on a bump doubles the fees; before, it is 1, 2 and 4 eighths. */
const DOUBLING_ATTEMPT = 4;

/** The smallest fee that replaces `fee`, rounded up, and never the same. */
function smallestBump(fee: bigint): bigint {
  const eighth = (fee + EIGHTH - 1n) / EIGHTH;
  return fee + (eighth > 0n ? eighth : 1n);
}

/** Where this attempt would like to be: later attempts take larger steps. */
function wantedBump(fee: bigint, attempt: number): bigint {
  const eighths = 2n ** BigInt(Math.min(Math.max(attempt, 1), DOUBLING_ATTEMPT) - 1);
  return larger(smallestBump(fee), fee + (fee * eighths + EIGHTH - 1n) / EIGHTH);
}

function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

/** Neither field below those of `floor`, and the priority fee within the maximum fee. */
function atLeast(fees: Fees, floor: Fees): Fees {
  const maxPriorityFeePerGas = larger(fees.maxPriorityFeePerGas, floor.maxPriorityFeePerGas);
  return { maxFeePerGas: larger(larger(fees.maxFeePerGas, floor.maxFeePerGas), maxPriorityFeePerGas), maxPriorityFeePerGas };
}

function bump(fees: Fees, by: (fee: bigint) => bigint): Fees {
  return { maxFeePerGas: by(fees.maxFeePerGas), maxPriorityFeePerGas: by(fees.maxPriorityFeePerGas) };
}

/**
 * The fees of the next transaction for a nonce. Pure: equal arguments, equal decision.
 *
 * What is sent is never below the market in either field, at least an eighth above `previous` in both, and within the
 * cap in both; when these contradict each other the decision is `hold`. A step that would pass the cap stops there.
 *
 * @param previous fees of the transaction that waits with this nonce; undefined when none was sent
 * @param market what would be mined soon, see `AnchorChain.market`
 * @param attempt how often this nonce was bumped before, plus one; only the size of the step depends on it
 * @param cap the most that may be paid
 */
export function nextFees(previous: Fees | undefined, market: Fees, attempt: number, cap: Fees = DEFAULT_FEE_CAP): FeeDecision {
  const needed = atLeast(previous === undefined ? market : bump(previous, smallestBump), market);
  if (needed.maxFeePerGas > cap.maxFeePerGas || needed.maxPriorityFeePerGas > cap.maxPriorityFeePerGas) {
    return { action: 'hold', needed };
  }
  const wanted =
    previous === undefined
      ? needed
      : atLeast(
          bump(previous, (fee) => wantedBump(fee, attempt)),
          needed,
        );
  const maxFeePerGas = smaller(wanted.maxFeePerGas, cap.maxFeePerGas);
  const maxPriorityFeePerGas = smaller(smaller(wanted.maxPriorityFeePerGas, cap.maxPriorityFeePerGas), maxFeePerGas);
  return { action: 'send', fees: { maxFeePerGas, maxPriorityFeePerGas } };
}
