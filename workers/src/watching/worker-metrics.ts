import type { QueueName } from '@lianpiao/gateway/queue';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the workers measure, in Prometheus' text format. */
export class WorkerMetrics {
  readonly #registry = new Registry();
  readonly #turns = new Counter({
    name: 'lianpiao_worker_turns_total',
    help: 'Turns of a queue by outcome: done or failed',
    labelNames: ['queue', 'outcome'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'lianpiao_worker_turn_seconds',
    help: 'Seconds that a turn of a queue took',
    labelNames: ['queue'],
    buckets: [0.001, 0.01, 0.05, 0.1, 0.25, 1, 5, 30],
    registers: [this.#registry],
  });
  readonly #doneAt = new Gauge({
    name: 'lianpiao_worker_last_done_timestamp_seconds',
    help: 'When a turn of a queue was last done, seconds since 1970',
    labelNames: ['queue'],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Runs one turn of a queue and notes what became of it. */
  async watch(queue: QueueName, work: () => number | Promise<number>): Promise<number> {
    const seconds = this.#seconds.startTimer({ queue });
    try {
      const done = await work();
      this.#turns.inc({ queue, outcome: 'done' });
      this.#doneAt.set({ queue }, Date.now() / 1000);
      return done;
    } catch (error) {
      this.#turns.inc({ queue, outcome: 'failed' });
      throw error;
    } finally {
      seconds();
    }
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
