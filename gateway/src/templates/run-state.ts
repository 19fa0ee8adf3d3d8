import { formatTime, MS_PER_DAY, type ExportState } from '@lianpiao/chaincode/domain';
import type { StoredRun } from '../stores/run-table';
import type { Release } from './template';

/** How long a provider can permit the export of a result; within the 30 days for which a run is kept, so that the end of it shows. */
export const PERMIT_DAYS = 14;

/** How the result of a run stands: left at once, or what became of the permit that it needs. */
export const RUN_STATES = ['direct', 'waiting', 'permitted', 'refused', 'expired'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Since when a run is there, and until when its export can be permitted: RFC 3339 UTC. */
export interface RunTerm {
  readonly since: string;
  readonly deadline: string;
}

export function termOf({ time }: Pick<StoredRun, 'time'>): RunTerm {
  return { since: formatTime(time), deadline: formatTime(deadlineOf(time)) };
}

/** @param said what stands on the ledger about the export of this run. */
export function stateOf(
  { result, time }: Pick<StoredRun, 'result' | 'time'>,
  release: Release,
  said: ExportState | undefined,
  now: number,
): RunState {
  if (release === 'direct') return 'direct';
  if (said?.refused === true) return 'refused';
  // A permit is for the very result that it names.
  if (said?.result === result) return 'permitted';
  return now < deadlineOf(time) ? 'waiting' : 'expired';
}

function deadlineOf(time: number): number {
  return time + PERMIT_DAYS * MS_PER_DAY;
}
