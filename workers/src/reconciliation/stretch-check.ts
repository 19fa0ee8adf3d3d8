import { fieldText, stateKeys, type TillState } from '@lianpiao/chaincode/domain';
import { DayTotals, type Sqlite } from '@lianpiao/gateway/stores';
import {
  indexHeight,
  verifyStretch,
  type FolderSnapshot,
  type FoundRecord,
  type StretchEdge,
  type StretchKeys,
  type StretchResult,
  type WalkedEntry,
} from '@lianpiao/gateway/verify';
import { readable } from './readable';
import type { Replay } from './replay';
import { sealsOf } from './seals';
import type { SealedPart, Seals, Stretch } from './stretch-table';

/** Entries of a stretch: enough that there are few, so few that naming the bad record in one takes a tenth of a second. */
export const STRETCH_ENTRIES = 4096;

export interface StretchLook {
  readonly snapshot: FolderSnapshot;
  readonly keys: StretchKeys;
  readonly replay: Replay;
  readonly now: number;
}

/** What a look at a stretch gave: the stretch with the seals of the parts that are right, and what is not. */
export interface LookedAt {
  readonly stretch: Stretch;
  readonly result: StretchResult;
}

/** Compares the next blocks for the first time, executing them. @param isLate true when the time is up. */
export function lookForward(look: StretchLook, start: StretchEdge, until: number, isLate: () => boolean): LookedAt {
  return walk(look, start, until, true, (entries) => entries >= STRETCH_ENTRIES || isLate());
}

/** Compares a stretch again, down to the values. */
export function lookBack(look: StretchLook, start: StretchEdge, stretch: Stretch): LookedAt {
  return walk(look, start, stretch.end.length, false, () => false);
}

function walk(
  { snapshot, keys, replay, now }: StretchLook,
  start: StretchEdge,
  until: number,
  executes: boolean,
  isEnough: (entries: number) => boolean,
): LookedAt {
  const totals = new DayTotals();
  const { state, partyTexts } = replay;
  const result = verifyStretch({
    snapshot,
    keys,
    start,
    until,
    state,
    partyTexts,
    isErased: erasedIn(snapshot),
    replay: executes,
    isEnough,
    onEntry: (walked, found) => count(totals, walked, found, replay),
  });
  const rows = { firstBlock: start.number + 1, lastBlock: result.end.number, first: start.length, end: result.end.length };
  const stretch: Stretch = {
    firstBlock: rows.firstBlock,
    first: rows.first,
    end: result.end,
    checkpoints: checkpointSizes(snapshot, rows.first, rows.end),
    seals: sealsOfRightParts(sealsOf(snapshot, rows), result, behindIn(snapshot, rows.end)),
    totals: totals.lines(),
    verifiedAt: now,
  };
  return { stretch, result };
}

/** The part of a stretch in which a part of the verification stands. */
export const SEAL_OF: Readonly<Record<string, SealedPart>> = {
  blocks: 'ledger',
  references: 'ledger',
  acts: 'ledger',
  payloads: 'payloads',
  index: 'index',
  log: 'log',
};

function sealsOfRightParts(seals: Seals, { findings }: StretchResult, behind: readonly SealedPart[]): Seals {
  const wrong = new Set([...findings.map(({ part }) => SEAL_OF[part]), ...behind]);
  return Object.fromEntries(
    Object.entries(seals).map(([part, seal]) => [part, wrong.has(part as SealedPart) ? null : seal]),
  ) as Seals;
}

/** An index or a log that was set back says nothing of the stretch: what is not there now was not compared. */
function behindIn({ index, log }: FolderSnapshot, end: number): SealedPart[] {
  const heights = { index: readable(() => index && indexHeight(index)), log: readable(() => log && logSize(log)) };
  return (['index', 'log'] as const).filter((part) => (heights[part] ?? 0) < end);
}

export function logSize(log: Sqlite): number {
  return (log.prepare('SELECT max(size) FROM checkpoints').pluck().get() as number | null) ?? 0;
}

export function checkpointSizes({ log }: FolderSnapshot, first: number, end: number): number[] {
  const above = first === 0 ? -1 : first;
  const select = 'SELECT size FROM checkpoints WHERE size > ? AND size <= ? ORDER BY size';
  return (readable(() => log?.prepare(select).pluck().all(above, end)) ?? []) as number[];
}

function erasedIn({ ledger }: FolderSnapshot): (number: string) => boolean {
  const act = ledger.prepare(
    `SELECT 1 FROM acts WHERE subject = ? AND type = 'act.recorded' AND text LIKE '%"act":"content.erased"%'`,
  );
  return (number) => act.get(number) !== undefined;
}

/** Adds an invoice to the books by what its record says. */
function count(totals: DayTotals, { entry }: WalkedEntry, found: FoundRecord, { state }: Replay): void {
  if (entry.type !== 'invoice.issued' || found.kind === 'unread') return;
  const seller = state.get<TillState>(stateKeys.till(entry.till))?.seller ?? '';
  const invoice = { seller, issuedAt: Date.parse(entry.time) };
  if (found.kind === 'absent') {
    totals.add({ ...invoice, currency: '', gross: '', test: false });
    return;
  }
  const read = (name: string): unknown => JSON.parse(fieldText(found.record, name) ?? '{}');
  const { currency, test } = read('header') as { currency: string; test: boolean };
  const { gross } = read('totals') as { gross: string };
  totals.add({ ...invoice, currency, gross, test });
}
