import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { AggregatorRegistry, type Registry } from 'prom-client';
import type { Metrics } from './metrics';

/** A process that is busy answers late; a scrape is then told of this process alone. */
const ANSWER_DEADLINE_MS = 3000;
const QUESTION = 'lianpiao:metrics?';
const ANSWER = 'lianpiao:metrics';

interface Question {
  readonly type: typeof QUESTION;
  readonly id: string;
}
interface Answer {
  readonly type: typeof ANSWER;
  readonly id: string;
  /** Absent when the primary could not collect them. */
  readonly text?: string;
}

/**
 * The metrics of all serving processes together, in Prometheus' text format: whichever process a scrape reaches asks the
 * primary, which asks all of them. A process that serves alone answers for itself.
 */
export async function metricsOfAll(own: Metrics): Promise<string> {
  if (!cluster.isWorker) return own.text();
  return (await askPrimary()) ?? own.text();
}

function askPrimary(): Promise<string | undefined> {
  const id = randomUUID();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      done(undefined);
    }, ANSWER_DEADLINE_MS);
    const listen = (message: unknown): void => {
      if (isMessage<Answer>(message, ANSWER) && message.id === id) done(message.text);
    };
    const done = (text: string | undefined): void => {
      clearTimeout(timer);
      process.off('message', listen);
      resolve(text);
    };
    process.on('message', listen);
    process.send?.({ type: QUESTION, id } satisfies Question);
  });
}

/** In the primary: answers the serving processes. @param own what only the primary knows, added to theirs. */
export function answerForAll(own: Registry): void {
  const aggregator = new AggregatorRegistry();
  const collect = async (): Promise<string> => `${await aggregator.clusterMetrics()}\n${await own.metrics()}`;
  cluster.on('message', (worker: Worker, message: unknown) => {
    if (!isMessage<Question>(message, QUESTION)) return;
    const { id } = message;
    const reply = (answer: Omit<Answer, 'type' | 'id'>): void => {
      if (worker.isConnected()) worker.send({ type: ANSWER, id, ...answer } satisfies Answer);
    };
    collect().then(
      (text) => {
        reply({ text });
      },
      () => {
        reply({});
      },
    );
  });
}

function isMessage<Wanted extends { readonly type: string }>(message: unknown, type: Wanted['type']): message is Wanted {
  return typeof message === 'object' && message !== null && (message as { type?: unknown }).type === type;
}
