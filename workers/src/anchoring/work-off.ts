import type { OutboxAttempt, OutboxNonce } from '@lianpiao/gateway/stores';
import { nextFees } from '@lianpiao/contracts';
import {
  CONFIRMED_ALARMS,
  WAIT,
  WAITING_ALARMS,
  type Alarm,
  type Choice,
  type MinedTransaction,
  type Situation,
  type Standing,
  type Unmined,
} from './situation';

/** A node that mined so many blocks without a transaction has passed over it. */
const PASSED_OVER_BLOCKS = 2;
/** Sending again waits at most so many times as long as at first. */
const MAX_RESEND_FACTOR = 32;

/** The next step for the oldest open nonce. */
export function workOff(situation: Situation, open: OutboxNonce, lowHead: number | undefined): Choice {
  const { chain, settings } = situation;
  const last = lastOf(open);
  if (last.contract !== settings.contract) return { step: { do: 'close', nonce: open.nonce, as: 'retired' } };
  const standing: Standing = chain.oldest?.nonce === open.nonce ? chain.oldest.standing : { state: 'unknown' };
  if (isMined(standing)) return settleMined(situation, open, standing, lowHead);
  if (chain.nextNonce > open.nonce) return taken(situation, open);
  if (chain.nextNonce < open.nonce) return stranded(situation, open);
  return push(situation, open, last, standing.state);
}

function lastOf({ attempts }: OutboxNonce): OutboxAttempt {
  return attempts.at(-1) as OutboxAttempt;
}

function isMined(standing: Standing | undefined): standing is MinedTransaction {
  return standing?.state === 'included' || standing?.state === 'reverted';
}

function isUnknown({ state }: Standing): boolean {
  return state === 'unknown';
}

/** Deep enough, and in the same block as a look ago: then it counts. */
function settleMined(situation: Situation, open: OutboxNonce, mined: MinedTransaction, lowHead: number | undefined): Choice {
  const attempt = open.attempts.find(({ hash }) => hash === mined.hash);
  const deep = mined.confirmations >= BigInt(situation.settings.confirmations) && lowHead === undefined;
  if (attempt === undefined || !deep || !seenBefore(situation, open, mined))
    return { step: WAIT, raise: overdue(situation, open) };
  if (mined.state === 'reverted') {
    const detail = `size ${attempt.size}, transaction ${attempt.hash}`;
    const step = { do: 'close', nonce: open.nonce, as: 'reverted', size: attempt.size } as const;
    return { step, raise: [{ code: 'ANCHOR_REVERTED', detail }], settle: WAITING_ALARMS };
  }
  return settleIncluded(situation, attempt, mined);
}

function settleIncluded(
  situation: Situation,
  attempt: OutboxAttempt,
  mined: Extract<MinedTransaction, { state: 'included' }>,
): Choice {
  const { chain, log } = situation;
  const right = mined.events.some(
    ({ origin, size, root }) => origin === log.origin && size === BigInt(attempt.size) && root === String(attempt.root),
  );
  if (right) return { step: { do: 'confirm', attempt, mined }, settle: CONFIRMED_ALARMS };
  // The contract says nothing about a repetition; then it must hold this checkpoint, or a larger one, all the same.
  const { latest } = chain;
  const held =
    latest !== undefined && (latest.size > attempt.size || (latest.size === attempt.size && latest.root === attempt.root));
  if (mined.events.length === 0 && held) {
    return { step: { do: 'close', nonce: attempt.nonce, as: 'repeated' }, settle: WAITING_ALARMS };
  }
  const detail = `transaction ${attempt.hash} shows no event of size ${attempt.size} with its root`;
  return { step: WAIT, raise: [{ code: 'CHAIN_ANSWER_INVALID', detail }] };
}

function seenBefore({ before, settings }: Situation, { nonce }: OutboxNonce, mined: MinedTransaction): boolean {
  const seen = before?.oldest?.nonce === nonce ? before.oldest.standing : undefined;
  if (!isMined(seen) || seen.hash !== mined.hash || seen.block.hash !== mined.block.hash) return false;
  return seen.state === mined.state && seen.confirmations >= BigInt(settings.confirmations);
}

