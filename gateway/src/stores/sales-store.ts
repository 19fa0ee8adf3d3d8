import { randomBytes } from 'node:crypto';
import { openSecret, sealSecret } from './secret-box';
import type { SalesDatabase } from './sales-database';

/** A sale's row: what is in clear. Times are milliseconds since 1970. */
export interface SaleRow {
  /** Where it stands among all sales, from 1. */
  readonly place: number;
  /** 16 hexadecimal characters. */
  readonly id: string;
  readonly seller: string;
  /** Who recorded it: the seller, or a platform for it. */
  readonly caller: string;
  readonly till: string;
  /** Civil date of the sale in China, YYYY-MM-DD. */
  readonly day: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly cancelledAt: number | null;
  /** 1 while a sale that was reported before its payment is not paid. */
  readonly unpaid: 0 | 1;
  readonly number: string | null;
  readonly invoicedAt: number | null;
  readonly content: Buffer | null;
}

export interface NewSale extends Omit<SaleRow, 'place' | 'id' | 'cancelledAt' | 'unpaid' | 'number' | 'invoicedAt' | 'content'> {
  readonly unpaid: boolean;
  readonly orderReference: string;
  readonly code: string;
  readonly content: string;
}

export type SaleAmounts = Pick<SaleRow, 'net' | 'tax' | 'gross' | 'number' | 'cancelledAt' | 'expiresAt' | 'unpaid'>;

/** Which sales a list asks for: newest first, before a place. */
export interface SaleFilter {
  readonly sellers: readonly string[];
  readonly day?: string | undefined;
  readonly till?: string | undefined;
  readonly before: number;
  readonly limit: number;
}

const UNPAID = 'EXISTS (SELECT 1 FROM late_payments l WHERE l.sale = sales.place AND l.paid_at IS NULL) AS unpaid';
const COLUMNS = `place, ${UNPAID}, id, seller, caller, till, day, created_at AS createdAt, expires_at AS expiresAt, net, tax, gross,
  cancelled_at AS cancelledAt, number, invoiced_at AS invoicedAt, content`;

/** Sales that wait for their invoice, or had it. */
export class SalesStore {
  readonly #parts: SalesDatabase;

  constructor(parts: SalesDatabase) {
    this.#parts = parts;
  }

  /** Stores a sale, durable on return; undefined when the seller has used the order reference before. */
  add(sale: NewSale): SaleRow | undefined {
    return this.#parts.database.transaction(() => this.#insert(sale)).immediate();
  }

