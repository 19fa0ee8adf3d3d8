import { seededRandom, type Random } from './schedule';

export const SELLERS = 4;
export const TILLS_EACH = 8;

/** A request for an invoice as a client sends it; `body` is its text, the same for every repetition. */
export interface Sale {
  readonly seller: number;
  readonly till: string;
  readonly orderReference: string;
  readonly body: string;
}

/** What a client does at once: one request, or a batch of one seller. */
export interface Operation {
  readonly seller: number;
  readonly batch: boolean;
  readonly sales: readonly Sale[];
  /** How many of the sales are neither replays nor conflicts. */
  readonly fresh: number;
}

export function sellerName(seller: number): string {
  return `seller-${String(seller + 1)}`;
}

export function tillName(seller: number, till: number): string {
  return `${sellerName(seller)}-till-${String(till + 1)}`;
}

/** Seller and order reference: what one invoice, and no second, is issued for. */
export function saleKey({ seller, orderReference }: Pick<Sale, 'orderReference' | 'seller'>): string {
  return `${String(seller)}/${orderReference}`;
}

const REPLAYS = 0.06;
const CONFLICTS = 0.04;
const BATCHES = 0.004;
const RECENT = 64;
const REMEMBERED = 4000;

/** Sales from a seed, one after another: fresh ones, replays of earlier ones and conflicts with them, alone and in batches. */
export class SalesGenerator {
  readonly #random: Random;
  readonly #orders: number[] = Array.from({ length: SELLERS }, () => 0);
  readonly #past: Sale[][] = Array.from({ length: SELLERS }, () => []);

  constructor(seed: number) {
    this.#random = seededRandom(seed ^ 0x5a1e5);
  }

  next(): Operation {
    const seller = this.#below(SELLERS);
    const draw = this.#random();
    if (draw < BATCHES) return this.#batch(seller);
    if (draw < BATCHES + REPLAYS) return single(this.#earlier(seller) ?? this.#fresh(seller), 0);
    if (draw < BATCHES + REPLAYS + CONFLICTS) return single(this.#conflict(seller), 0);
    return single(this.#fresh(seller), 1);
  }

  /** 20 to 40 lines; some repeat or contradict an earlier line, of this batch too. */
  #batch(seller: number): Operation {
    const count = 20 + this.#below(21);
    let fresh = 0;
    const sales = Array.from({ length: count }, () => {
      const draw = this.#random();
      if (draw < REPLAYS) return this.#earlier(seller) ?? this.#fresh(seller);
      if (draw < REPLAYS + CONFLICTS) return this.#conflict(seller);
      fresh += 1;
      return this.#fresh(seller);
    });
    return { seller, batch: true, sales, fresh };
  }

  #fresh(seller: number): Sale {
    const order = (this.#orders[seller] = (this.#orders[seller] ?? 0) + 1);
    // Sellers use the same texts for their references: they must not get in each other's way.
    const sale = this.#compose(seller, this.#below(TILLS_EACH), `ORDER-${String(order)}`);
    const past = this.#past[seller]!;
    if (past.length < REMEMBERED) past.push(sale);
    else past[order % REMEMBERED] = sale;
    return sale;
  }

  /** Half of the time one that may still be under way. */
  #earlier(seller: number): Sale | undefined {
    const past = this.#past[seller]!;
    const reach = this.#random() < 0.5 ? Math.min(RECENT, past.length) : past.length;
    return past[past.length - 1 - this.#below(reach)];
  }

  /** Another content, sometimes from another till, under a reference that was used before. */
  #conflict(seller: number): Sale {
    const earlier = this.#earlier(seller);
    if (earlier === undefined) return this.#fresh(seller);
    return this.#compose(seller, this.#below(TILLS_EACH), earlier.orderReference);
  }

  #compose(seller: number, tillIndex: number, orderReference: string): Sale {
    const till = tillName(seller, tillIndex);
    const lines = Array.from({ length: 1 + this.#below(3) }, (_, index) => {
      const [quantity, cents] = [1 + this.#below(9), 1 + this.#below(50_000)];
      const net = quantity * cents;
      // 13 %, half away from zero, in whole cents.
      const tax = Math.floor((net * 13 + 50) / 100);
      return { name: `*百货*商品${String(index + 1)}`, quantity, cents, net, tax };
    });
    const net = lines.reduce((sum, line) => sum + line.net, 0);
    const tax = lines.reduce((sum, line) => sum + line.tax, 0);
    const body = JSON.stringify({
      till,
      orderReference,
      lines: lines.map((line) => ({
        name: line.name,
        unit: '件',
        quantity: String(line.quantity),
        unitPrice: yuan(line.cents),
        net: yuan(line.net),
        rate: '0.13',
        tax: yuan(line.tax),
      })),
      totals: { net: yuan(net), tax: yuan(tax), gross: yuan(net + tax) },
      // Makes contents that differ by chance in nothing else differ in this.
      note: `收银 ${String(this.#below(1_000_000_000))}`,
    });
    return { seller, till, orderReference, body };
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}

function single(sale: Sale, fresh: number): Operation {
  return { seller: sale.seller, batch: false, sales: [sale], fresh };
}

function yuan(cents: number): string {
  return `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}