/** The nonce is used, and the node knows none of our attempts; at two looks, since the first may have met a node that lags. */
function taken(situation: Situation, open: OutboxNonce): Choice {
  const looks = [situation.before, situation.chain];
  const gone = looks.every(
    (look) =>
      look !== undefined && look.nextNonce > open.nonce && look.oldest?.nonce === open.nonce && isUnknown(look.oldest.standing),
  );
  if (!gone) return { step: WAIT, raise: overdue(situation, open) };
  const detail = `nonce ${open.nonce} was mined with a transaction that is not ours`;
  return {
    step: { do: 'close', nonce: open.nonce, as: 'taken' },
    raise: [{ code: 'ANCHOR_NONCE_TAKEN', detail }],
    settle: WAITING_ALARMS,
  };
}

/** A nonce before ours is missing, and ours is not mined until it is used: ours is given up, and what is next goes there. */
function stranded({ chain, before }: Situation, { nonce }: OutboxNonce): Choice {
  if (before?.nextNonce !== chain.nextNonce) return { step: WAIT };
  const detail = `nonce ${chain.nextNonce} is missing before ${nonce}`;
  return {
    step: { do: 'close', nonce, as: 'retired' },
    raise: [{ code: 'ANCHOR_NONCE_GAP', detail }],
    settle: ['ANCHOR_OVERDUE'],
  };
}

/** Not mined: send, send again, or offer more. */
function push(situation: Situation, open: OutboxNonce, last: OutboxAttempt, state: Unmined): Choice {
  const raise = overdue(situation, open);
  if (last.sends === 0 || (state !== 'pending' && resendDue(situation, last))) {
    return { step: { do: 'send', attempt: last }, raise };
  }
  if (!bumpDue(situation, last)) return { step: WAIT, raise };
  const { settings, chain } = situation;
  const fees = nextFees(last.fees, chain.market, last.attempt, settings.feeCap);
  if (fees.action === 'hold') {
    const detail = `${fees.needed.maxFeePerGas} wei a unit of gas are needed, the limit is ${settings.feeCap.maxFeePerGas}`;
    return { step: WAIT, raise: [...raise, { code: 'ANCHOR_FEE_HELD', detail }] };
  }
  const checkpoint = { size: last.size, root: last.root };
  const step = { do: 'sign', nonce: open.nonce, attempt: last.attempt + 1, checkpoint, fees: fees.fees, ask: false } as const;
  return { step, raise, settle: ['ANCHOR_FEE_HELD'] };
}

function overdue({ now, settings }: Situation, open: OutboxNonce): Alarm[] {
  const signedAt = open.attempts[0]?.signedAt ?? now;
  if (now - signedAt < settings.overdueMs) return [];
  return [{ code: 'ANCHOR_OVERDUE', detail: `nonce ${open.nonce}, signed ${new Date(signedAt).toISOString()}` }];
}

function resendDue({ now, settings }: Situation, last: OutboxAttempt): boolean {
  const factor = Math.min(2 ** (last.sends - 1), MAX_RESEND_FACTOR);
  return now - (last.sentAt ?? 0) >= settings.resendAfterMs * factor;
}

/** More is offered to a node that wants more, or that mined blocks without the transaction; never because nothing is mined. */
function bumpDue({ now, settings, chain }: Situation, last: OutboxAttempt): boolean {
  if (last.problem === 'CHAIN_FEE_TOO_LOW') return true;
  if (now - last.signedAt < settings.bumpAfterMs) return false;
  const { maxFeePerGas, maxPriorityFeePerGas } = chain.market;
  const below = last.fees.maxFeePerGas < maxFeePerGas || last.fees.maxPriorityFeePerGas < maxPriorityFeePerGas;
  return chain.head >= last.head + PASSED_OVER_BLOCKS || (last.problem !== null && below);
}
