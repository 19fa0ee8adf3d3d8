import type { NewFinding } from '@lianpiao/gateway/stores';
import { indexHeight, lengthOf, REPAIR, type FolderSnapshot } from '@lianpiao/gateway/verify';
import { nameFinding, remembered } from './name-finding';
import { readable } from './readable';
import { logSize } from './stretch-check';
import type { Stretch } from './stretch-table';

/** How far each database says that it has come. */
export interface Heights {
  readonly ledger: number;
  readonly index: number;
  readonly log: number;
}

export function heightsOf({ ledger, index, log }: FolderSnapshot): Heights {
  return {
    ledger: readable(() => lengthOf(ledger)) ?? 0,
    index: (index && readable(() => indexHeight(index))) ?? 0,
    log: (log && readable(() => logSize(log))) ?? 0,
  };
}

/** What the ends of the tables say wrong, beside the last stretch that was compared. */
export function checkHeights(heights: Heights, last: Stretch | undefined): NewFinding[] {
  const known = last?.end.length ?? 0;
  const { ledger, index, log } = heights;
  const found: NewFinding[] = [];
  if (ledger < known) found.push(remembered('ledger-rolled-back', { sequence: ledger, to: known - 1 }));
  else if (log > ledger) found.push(missingAtEnd(ledger, log));
  else if (index > ledger) found.push(remembered('index-ahead', { sequence: ledger }, `it says ${String(index)} entries`));
  if (index < known) found.push(remembered('index-rolled-back', { sequence: index }, `${String(known)} were compared`));
  const sealed = last?.checkpoints.at(-1) ?? 0;
  if (log < sealed) found.push(remembered('log-rolled-back', { size: log }, `a checkpoint of ${String(sealed)} was there`));
  return found;
}

function missingAtEnd(ledger: number, log: number): NewFinding {
  const place = { sequence: ledger };
  const detail = `the log has ${String(log)} entries`;
  return nameFinding({ part: 'blocks', cause: 'blocks-missing-at-end', place, detail, repair: REPAIR.blocks });
}
