import { hasher } from '../encoding/digest';
import { formatTime } from '../encoding/time';
import type { LedgerState } from '../ports/ledger-state';
import type { Accepted } from '../record/accepted';
import { sealRecord, type SealedRecord } from '../record/commitment';
import { entryText } from '../record/entry';
import { parseEntry } from '../record/parse-entry';
import { applyLife } from './apply-life';
import type { LifeEntry } from './life-entries';
import type { ChangeLife, LifePlan } from './life-command';
import { planClaim, planClaimChange } from './plan-claim';
import { planCompletion, planCorrection, planCorrectionChange } from './plan-correction';
import { planByBuyer, planPledge, planPledgeRelease, planRules } from './plan-others';

type Plan = (state: LedgerState, command: ChangeLife) => LifePlan;

const PLANS: Readonly<Record<LifeEntry['type'], Plan>> = {
  'use.changed': planByBuyer,
  'booking.changed': planByBuyer,
  'correction.requested': planCorrection,
  'correction.changed': planCorrectionChange,
  'correction.completed': planCompletion,
  'claim.reserved': planClaim,
  'claim.changed': planClaimChange,
  'pledge.made': planPledge,
  'pledge.released': planPledgeRelease,
  'rules.published': planRules,
};

/**
 * Changes the life of an invoice: opens what the rules need, checks it against the commitments on the ledger, works out
 * what follows from it, and takes the entry into the state. The same function decides on every engine.
 * @throws LedgerError naming what is wrong; then nothing has changed.
 */
export function changeLife(state: LedgerState, command: ChangeLife): Accepted {
  const { facts, fields } = PLANS[command.facts.type](state, command);
  const record: SealedRecord = { seed: command.seed, fields: [...command.words, ...fields] };
  const entry = parseEntry({
    ...facts,
    type: command.facts.type,
    time: formatTime(state.now),
    commitment: sealRecord(record),
  }) as LifeEntry;
  applyLife(state, entry);
  const text = entryText(entry);
  return { entry, text, hash: hasher().leafHash(text), record };
}