  #insert({ orderReference, code, content, unpaid, ...sale }: NewSale): SaleRow | undefined {
    const { database, keys, fingerprint } = this.#parts;
    const id = randomBytes(8).toString('hex');
    const place = database
      .prepare(
        `INSERT INTO sales (id, seller, caller, till, reference, code, day, created_at, expires_at, net, tax, gross, content)
         VALUES (@id, @seller, @caller, @till, @reference, @code, @day, @createdAt, @expiresAt, @net, @tax, @gross, @content)
         ON CONFLICT (seller, reference) DO NOTHING RETURNING place`,
      )
      .pluck()
      .get({
        ...sale,
        id,
        reference: fingerprint('reference', orderReference),
        code: fingerprint('code', code),
        content: sealSecret(keys, placeOf(id), content),
      }) as number | undefined;
    if (place === undefined) return undefined;
    if (unpaid) database.prepare('INSERT INTO late_payments (sale) VALUES (?)').run(place);
    return this.byId(id);
  }

  /** Registers the payment of a sale that was reported without; false when it has one. */
  pay({ place, id }: SaleRow, payment: string, now: number): boolean {
    const { database, keys } = this.#parts;
    const paid = database.prepare('UPDATE late_payments SET paid_at = ?, content = ? WHERE sale = ? AND paid_at IS NULL');
    const put = (): boolean => paid.run(now, sealSecret(keys, `${placeOf(id)}-payment`, payment), place).changes === 1;
    return database.transaction(put).immediate();
  }

  /** The payment that was registered later; undefined when there is none, or it was erased. */
  latePayment({ place, id }: SaleRow): string | undefined {
    const { database, keys } = this.#parts;
    const content = database.prepare('SELECT content FROM late_payments WHERE sale = ?').pluck().get(place) as
      Buffer | null | undefined;
    return content === null || content === undefined ? undefined : openSecret(keys, `${placeOf(id)}-payment`, content);
  }

  byReference(seller: string, orderReference: string): SaleRow | undefined {
    return this.#one('seller = ? AND reference = ?', seller, this.#parts.fingerprint('reference', orderReference));
  }

  byId(id: string): SaleRow | undefined {
    return this.#one('id = ?', id);
  }

  byNumber(number: string): SaleRow | undefined {
    return this.#one('number = ?', number);
  }

  byCode(code: string): SaleRow | undefined {
    return this.#one('code = ?', this.#parts.fingerprint('code', code));
  }

  list({ sellers, day, till, before, limit }: SaleFilter): SaleRow[] {
    return this.#parts.database
      .prepare(
        `SELECT ${COLUMNS} FROM sales WHERE seller IN (SELECT value FROM json_each(@sellers)) AND place < @before
         ${day === undefined ? '' : 'AND day = @day'} ${till === undefined ? '' : 'AND till = @till'} ORDER BY place DESC LIMIT @limit`,
      )
      .all({ sellers: JSON.stringify(sellers), day, till, before, limit }) as SaleRow[];
  }

  /** Amounts and states of a day's sales, for its sums; at most `limit`. */
  amounts({ sellers, day, till, limit }: Omit<SaleFilter, 'before'>): SaleAmounts[] {
    return this.#parts.database
      .prepare(
        `SELECT net, tax, gross, number, cancelled_at AS cancelledAt, expires_at AS expiresAt, ${UNPAID} FROM sales
         WHERE seller IN (SELECT value FROM json_each(@sellers)) AND day = @day
         ${till === undefined ? '' : 'AND till = @till'} ORDER BY place LIMIT @limit`,
      )
      .all({ sellers: JSON.stringify(sellers), day, till, limit }) as SaleAmounts[];
  }

  /** The content as it was stored; undefined when it was erased. */
  open({ id, content }: SaleRow): string | undefined {
    return content === null ? undefined : openSecret(this.#parts.keys, placeOf(id), content);
  }

  /** Keeps a cancellation out until then; false when there was one, or the time was over. */
  beginIssuing(id: string, now: number, until: number): boolean {
    return this.#changed(
      `UPDATE sales SET issuing_until = max(issuing_until, @until)
       WHERE id = @id AND (number IS NOT NULL OR (cancelled_at IS NULL AND expires_at > @now))`,
      { id, now, until },
    );
  }

  /** Notes the invoice of a sale; the first note stands. */
  markInvoiced(id: string, number: string, invoicedAt: number): void {
    this.#changed('UPDATE sales SET number = @number, invoiced_at = @invoicedAt WHERE id = @id AND number IS NULL', {
      id,
      number,
      invoicedAt,
    });
  }

  /** False when it is invoiced or cancelled already, or being invoiced at the moment. */
  cancel(id: string, now: number): boolean {
    return this.#changed(
      `UPDATE sales SET cancelled_at = @now
       WHERE id = @id AND number IS NULL AND cancelled_at IS NULL AND issuing_until <= @now`,
      { id, now },
    );
  }

  /** Erases content for good, the refunds' too; false when there is none. */
  erase(id: string): boolean {
    const { database } = this.#parts;
    const erased = database
      .transaction(() => {
        const place = database
          .prepare('UPDATE sales SET content = NULL WHERE id = ? AND content IS NOT NULL RETURNING place')
          .pluck()
          .get(id);
        for (const table of place === undefined ? [] : ['refunds', 'late_payments'])
          database.prepare(`UPDATE ${table} SET content = NULL WHERE sale = ?`).run(place);
        return place !== undefined;
      })
      .immediate();
    // The old ciphertext must leave the write-ahead log too.
    if (erased) database.pragma('wal_checkpoint(TRUNCATE)');
    return erased;
  }

  close(): void {
    this.#parts.database.close();
  }

  #one(where: string, ...values: (string | Buffer)[]): SaleRow | undefined {
    return this.#parts.database.prepare(`SELECT ${COLUMNS} FROM sales WHERE ${where}`).get(...values) as SaleRow | undefined;
  }

  #changed(sql: string, values: Readonly<Record<string, string | number>>): boolean {
    return this.#parts.database.prepare(sql).run(values).changes === 1;
  }
}

/** What the encryption binds a content to: moved to another row, it does not open. */
function placeOf(id: string): string {
  return `sale-${id}`;
}
