import type { Statement } from 'better-sqlite3';
import { openSecret } from './secret-box';
import { openWebhookDatabase, readWebhook, WEBHOOK_COLUMNS, type Webhook, type WebhookDatabase } from './webhook-database';
import type { Attempt } from './webhook-log';

/** A webhook that this deliverer holds, with the secrets that sign for it now. */
export interface HeldWebhook extends Webhook {
  readonly secrets: readonly string[];
}

/** What follows from an attempt. */
export type Decision =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly afterMs: number }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'gone' };

/** An event that was given up and is asked for again. */
export interface WantedLetter {
  readonly cursor: number;
  readonly type: string;
  /** Cursor of the event before it, as its message said at first. */
  readonly previous: number;
}

/** Attempts that a webhook's list keeps. */
const KEPT_ATTEMPTS = 1000;
const SELECT_DUE = `
  SELECT ${WEBHOOK_COLUMNS} FROM webhooks w WHERE w.lease_until <= @now AND w.status <> 'disabled' AND (
    (w.status = 'active' AND w.next_at <= @now AND w.cursor < @height)
    OR EXISTS (SELECT 1 FROM dead_letters d WHERE d.webhook = w.id AND d.wanted = 1))
  ORDER BY w.next_at LIMIT 1000`;
const SELECT_HELD = `
  SELECT ${WEBHOOK_COLUMNS}, w.secret, w.former FROM webhooks w WHERE w.id = ? AND w.owner = ? AND w.lease_until > ?`;

/**
 * The webhooks as deliverers see them. A webhook is held under a lease by one deliverer at a time, whichever process it is
 * in; what an attempt changes is written together, and only by whoever holds it.
 */
export class WebhookDeliveries {
  readonly #parts: WebhookDatabase;
  readonly #statements = new Map<string, Statement>();

  constructor(folder: string) {
    this.#parts = openWebhookDatabase(folder);
  }

  /** Webhooks that nobody holds and that may have something to deliver below `height`; who waited longest first. */
  due(now: number, height: number): Webhook[] {
    return this.#statement(SELECT_DUE)
      .all({ now, height })
      .flatMap((row) => readWebhook(row) ?? []);
  }

  /** Takes those that are still free. @returns their ids. */
  lease(ids: readonly string[], owner: string, now: number, until: number): string[] {
    const { database } = this.#parts;
    const take = this.#statement('UPDATE webhooks SET owner = ?, lease_until = ? WHERE id = ? AND lease_until <= ?');
    return database.transaction(() => ids.filter((id) => take.run(owner, until, id, now).changes === 1)).immediate();
  }

