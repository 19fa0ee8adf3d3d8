import { randomUUID } from 'node:crypto';
import type { Webhook } from '@lianpiao/gateway/stores';
import { DeliverTurn, leaseMs, wantedOf, type DeliveryParts } from './deliver-turn';
import { closeLine, openLine, type Line } from './send-message';

/** Webhooks that are served at the same time. */
const SLOTS = 64;
/** Of these at most so many for receivers that fail or are slow, so that they never keep all others waiting. */
const SLOTS_IN_TROUBLE = SLOTS / 2;
const SLOW_MS = 1000;
/** How long one webhook may go on while others wait. */
const TURN_MS = 5000;
/** How long attempts under way may take to end when the process is told to stop. */
const STOP_GRACE_MS = 5000;
/** Changes looked at to see whether there is news. */
const LOOK_PAGE = 50;

export interface DelivererOptions extends Omit<DeliveryParts, 'owner'> {
  readonly onFault: (error: unknown) => void;
}

/** A webhook that is being served. */
interface Service {
  readonly line: Line;
  /** Its receiver failed last time, or was slow. */
  readonly trouble: boolean;
  readonly ended: Promise<void>;
}

/** Brings the change feed to the webhooks: looks which have news, and gives each a turn of its own. */
export class Deliverer {
  readonly #parts: DeliveryParts;
  readonly #onFault: (error: unknown) => void;
  readonly #turns = new Map<string, Service>();
  #stopping = false;
  #brokenOff = false;

  constructor({ onFault, ...parts }: DelivererOptions) {
    this.#parts = { ...parts, owner: randomUUID() };
    this.#onFault = onFault;
  }

  /** Starts turns for webhooks that have news; does not wait for them. @returns how many were started. */
  look(): number {
    if (this.#stopping) return 0;
    const { deliveries, feed, owner } = this.#parts;
    const now = Date.now();
    const chosen = this.#choose(this.#withNews(deliveries.due(now, feed.height()), now));
    if (chosen.size === 0) return 0;
    const held = deliveries.lease([...chosen.keys()], owner, now, now + leaseMs(this.#parts));
    for (const id of held) this.#start(id, chosen.get(id) === true);
    return held.length;
  }

  /** Resolves when no turn is under way. */
  async idle(): Promise<void> {
    while (this.#turns.size > 0) await Promise.all([...this.#turns.values()].map(({ ended }) => ended));
  }

  /** Lets what is under way come to its end, for a while. */
  async close(): Promise<void> {
    this.#stopping = true;
    const timer = setTimeout(() => this.#breakOff(), STOP_GRACE_MS);
    await this.idle();
    clearTimeout(timer);
    this.#parts.deliveries.close();
  }

  /** Those that have something to deliver; cursors of the others move over what is not for them. */
  #withNews(due: readonly Webhook[], now: number): Webhook[] {
    const { deliveries, feed } = this.#parts;
    const moves: { id: string; from: number; to: number }[] = [];
    const found = due.filter((webhook) => {
      if (this.#turns.has(webhook.id)) return false;
      if (deliveries.wanted(webhook.id) !== undefined) return true;
      const { items, cursor, more } = feed.read(webhook, webhook.cursor, LOOK_PAGE);
      if (more || wantedOf(webhook, items).length > 0) return true;
      moves.push({ id: webhook.id, from: webhook.cursor, to: Number(cursor) });
      return false;
    });
    if (moves.length > 0) deliveries.pass(moves, now);
    return found;
  }

  /** As many as there are slots for, by their ids; true for one in trouble. */
  #choose(webhooks: readonly Webhook[]): Map<string, boolean> {
    let slots = SLOTS - this.#turns.size;
    let troubled = SLOTS_IN_TROUBLE - [...this.#turns.values()].filter(({ trouble }) => trouble).length;
    const chosen = new Map<string, boolean>();
    for (const { id, failures, lastMs } of webhooks) {
      const trouble = failures > 0 || lastMs > SLOW_MS;
      if (slots <= 0 || (trouble && troubled <= 0)) continue;
      slots -= 1;
      if (trouble) troubled -= 1;
      chosen.set(id, trouble);
    }
    return chosen;
  }

  #start(id: string, trouble: boolean): void {
    const line = openLine(this.#parts.rules, this.#parts.timeoutMs);
    const ended = this.#turn(id, line)
      .catch(this.#onFault)
      .finally(() => this.#turns.delete(id));
    this.#turns.set(id, { line, trouble, ended });
  }

  async #turn(id: string, line: Line): Promise<void> {
    const { deliveries, owner } = this.#parts;
    const until = Date.now() + TURN_MS;
    const turn = new DeliverTurn(this.#parts, id, line);
    try {
      let more = true;
      while (more && !this.#stopping && Date.now() < until) more = await turn.step(() => this.#brokenOff);
    } finally {
      closeLine(line);
      deliveries.release(id, owner, Date.now());
    }
  }

  #breakOff(): void {
    this.#brokenOff = true;
    for (const { line } of this.#turns.values()) closeLine(line);
  }
}
