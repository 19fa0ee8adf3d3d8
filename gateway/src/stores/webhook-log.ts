import type { WebhookDatabase } from './webhook-database';

/** One attempt to deliver an event. */
export interface Attempt {
  /** Counts the webhook's attempts from 1. */
  readonly number: number;
  readonly cursor: number;
  readonly type: string;
  /** Milliseconds since 1970, and how long it took. */
  readonly at: number;
  readonly ms: number;
  /** The status of the answer, or a word for why there was none. */
  readonly outcome: string;
  /** Of a delivery: milliseconds from the ledger's time of the entry to the receiver's answer. */
  readonly visibleMs: number | null;
}

/** An event that was given up. */
export interface DeadLetter {
  readonly cursor: number;
  readonly type: string;
  /** When it was given up, after how many attempts, and how the last one ended. */
  readonly at: number;
  readonly attempts: number;
  readonly outcome: string;
  /** 1 while a delivery that was asked for is to come. */
  readonly wanted: 0 | 1;
}

/** What operators watch over all webhooks. */
export interface DeliveryFigures {
  readonly active: number;
  readonly retrying: number;
  readonly paused: number;
  readonly disabled: number;
  readonly deadLetters: number;
  /** Of the last deliveries: milliseconds from the entry's time to the receiver's answer, the shortest first. */
  readonly visibleMs: readonly number[];
}

const MEASURED = 1000;

/** What became of deliveries, for a webhook's owner and for operators. */
export class WebhookLog {
  readonly #parts: WebhookDatabase;

  constructor(parts: WebhookDatabase) {
    this.#parts = parts;
  }

  /** Newest first; `before` is a number. */
  attempts(webhook: string, before: number, limit: number): Attempt[] {
    return this.#parts.database
      .prepare(
        `SELECT number, cursor, type, at, ms, outcome, visible_ms AS visibleMs FROM attempts
         WHERE webhook = ? AND number < ? ORDER BY number DESC LIMIT ?`,
      )
      .all(webhook, before, limit) as Attempt[];
  }

  deadLetters(webhook: string, after: number, limit: number): DeadLetter[] {
    return this.#parts.database
      .prepare(
        `SELECT cursor, type, at, attempts, outcome, wanted FROM dead_letters
         WHERE webhook = ? AND cursor > ? ORDER BY cursor LIMIT ?`,
      )
      .all(webhook, after, limit) as DeadLetter[];
  }

  /** Asks for one more attempt; false when there is no such dead letter. */
  redeliver(webhook: string, cursor: number): boolean {
    return (
      this.#parts.database.prepare('UPDATE dead_letters SET wanted = 1 WHERE webhook = ? AND cursor = ?').run(webhook, cursor)
        .changes === 1
    );
  }

  figures(): DeliveryFigures {
    const counts = this.#parts.database
      .prepare(
        `SELECT count(*) FILTER (WHERE status = 'active') AS active,
           count(*) FILTER (WHERE status = 'active' AND failures > 0) AS retrying,
           count(*) FILTER (WHERE status = 'paused') AS paused, count(*) FILTER (WHERE status = 'disabled') AS disabled,
           (SELECT count(*) FROM dead_letters) AS deadLetters FROM webhooks`,
      )
      .get() as Omit<DeliveryFigures, 'visibleMs'>;
    const visibleMs = this.#parts.database
      .prepare('SELECT visible_ms FROM attempts WHERE visible_ms IS NOT NULL ORDER BY at DESC LIMIT ?')
      .pluck()
      .all(MEASURED) as number[];
    return { ...counts, visibleMs: visibleMs.sort((left, right) => left - right) };
  }
}
