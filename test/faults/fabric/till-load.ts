import { sale } from '../../support/sales';

/** One sale of a till, and what its client has heard so far. */
export interface Asked {
  readonly seller: string;
  readonly till: string;
  readonly orderReference: string;
  readonly body: string;
  readonly apiKey: string;
  /** When it was sent first, by performance.now(). */
  readonly sentAt: number;
  /** How the first sending ended: its status (0: no answer), and how long that took. */
  first?: { readonly status: number; readonly tookMs: number };
  /** Text of the invoice, once somebody was told of it. */
  told?: string;
}

export interface LoadTill {
  readonly seller: string;
  readonly till: string;
  readonly apiKey: string;
}

/** A client's patience. */
const ANSWER_DEADLINE_MS = 60_000;
const RESEND_AFTER_MS = 1000;
const RESENDS = 2;
const AGAIN_AT_ONCE = 64;
const CREATED = [200, 201];
/** What says "the same request may be sent again". */
const TRY_AGAIN = [0, 503, 504];

/**
 * Tills that sell at a steady pace, whatever happens to the network: order references count up, a request without an
 * answer is sent again after a second, twice, while the next sales go on, and everything that was heard is remembered.
 */
export class TillLoad {
  readonly asked: Asked[] = [];
  /** How often which status was heard; 0: no answer. */
  readonly heard = new Map<number, number>();
  /** What a client must never hear: another answer to the same request, or a refusal of a good one. */
  readonly violations: string[] = [];
  readonly #url: string;
  readonly #tills: readonly LoadTill[];
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;

  constructor(url: string, tills: readonly LoadTill[]) {
    this.#url = url;
    this.#tills = tills;
  }

  /** @param rate sales a second, over all tills. */
  start(rate: number): void {
    this.#timer = setInterval(() => this.#sell(), 1000 / rate);
  }

  /** Sells no more, and waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
  }

  /** Sends every request once more, answered or not, until each has its final answer. Gives how many had none before. */
  async askAgain(): Promise<number> {
    const open = this.asked.filter(({ told }) => told === undefined).length;
    const waiting = [...this.asked];
    const ask = async (): Promise<void> => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        for (let attempt = 0; !CREATED.includes(await this.#send(one)); attempt += 1) {
          if (attempt === RESENDS) {
            this.violations.push(`${one.orderReference} has no answer in the end`);
            break;
          }
          await pause(RESEND_AFTER_MS);
        }
      }
    };
    await Promise.all(Array.from({ length: AGAIN_AT_ONCE }, ask));
    return open;
  }

  #sell(): void {
    const from = this.#tills[this.#sent % this.#tills.length]!;
    // Each till counts by itself.
    const count = String(Math.floor(this.#sent / this.#tills.length) + 1).padStart(6, '0');
    this.#sent += 1;
    const orderReference = `${from.till}-${count}`;
    const one: Asked = {
      ...from,
      orderReference,
      body: JSON.stringify(sale(from.till, { orderReference })),
      sentAt: performance.now(),
    };
    this.asked.push(one);
    const work = this.#persist(one).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #persist(one: Asked): Promise<void> {
    for (let attempt = 0; attempt <= RESENDS; attempt += 1) {
      const status = await this.#send(one);
      one.first ??= { status, tookMs: performance.now() - one.sentAt };
      if (CREATED.includes(status)) return;
      await pause(RESEND_AFTER_MS);
    }
  }

  async #send(one: Asked): Promise<number> {
    const { status, text } = await post(this.#url, one);
    this.heard.set(status, (this.heard.get(status) ?? 0) + 1);
    if (CREATED.includes(status)) {
      if (one.told !== undefined && one.told !== text) {
        this.violations.push(`${one.orderReference} first got ${one.told.slice(0, 120)}, then ${text.slice(0, 120)}`);
      }
      one.told ??= text;
    } else if (!TRY_AGAIN.includes(status)) {
      this.violations.push(`${one.orderReference} is refused: ${String(status)} ${text.slice(0, 200)}`);
    }
    return status;
  }
}

async function post(url: string, { apiKey, body }: Asked): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(`${url}/v1/invoices`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(ANSWER_DEADLINE_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
