import { queueOptions, type FollowJob, type QueueName } from '@lianpiao/gateway/queue';
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { WorkerMetrics } from './watching/worker-metrics';

export interface FollowOptions {
  readonly connection: Redis;
  readonly prefix: string;
  readonly tickMs: number;
  readonly logger: Logger;
  /** Told of every turn; absent where nobody watches. */
  readonly metrics?: WorkerMetrics;
  /** Asked several times between two ticks: true when the work should not wait for the next one. */
  readonly isDue?: () => boolean;
}

/** Between two times that a follower asks whether work is due. */
const LOOK_MS = 50;

/** Failures in a row after which a follower asks less often. */
const MAX_BACKOFF_MS = 5000;

/** A running follower: one queue, its worker, and the tick that asks for work. */
export interface Follower {
  close(): Promise<void>;
}

/**
 * Runs `work` whenever a job asks for it, one at a time over all workers of the queue. Jobs carry no data that matters: the
 * work reads the ledger from its own checkpoint. The tick asks for itself, so an emptied Redis loses nothing.
 */
export function follow(
  name: QueueName,
  work: () => number | Promise<number>,
  { connection, prefix, tickMs, logger, metrics, isDue }: FollowOptions,
): Follower {
  const queue = new Queue<FollowJob>(name, queueOptions(connection, prefix));
  const worker = new Worker<FollowJob, number>(name, async () => (metrics === undefined ? work() : metrics.watch(name, work)), {
    connection,
    prefix,
    concurrency: 1,
  });
  let failures = 0;
  const note = (error: unknown): void => {
    failures += 1;
    if (failures === 1 || failures % 100 === 0) logger.warn({ queue: name, failures, err: error }, 'follower in trouble');
  };
  worker.on('error', note);
  worker.on('failed', (_job, error) => {
    note(error);
  });
  worker.on('completed', () => {
    failures = 0;
  });
  queue.on('error', note);

  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  /** At most one such job waits: a worker that is behind is not asked twice. */
  const ask = async (id: string, ttl: number): Promise<void> => {
    try {
      await queue.add('follow', { length: 0 }, { deduplication: { id, ttl } });
    } catch (error) {
      note(error);
    }
  };
  const tick = async (): Promise<void> => {
    await ask('tick', tickMs);
    if (!closing) timer = setTimeout(() => void tick(), failures > 3 ? Math.min(MAX_BACKOFF_MS, tickMs * failures) : tickMs);
  };
  const look = (): void => {
    try {
      if (failures === 0 && isDue?.() === true) void ask('due', LOOK_MS);
    } catch (error) {
      note(error);
    }
  };
  const looking = isDue && setInterval(look, LOOK_MS);
  timer = setTimeout(() => void tick(), 0);

  return {
    close: async () => {
      closing = true;
      clearTimeout(timer);
      clearInterval(looking);
      await worker.close();
      await queue.close();
    },
  };
}
