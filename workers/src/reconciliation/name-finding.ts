import type { NewFinding } from '@lianpiao/gateway/stores';
import { REPAIR, type Cause, type Finding } from '@lianpiao/gateway/verify';

/** What kind of thing happened to a bad record, as far as the record itself tells. */
export type CauseClass =
  | 'edited value'
  | 'missing row'
  | 'extra row'
  | 'swapped'
  | 'truncated'
  | 'stale'
  | 'forged signature'
  | 'forged root'
  | 'rule broken'
  | 'foreign'
  | 'damaged file'
  | 'books differ';

const CLASS: Readonly<Record<Cause, CauseClass>> = {
  'storage-damaged': 'damaged file',
  'header-malformed': 'edited value',
  'header-changed': 'edited value',
  'order-wrong': 'swapped',
  'block-missing': 'missing row',
  'blocks-missing-at-end': 'truncated',
  'link-broken': 'edited value',
  'position-wrong': 'edited value',
  'time-wrong': 'edited value',
  'operator-signature-wrong': 'forged signature',
  'entries-changed': 'edited value',
  'entry-malformed': 'edited value',
  'entry-refused': 'rule broken',
  'transactions-changed': 'edited value',
  'transactions-malformed': 'edited value',
  'transaction-key-unknown': 'forged signature',
  'transaction-signature-wrong': 'forged signature',
  'reference-bits-wrong': 'edited value',
  'state-differs': 'edited value',
  'act-differs': 'edited value',
  'act-missing': 'missing row',
  'act-extra': 'extra row',
  'payload-unreadable': 'edited value',
  'payload-differs': 'edited value',
  'payload-lost': 'missing row',
  'index-row-differs': 'edited value',
  'index-row-missing': 'missing row',
  'index-row-extra': 'extra row',
  'tile-differs': 'edited value',
  'tile-missing': 'missing row',
  'tile-truncated': 'truncated',
  'tile-extra': 'extra row',
  'checkpoint-malformed': 'edited value',
  'checkpoint-signature-wrong': 'forged signature',
  'checkpoint-root-wrong': 'forged root',
};

/** A finding of the verification in the words of reconciliation: with the class of its cause. */
export function nameFinding({ part, cause, place, detail, repair }: Finding): NewFinding {
  return {
    code: cause,
    part,
    place: { ...place },
    cause: CLASS[cause],
    ...(detail === undefined ? {} : { detail }),
    repair,
  };
}

/** Findings that only somebody who remembers can make: what was there before is another thing now. */
export const REMEMBERED = {
  'block-replaced': { part: 'blocks', cause: 'edited value', repair: REPAIR.blocks },
  'ledger-rolled-back': { part: 'blocks', cause: 'truncated', repair: REPAIR.blocks },
  'index-rolled-back': { part: 'index', cause: 'stale', repair: REPAIR.index },
  'index-ahead': { part: 'index', cause: 'edited value', repair: REPAIR.index },
  'index-stalled': {
    part: 'index',
    cause: 'stale',
    repair: { en: 'look at the workers: indexing does not go on', zh: '请检查工作进程：索引没有前进' },
  },
  'log-rolled-back': { part: 'log', cause: 'stale', repair: REPAIR.log },
  'log-stalled': {
    part: 'log',
    cause: 'stale',
    repair: { en: 'look at the workers: sealing does not go on', zh: '请检查工作进程：日志封存没有前进' },
  },
  'checkpoint-missing': { part: 'log', cause: 'missing row', repair: REPAIR.log },
} as const satisfies Record<string, Pick<NewFinding, 'part' | 'cause' | 'repair'> & { cause: CauseClass }>;

export function remembered(code: keyof typeof REMEMBERED, place: NewFinding['place'], detail?: string): NewFinding {
  return { code, place, ...REMEMBERED[code], ...(detail === undefined ? {} : { detail }) };
}
