import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import type { RequestHandler } from 'express';
import type { Redis } from 'ioredis';
import { QUEUES, queueOptions, type QueueName } from '../queue';

const COMMAND_TIMEOUT_MS = 5000;

/**
 * The page that shows the workers' queues, to look at only: jobs hold nothing, the tick makes new ones, and what a job does is
 * decided by the ledger, so there is nothing that a person should retry or remove by hand.
 */
export function queueBoard(
  redis: Redis,
  prefix: string,
  basePath: string,
): { serve: RequestHandler; close: () => Promise<void> } {
  const connection = redis.duplicate({ commandTimeout: COMMAND_TIMEOUT_MS, enableOfflineQueue: true, maxRetriesPerRequest: 1 });
  connection.on('error', () => undefined);
  const queues = (Object.keys(QUEUES) as QueueName[]).map((name) => new Queue(name, queueOptions(connection, prefix)));
  for (const queue of queues) queue.on('error', () => undefined);
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(basePath);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Lianpiao 链票' } },
  });
  return {
    serve: serverAdapter.getRouter() as RequestHandler,
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
      connection.disconnect();
    },
  };
}
