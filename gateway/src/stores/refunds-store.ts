import { randomBytes } from 'node:crypto';
import { chinaDate, type RefundLine, type RefundTotals } from '@lianpiao/chaincode/domain';
import { openSecret, sealSecret, type BoxKeys } from './secret-box';
import type { SalesDatabase } from './sales-database';
import type { SaleFilter, SaleRow } from './sales-store';

/** What is given back of a sale, to be red-lettered. */
export interface RefundContent {
  readonly refundReference: string;
  readonly reason: string;
  readonly lines: readonly RefundLine[];
  readonly totals: RefundTotals;
}

export interface StoredRefund {
  readonly place: number;
  /** 16 hexadecimal characters. */
  readonly id: string;
  /** Id, invoice number and cancellation of its sale. */
  readonly sale: string;
  readonly number: string | null;
  readonly cancelledAt: number | null;
  /** Civil date of the refund in China. */
  readonly day: string;
  readonly createdAt: number;
  readonly gross: string;
  /** Undefined when it was erased. */
  readonly content: RefundContent | undefined;
}

interface Row extends Omit<StoredRefund, 'content'> {
  readonly content: Buffer | null;
}

const SELECT = `SELECT r.place, r.id, s.id AS sale, s.number, s.cancelled_at AS cancelledAt, r.day,
  r.created_at AS createdAt, r.gross, r.content FROM refunds r JOIN sales s ON s.place = r.sale`;

/** Refunds that are prepared for red letters. */
export class RefundsStore {
  readonly #parts: SalesDatabase;

  constructor(parts: SalesDatabase) {
    this.#parts = parts;
  }

  /**
   * Decides on a refund and stores it, while nobody else adds one to the same sale.
   * @param decide is shown the refunds before; what it throws is thrown, and nothing is stored.
   * @returns the refund, and whether it is new: of an equal reference the first stands.
   */
  add(
    sale: SaleRow,
    refundReference: string,
    now: number,
    decide: (before: readonly RefundContent[]) => RefundContent,
  ): { readonly refund: StoredRefund; readonly created: boolean } {
    const { database, fingerprint, keys } = this.#parts;
    const reference = fingerprint('refund', refundReference);
    return database
      .transaction(() => {
        const known = database.prepare(`${SELECT} WHERE r.sale = ? AND r.reference = ?`).get(sale.place, reference);
        if (known !== undefined) return { refund: this.#read(known), created: false };
        const content = decide(this.ofSale(sale.place).flatMap((refund) => refund.content ?? []));
        const id = randomBytes(8).toString('hex');
        database
          .prepare(
            'INSERT INTO refunds (id, sale, seller, reference, day, created_at, gross, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          )
          .run(id, sale.place, sale.seller, reference, chinaDate(now), now, content.totals.gross, seal(keys, id, content));
        const made = database.prepare(`${SELECT} WHERE r.id = ?`).get(id);
        return { refund: this.#read(made), created: true };
      })
      .immediate();
  }

  /** Refunds of one sale, oldest first: each takes something of it, so they are few. */
  ofSale(place: number): StoredRefund[] {
    return this.#parts.database
      .prepare(`${SELECT} WHERE r.sale = ? ORDER BY r.place`)
      .all(place)
      .map((row) => this.#read(row));
  }

  /** Refunds of sellers, newest first, before a place; of one day when it is named. */
  list({ sellers, day, before, limit }: Omit<SaleFilter, 'till'>): StoredRefund[] {
    return this.#parts.database
      .prepare(
        `${SELECT} WHERE r.seller IN (SELECT value FROM json_each(@sellers)) AND r.place < @before
         ${day === undefined ? '' : 'AND r.day = @day'} ORDER BY r.place DESC LIMIT @limit`,
      )
      .all({ sellers: JSON.stringify(sellers), day, before, limit })
      .map((row) => this.#read(row));
  }

  #read(row: unknown): StoredRefund {
    const { content, ...rest } = row as Row;
    const text = content === null ? undefined : openSecret(this.#parts.keys, placeOf(rest.id), content);
    return { ...rest, content: text === undefined ? undefined : (JSON.parse(text) as RefundContent) };
  }
}

function seal(keys: BoxKeys, id: string, content: RefundContent): Buffer {
  return sealSecret(keys, placeOf(id), JSON.stringify(content));
}

function placeOf(id: string): string {
  return `refund-${id}`;
}
