import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Values that are looked up when they are asked for, by name. */
export type Gauges = Readonly<Record<string, { readonly help: string; readonly value: () => number }>>;

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

  constructor(gauges: Gauges) {
    collectDefaultMetrics({ register: this.#registry });
    for (const [name, { help, value }] of Object.entries(gauges)) {
      new Gauge({
        name,
        help,
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

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
