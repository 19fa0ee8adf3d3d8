import { startNext } from './start-next';
import { WAIT, type Alarm, type Choice, type Decision, type Situation } from './situation';
import { workOff } from './work-off';

/** Alarms about the node: a look that came to its end without them ends them. */
const NODE_ALARMS = [
  'CHAIN_TIMEOUT',
  'CHAIN_UNREACHABLE',
  'CHAIN_REFUSED',
  'CHAIN_REVERTED',
  'CHAIN_ANSWER_INVALID',
  'CHAIN_ID_MISMATCH',
] as const;
const TARGET_ALARMS = ['CHAIN_HEAD_DECREASED', 'CHAIN_CONTRACT_UNKNOWN'] as const;

/**
 * What to do next, from what is stored, what the chain shows and what the log holds. Pure: equal situations, equal steps.
 *
 * First what was relied on (a confirmed anchor that is gone), then what is under way (the oldest open nonce, since no later
 * one can be mined before it), then something new. Nothing is confirmed, withdrawn or given up after one look alone.
 */
export function decide(situation: Situation): Decision {
  const lowHead = followHead(situation);
  const { step, raise = [], settle = [] } = withdrawn(situation) ?? onward(situation, lowHead);
  const target = targetAlarms(situation, lowHead);
  const raised = [...raise, ...target];
  const ended = [...NODE_ALARMS, ...TARGET_ALARMS, ...settle].filter((code) => raised.every((alarm) => alarm.code !== code));
  return { step, raise: raised, settle: ended, lowHead };
}

/** A chain that became shorter is believed again when it has grown by as many blocks as a confirmation needs. */
function followHead({ chain, before, lowHead, settings }: Situation): number | undefined {
  if (before !== undefined && chain.head < before.head) return Math.min(chain.head, lowHead ?? chain.head);
  return lowHead === undefined || chain.head >= lowHead + settings.confirmations ? undefined : lowHead;
}

/** What is wrong with the chain itself, whatever is done next. */
function targetAlarms({ chain, settings }: Situation, lowHead: number | undefined): Alarm[] {
  const alarms: Alarm[] = [];
  if (lowHead !== undefined) {
    alarms.push({ code: 'CHAIN_HEAD_DECREASED', detail: `down to block ${lowHead}, now ${chain.head}` });
  }
  if (!chain.contractKnown) {
    alarms.push({ code: 'CHAIN_CONTRACT_UNKNOWN', detail: `${settings.contract} on chain ${settings.chainId}` });
  }
  return alarms;
}

/** A confirmed anchor that two looks in a row do not find where it was. The newest one speaks for all below it. */
function withdrawn({ outbox: { newest }, chain, before }: Situation): Choice | undefined {
  if (newest === undefined || chain.newest?.stands !== false) return undefined;
  const seen = before?.newest;
  if (seen?.transaction !== newest.transaction || seen.stands) return { step: WAIT };
  const detail = `size ${newest.size}, transaction ${newest.transaction}, block ${newest.block}`;
  return { step: { do: 'withdraw', anchor: newest }, raise: [{ code: 'ANCHOR_WITHDRAWN', detail }] };
}

function onward(situation: Situation, lowHead: number | undefined): Choice {
  // Nothing is sent to an address without the contract.
  if (!situation.chain.contractKnown) return { step: WAIT };
  const { oldest } = situation.outbox;
  return oldest === undefined ? startNext(situation, lowHead) : workOff(situation, oldest, lowHead);
}
