import type { ServerResponse } from 'node:http';
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A value that is looked up when it is asked for. */
export interface GaugeSource {
  readonly help: string;
  readonly value: () => number;
  /** Over several serving processes: nearly all values come from files that all of them read, so the largest is the newest. */
  readonly over?: 'max' | 'sum';
}

/** Gauges by name. */
export type Gauges = Readonly<Record<string, GaugeSource>>;

/** Parts by name, each with whether it does its work. */
export interface PartsReady {
  readonly parts: Readonly<Record<string, { readonly ready: boolean }>>;
}

/** What the gateway measures, in Prometheus' text format. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #invoices = new Counter({
    name: 'lianpiao_invoice_requests_total',
    help: 'Invoice requests by outcome: created, repeated, or the code of the refusal',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'lianpiao_issue_seconds',
    help: 'Seconds from taking a request (or a group of a batch) to its durable answer',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [this.#registry],
  });
  readonly #responses = new Counter({
    name: 'lianpiao_http_responses_total',
    help: 'Answers by class of their status: 2xx, 3xx, 4xx, 5xx',
    labelNames: ['class'],
    registers: [this.#registry],
  });

  constructor(gauges: Gauges) {
    collectDefaultMetrics({ register: this.#registry });
    // From the first scrape on, so that a rate over them is 0 and not absent.
    for (const name of ['2xx', '4xx', '5xx']) this.#responses.inc({ class: name }, 0);
    for (const [name, { help, value, over = 'max' }] of Object.entries(gauges)) {
      new Gauge({
        name,
        help,
        aggregator: over,
        registers: [this.#registry],
        collect() {
          this.set(value());
        },
      });
    }
  }

  countOutcome(outcome: string, times = 1): void {
    this.#invoices.inc({ outcome }, times);
  }

  observeIssue(seconds: number): void {
    this.#seconds.observe(seconds);
  }

  /** Counts an answer that was sent. */
  countResponse({ statusCode }: Pick<ServerResponse, 'statusCode'>): void {
    this.#responses.inc({ class: `${String(Math.floor(statusCode / 100))}xx` });
  }

  /** Shows readiness part by part: 1 or 0; of several serving processes the least ready one counts. */
  showReadiness(look: () => PartsReady): void {
    new Gauge({
      name: 'lianpiao_part_ready',
      help: 'Whether a part does its work at the moment: 1 or 0',
      labelNames: ['part'],
      aggregator: 'min',
      registers: [this.#registry],
      collect() {
        for (const [part, { ready }] of Object.entries(look().parts)) this.set({ part }, ready ? 1 : 0);
      },
    });
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Lets the primary process collect this process's values. */
  offerToPrimary(): void {
    AggregatorRegistry.setRegistries([this.#registry]);
    // Its constructor listens for the primary's questions.
    new AggregatorRegistry();
  }
}
