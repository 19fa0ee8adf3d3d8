import { setImmediate } from 'node:timers/promises';
import type { Change, ChangeFeed, ReceiverRules } from '@lianpiao/gateway/changes';
import type { Attempt, HeldWebhook, WantedLetter, Webhook, WebhookDeliveries } from '@lianpiao/gateway/stores';
import { messageOf, signedHeaders } from './message';
import { decide, isDelivered, type RetryPolicy } from './retry-policy';
import { sendMessage, type Line } from './send-message';

export interface DeliveryParts {
  readonly feed: ChangeFeed;
  readonly deliveries: WebhookDeliveries;
  readonly rules: ReceiverRules;
  readonly policy: RetryPolicy;
  readonly timeoutMs: number;
  /** Names this deliverer in leases: no other has the same. */
  readonly owner: string;
}

/** Changes read at a time. */
const FEED_PAGE = 500;
/** A lease outlives an attempt by this. */
const LEASE_MARGIN_MS = 3000;

export function leaseMs({ timeoutMs }: Pick<DeliveryParts, 'timeoutMs'>): number {
  return timeoutMs + LEASE_MARGIN_MS;
}

/** The changes of a page that a webhook wants. */
export function wantedOf({ types }: Webhook, items: readonly Change[]): readonly Change[] {
  return types === null ? items : items.filter(({ type }) => types.includes(type));
}

/**
 * One webhook's turn, under a lease: dead letters that are asked for, then event after event from its cursor, one at a time.
 * Each attempt is written down, with what follows from it, before the next. What a crash leaves is the one that was under
 * way, and it is sent again with the same id.
 */
export class DeliverTurn {
  readonly #parts: DeliveryParts;
  readonly #id: string;
  readonly #line: Line;
  #page: readonly Change[] = [];

  constructor(parts: DeliveryParts, id: string, line: Line) {
    this.#parts = parts;
    this.#id = id;
    this.#line = line;
  }

  /**
   * @param brokenOff true when the process must end now: what an attempt met then is no receiver's doing.
   * @returns false when there is no more to do for now.
   */
  async step(brokenOff: () => boolean): Promise<boolean> {
    const { deliveries, owner } = this.#parts;
    // As it is now: its owner may have changed, paused or removed it since the last event.
    const webhook = deliveries.held(this.#id, owner, Date.now());
    if (webhook === undefined) return false;
    const letter = deliveries.wanted(this.#id);
    if (letter !== undefined) return this.#redeliver(webhook, letter, brokenOff);
    if (webhook.status !== 'active') return false;
    const { change, more } = this.#next(webhook);
    if (change !== undefined) return this.#deliver(webhook, change, brokenOff);
    await setImmediate();
    return more;
  }

  /** The next change for a webhook. A page without one moves its cursor on. */
  #next(webhook: HeldWebhook): { change?: Change | undefined; more: boolean } {
    const { feed, deliveries, owner } = this.#parts;
    const after = (items: readonly Change[]): Change | undefined =>
      wantedOf(webhook, items).find(({ cursor }) => Number(cursor) > webhook.cursor);
    const known = after(this.#page);
    if (known !== undefined) return { change: known, more: true };
    const { items, cursor, more } = feed.read(webhook, webhook.cursor, FEED_PAGE);
    this.#page = items;
    const change = after(items);
    if (change === undefined && Number(cursor) > webhook.cursor)
      deliveries.passHeld(webhook, owner, Number(cursor), this.#leaseUntil());
    return { change, more };
  }

  async #deliver(webhook: HeldWebhook, change: Change, brokenOff: () => boolean): Promise<boolean> {
    const { deliveries, owner, policy } = this.#parts;
    const { outcome, attempt } = await this.#attempt(webhook, change, webhook.previous);
    if (brokenOff()) return false;
    const decision = decide(outcome, webhook.failures, policy, Math.random());
    return deliveries.settle(webhook, owner, attempt, decision, this.#leaseUntil()) && decision.kind === 'delivered';
  }

  async #redeliver(webhook: HeldWebhook, letter: WantedLetter, brokenOff: () => boolean): Promise<boolean> {
    const { deliveries, feed, owner } = this.#parts;
    const { cursor, type, previous } = letter;
    const change = feed.read(webhook, cursor - 1, 1).items.find((found) => found.cursor === String(cursor));
    // No more among what its owner may see: its content was erased, or a right ended.
    const withdrawn = {
      number: webhook.attempted + 1,
      cursor,
      type,
      at: Date.now(),
      ms: 0,
      outcome: 'withdrawn',
      visibleMs: null,
    };
    const { attempt, delivered } =
      change === undefined ? { attempt: withdrawn, delivered: false } : await this.#attempt(webhook, change, previous);
    return !brokenOff() && deliveries.settleWanted(webhook, owner, attempt, delivered, this.#leaseUntil());
  }

  async #attempt(
    webhook: HeldWebhook,
    change: Change,
    previous: number,
  ): Promise<{ outcome: Awaited<ReturnType<typeof sendMessage>>; attempt: Attempt; delivered: boolean }> {
    const message = messageOf(webhook.id, change, previous);
    const at = Date.now();
    const started = performance.now();
    const outcome = await sendMessage(this.#line, webhook.url, signedHeaders(message, webhook.secrets, at), message.body);
    const ms = Math.round(performance.now() - started);
    const delivered = isDelivered(outcome.status);
    const happened = Date.parse(change.time);
    // What happened before the webhook was made says nothing about how soon it hears of things.
    const visibleMs = delivered && happened >= webhook.createdAt ? Math.max(0, at + ms - happened) : null;
    const [number, cursor] = [webhook.attempted + 1, Number(change.cursor)];
    return { outcome, delivered, attempt: { number, cursor, type: change.type, at, ms, outcome: outcome.outcome, visibleMs } };
  }

  #leaseUntil(): number {
    return Date.now() + leaseMs(this.#parts);
  }
}
