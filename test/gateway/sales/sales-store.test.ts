import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  openSalesDatabase,
  RefundsStore,
  SalesStore,
  type NewSale,
  type RefundContent,
  type SalesDatabase,
} from '@lianpiao/gateway/stores';

const CODE = '23456789ABCDEFGHJKMP';
const NOW = 1_800_000_000_000;

describe('the store of sales', () => {
  let folder: string;
  let database: SalesDatabase;
  let sales: SalesStore;
  let refunds: RefundsStore;

  const open = (): void => {
    database = openSalesDatabase(folder);
    [sales, refunds] = [new SalesStore(database), new RefundsStore(database)];
  };
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lianpiao-sales-'));
    open();
  });
  afterEach(() => {
    sales.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const sale = (more: Partial<NewSale> = {}): NewSale => ({
    seller: 'corner-shop',
    caller: 'corner-shop',
    till: 'corner-shop-1',
    orderReference: 'ORDER-1',
    code: CODE,
    day: '2026-11-22',
    createdAt: NOW,
    expiresAt: NOW + 1000,
    net: '100.00',
    tax: '9.00',
    gross: '109.00',
    unpaid: false,
    content: 'a secret content',
    ...more,
  });
  const bytesOnDisk = (): Buffer =>
    Buffer.concat(
      fs
        .readdirSync(folder)
        .filter((name) => name.startsWith('sales.db'))
        .map((name) => fs.readFileSync(path.join(folder, name))),
    );

  it('keeps a sale over a restart, found by reference, code and id', () => {
    const row = sales.add(sale())!;
    sales.close();
    open();
    expect(sales.byReference('corner-shop', 'ORDER-1')).toEqual(row);
    expect(sales.byCode(CODE)).toEqual(row);
    expect(sales.byId(row.id)).toEqual(row);
    expect(sales.open(row)).toBe('a secret content');
    expect(sales.byReference('other-shop', 'ORDER-1')).toBeUndefined();
  });

  it('takes an order reference of a seller once', () => {
    expect(sales.add(sale())).toBeDefined();
    expect(sales.add(sale({ code: 'other', content: 'other' }))).toBeUndefined();
    expect(sales.add(sale({ seller: 'other-shop', code: 'other' }))).toBeDefined();
  });

  it('writes neither content nor reference nor code in clear, and nothing at all after erasing', () => {
    const row = sales.add(sale())!;
    const sealed = row.content!;
    for (const text of ['secret content', 'ORDER-1', CODE]) expect(bytesOnDisk().includes(text)).toBe(false);
    expect(bytesOnDisk().includes(sealed)).toBe(true);
    expect(sales.erase(row.id)).toBe(true);
    expect(sales.erase(row.id)).toBe(false);
    expect(bytesOnDisk().includes(sealed)).toBe(false);
    expect(sales.open(sales.byId(row.id)!)).toBeUndefined();
    expect(sales.byCode(CODE)?.id).toBe(row.id);
  });

  it('does not open a content that was moved to another row', () => {
    const one = sales.add(sale())!;
    const two = sales.add(sale({ orderReference: 'ORDER-2', code: 'two' }))!;
    expect(() => sales.open({ ...one, content: two.content })).toThrow();
  });

  it('does not cancel what is invoiced, or is being invoiced, and does not issue what is cancelled or over', () => {
    const { id } = sales.add(sale())!;
    expect(sales.beginIssuing(id, NOW, NOW + 60)).toBe(true);
    expect(sales.cancel(id, NOW + 59)).toBe(false);
    expect(sales.cancel(id, NOW + 60)).toBe(true);
    expect(sales.cancel(id, NOW + 61)).toBe(false);
    expect(sales.beginIssuing(id, NOW + 61, NOW + 100)).toBe(false);

    const other = sales.add(sale({ orderReference: 'ORDER-2', code: 'two' }))!;
    expect(sales.beginIssuing(other.id, NOW + 1000, NOW + 2000)).toBe(false);
    sales.markInvoiced(other.id, '26440000000000000001', NOW);
    sales.markInvoiced(other.id, '26440000000000000002', NOW + 1);
    expect(sales.byNumber('26440000000000000001')?.invoicedAt).toBe(NOW);
    expect(sales.cancel(other.id, NOW + 5000)).toBe(false);
    // A repetition of the claim is answered after the time, too.
    expect(sales.beginIssuing(other.id, NOW + 1000, NOW + 2000)).toBe(true);
  });

  it('lists by seller, day and till, newest first, a page after the other', () => {
    for (let index = 0; index < 5; index += 1) {
      sales.add(
        sale({ orderReference: `O-${String(index)}`, code: `c-${String(index)}`, till: index % 2 === 0 ? 'one' : 'two' }),
      );
    }
    sales.add(sale({ orderReference: 'O-x', code: 'c-x', day: '2026-11-21' }));
    const page = { sellers: ['corner-shop'], before: Number.MAX_SAFE_INTEGER, limit: 2 };
    const first = sales.list({ ...page, day: '2026-11-22' });
    expect(first.map(({ place }) => place)).toEqual([5, 4]);
    expect(sales.list({ ...page, day: '2026-11-22', before: 4 }).map(({ place }) => place)).toEqual([3, 2]);
    expect(sales.list({ ...page, till: 'one', limit: 9 }).map(({ place }) => place)).toEqual([5, 3, 1]);
    expect(sales.list({ ...page, sellers: ['other-shop', "x'); --"] })).toEqual([]);
    expect(sales.amounts({ sellers: ['corner-shop'], day: '2026-11-22', till: 'two', limit: 9 })).toHaveLength(2);
  });

  it('keeps a refund once, and decides on it with those before in sight', () => {
    const row = sales.add(sale())!;
    const content = (refundReference: string): RefundContent => ({
      refundReference,
      reason: 'torn',
      lines: [{ line: 1, net: '1.00', tax: '0.09' }],
      totals: { net: '1.00', tax: '0.09', gross: '1.09' },
    });
    const seen: number[] = [];
    const add = (reference: string): boolean =>
      refunds.add(row, reference, NOW, (before) => {
        seen.push(before.length);
        return content(reference);
      }).created;
    expect([add('R-1'), add('R-1'), add('R-2')]).toEqual([true, false, true]);
    expect(seen).toEqual([0, 1]);
    expect(() =>
      refunds.add(row, 'R-3', NOW, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(refunds.ofSale(row.place).map((refund) => refund.content?.refundReference)).toEqual(['R-1', 'R-2']);
    expect(bytesOnDisk().includes('torn')).toBe(false);
    const list = refunds.list({ sellers: ['corner-shop'], before: 2, limit: 9 });
    expect(list).toMatchObject([{ sale: row.id, gross: '1.09', number: null }]);
    sales.erase(row.id);
    expect(refunds.ofSale(row.place).map((refund) => refund.content)).toEqual([undefined, undefined]);
  });
});