  /** A webhook as it is now; undefined when it is not, or no more, held by this owner. */
  held(id: string, owner: string, now: number): HeldWebhook | undefined {
    const row = this.#statement(SELECT_HELD).get(id, owner, now) as { secret: Buffer; former: Buffer | null } | undefined;
    if (row === undefined) return undefined;
    const { secret, former, ...rest } = row;
    const webhook = readWebhook(rest) as Webhook;
    const sealed = former !== null && (webhook.formerUntil ?? 0) > now ? [secret, former] : [secret];
    return { ...webhook, secrets: sealed.map((text) => openSecret(this.#parts.keys, id, text)) };
  }

  /** A dead letter that is asked for again. */
  wanted(id: string): WantedLetter | undefined {
    return this.#statement(
      'SELECT cursor, type, previous FROM dead_letters WHERE webhook = ? AND wanted = 1 ORDER BY cursor LIMIT 1',
    ).get(id) as WantedLetter | undefined;
  }

  /** Moves cursors over what is not for their webhooks; one that moved meanwhile, or is held, stays. */
  pass(moves: readonly { readonly id: string; readonly from: number; readonly to: number }[], now: number): void {
    const { database } = this.#parts;
    const move = this.#statement('UPDATE webhooks SET cursor = ? WHERE id = ? AND cursor = ? AND lease_until <= ?');
    database.transaction(() => moves.forEach(({ id, from, to }) => move.run(to, id, from, now))).immediate();
  }

  /** The same for a webhook that is held, and held on. */
  passHeld({ id, cursor }: Webhook, owner: string, to: number, leaseUntil: number): void {
    this.#statement('UPDATE webhooks SET cursor = ?, lease_until = ? WHERE id = ? AND cursor = ? AND owner = ?').run(
      to,
      leaseUntil,
      id,
      cursor,
      owner,
    );
  }

  /**
   * Writes an attempt for the event at the head and what follows from it, together, and holds the webhook on.
   * @returns false when the webhook is held by somebody else now: nothing is written.
   */
  settle(webhook: HeldWebhook, owner: string, attempt: Attempt, decision: Decision, leaseUntil: number): boolean {
    const { database } = this.#parts;
    return database
      .transaction(() => {
        if (!this.#note(webhook, owner, attempt, leaseUntil)) return false;
        this.#decide(webhook, attempt, decision);
        return true;
      })
      .immediate();
  }

  /** The same for a dead letter that was asked for: delivered it leaves the list, otherwise it waits to be asked for again. */
  settleWanted(webhook: HeldWebhook, owner: string, attempt: Attempt, delivered: boolean, leaseUntil: number): boolean {
    const { database } = this.#parts;
    const change = delivered
      ? 'DELETE FROM dead_letters WHERE webhook = @id AND cursor = @cursor'
      : `UPDATE dead_letters SET wanted = 0, at = @at, attempts = attempts + 1, outcome = @outcome
         WHERE webhook = @id AND cursor = @cursor`;
    return database
      .transaction(() => {
        if (!this.#note(webhook, owner, attempt, leaseUntil)) return false;
        const { cursor, at, outcome } = attempt;
        this.#statement(change).run(delivered ? { id: webhook.id, cursor } : { id: webhook.id, cursor, at, outcome });
        return true;
      })
      .immediate();
  }

  /** Gives a webhook back; others that wait come first. */
  release(id: string, owner: string, now: number): void {
    this.#statement(
      'UPDATE webhooks SET owner = NULL, lease_until = 0, next_at = max(next_at, ?) WHERE id = ? AND owner = ?',
    ).run(now, id, owner);
  }

  close(): void {
    this.#parts.database.close();
  }

  #note({ id }: Webhook, owner: string, attempt: Attempt, leaseUntil: number): boolean {
    const { number, cursor, type, at, ms, outcome, visibleMs } = attempt;
    const held = this.#statement(
      'UPDATE webhooks SET attempted = ?, last_ms = ?, lease_until = ? WHERE id = ? AND owner = ?',
    ).run(number, ms, leaseUntil, id, owner);
    if (held.changes === 0) return false;
    this.#statement('INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      id,
      number,
      cursor,
      type,
      at,
      ms,
      outcome,
      visibleMs,
    );
    this.#statement('DELETE FROM attempts WHERE webhook = ? AND number <= ?').run(id, number - KEPT_ATTEMPTS);
    return true;
  }

  #decide({ id, previous, failures }: Webhook, { cursor, type, at, outcome }: Attempt, decision: Decision): void {
    switch (decision.kind) {
      case 'delivered':
        this.#statement('UPDATE webhooks SET cursor = ?, previous = ?, failures = 0, next_at = 0 WHERE id = ?').run(
          cursor,
          cursor,
          id,
        );
        this.#statement('DELETE FROM dead_letters WHERE webhook = ? AND cursor = ?').run(id, cursor);
        break;
      case 'retry':
        this.#statement('UPDATE webhooks SET failures = failures + 1, next_at = ? WHERE id = ?').run(
          Math.round(at + decision.afterMs),
          id,
        );
        break;
      case 'given-up':
        this.#statement("UPDATE webhooks SET failures = failures + 1, status = 'paused', stop = 'given-up' WHERE id = ?").run(id);
        this.#statement('INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?, ?, ?, ?, 0)').run(
          id,
          cursor,
          previous,
          type,
          at,
          failures + 1,
          outcome,
        );
        break;
      case 'gone':
        this.#statement("UPDATE webhooks SET status = 'disabled', stop = 'gone' WHERE id = ?").run(id);
        break;
    }
  }

  /** Prepared once: a delivery runs half a dozen of them. */
  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = this.#parts.database.prepare(sql)));
    return statement;
  }
}
