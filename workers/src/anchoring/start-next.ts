import { signAt } from './sign-at';
import { CONFIRMED_ALARMS, WAIT, type Alarm, type Choice, type Observation, type Situation, type SizedRoot } from './situation';

/** With nothing under way: hold chain and log against each other, and anchor the newest checkpoint when it is time. */
export function startNext(situation: Situation, lowHead: number | undefined): Choice {
  const { latest: newest } = situation.log;
  if (newest === undefined) return { step: WAIT };
  const held = heldByChain(situation);
  const alarm = held && contradiction(situation, held, newest);
  if (alarm !== undefined) {
    const { step, raise = [], settle = [] } = anchorNewest(situation, newest, held);
    return { step, raise: [alarm, ...raise], settle };
  }
  const { step, raise = [], settle = [] } = adoption(situation, held, lowHead) ?? anchorNewest(situation, newest, held);
  return { step, raise, settle: ['ANCHOR_SIZE_DECREASED', ...settle] };
}

/** What the chain holds of our log; the empty tree that opens a log is nothing. */
function heldByChain({ chain: { latest } }: Situation): Observation['latest'] {
  return latest?.size === 0 ? undefined : latest;
}

/** The chain holds a checkpoint of our log that we do not know to be anchored: after a loss of our records, for example. */
function adoption(situation: Situation, held: Observation['latest'], lowHead: number | undefined): Choice | undefined {
  if (held === undefined || held.size <= situation.outbox.anchored) return undefined;
  return isDeep(situation, held.block, lowHead)
    ? { step: { do: 'adopt', latest: held }, settle: CONFIRMED_ALARMS }
    : { step: WAIT };
}

function anchorNewest(situation: Situation, newest: SizedRoot, held: SizedRoot | undefined): Choice {
  const { now, settings, outbox } = situation;
  const isLarger = newest.size > Math.max(held?.size ?? 0, outbox.anchored, outbox.refused);
  return isLarger && now - outbox.lastSignedAt >= settings.intervalMs ? signAt(situation, newest, true) : { step: WAIT };
}

/** The chain knows more of our log than we do, or something else. */
function contradiction({ log }: Situation, held: SizedRoot, latest: SizedRoot): Alarm | undefined {
  if (held.size > latest.size) {
    return { code: 'ANCHOR_SIZE_DECREASED', detail: `the chain holds size ${held.size}, the log has ${latest.size}` };
  }
  if (held.root === log.rootAtChain) return undefined;
  return { code: 'ANCHOR_ROOT_CONFLICT', detail: `size ${held.size}: the chain holds root ${held.root}` };
}

/** Two looks in a row must show it. */
function isDeep({ chain, before, settings }: Situation, block: number, lowHead: number | undefined): boolean {
  const again = before?.latest?.block === block && before.latest.root === chain.latest?.root;
  return again && lowHead === undefined && chain.head - block + 1 >= settings.confirmations;
}
