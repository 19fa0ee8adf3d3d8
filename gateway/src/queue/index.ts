import type { ConnectionOptions, QueueOptions } from 'bullmq';

/** The queues between gateway and workers. A job says only that there is something to do: what, the ledger tells. */
export const QUEUES = {
  anchor: 'anchor',
  deliver: 'deliver',
  directory: 'directory',
  index: 'index',
  reconcile: 'reconcile',
  seal: 'seal',
  share: 'share',
} as const;
export type QueueName = keyof typeof QUEUES;

/** The payload of a job: how long the ledger was when it was asked for. A hint for the logs; a worker reads the ledger itself. */
export interface FollowJob {
  readonly length: number;
}

/** Options that both ends of a queue share. Finished jobs are not kept: the truth is in the ledger. */
export function queueOptions(connection: ConnectionOptions, prefix: string): QueueOptions {
  return {
    connection,
    prefix,
    defaultJobOptions: { removeOnComplete: 100, removeOnFail: 1000, attempts: 3, backoff: { type: 'exponential', delay: 200 } },
  };
}

/** Which traces the entries that a job finds come from, beside the jobs and not needed by them. */
export { TraceNotes, type TraceNote } from '../tracing/trace-notes';
export { linksTo, MAX_LINKS, readTraceSettings, startTracing, type TraceSettings, type Tracing } from '../tracing/tracing';
