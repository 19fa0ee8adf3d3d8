import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvoiceIssued, SealedRecord } from '@lianpiao/chaincode/domain';
import { CutStore, MAX_KEYS, type CountedEntry } from '../../../gateway/src/stores/cut-store';

/** An invoice as the ledger and the payload store hold it, as far as sums look at it. */
function invoice(
  time: string,
  region: string,
  lines: readonly object[],
  totals: object,
  more: { test?: boolean; profile?: string; taxBreakdown?: object } = {},
): CountedEntry {
  const { test = false, profile = 'cn', taxBreakdown } = more;
  const header = { currency: profile === 'cn' ? 'CNY' : 'EUR', test, profile };
  const parts: Record<string, unknown> = { header, totals, ...(taxBreakdown === undefined ? {} : { taxBreakdown }) };
  lines.forEach((line, place) => {
    parts[`line/${String(place + 1)}`] = line;
  });
  const fields = Object.entries(parts).map(([name, value]) => ({ name, text: JSON.stringify(value) }));
  return {
    entry: { type: 'invoice.issued', time, number: `26${region}0000000000000001` } as unknown as InvoiceIssued,
    record: { fields } as unknown as SealedRecord,
  };
}

const rice = { name: '*谷物*大米', net: '100.00', rate: '0.09', tax: '9.00', taxCategory: 'standard' };
const meal = { name: '*餐饮服务*餐费', net: '200.50', rate: '0.06', tax: '12.03', taxCategory: 'standard' };
const bus = { name: '*运输服务*客运', net: '50.00', taxCategory: 'exempt', tax: '0.00' };
const NOON = '2026-03-05T04:00:00.000Z';
/** Already the next day in China. */
const LATE = '2026-03-05T16:30:00.000Z';

describe('the sums of days', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-cuts-'));
  let cuts: CutStore;
  beforeAll(() => {
    cuts = new CutStore(folder);
    cuts.count(
      [
        invoice(NOON, '44', [rice, meal], { net: '300.50', tax: '21.03', gross: '321.53' }),
        invoice(NOON, '31', [rice], { net: '100.00', tax: '9.00', gross: '109.00' }),
        invoice(NOON, '44', [rice], { net: '100.00', tax: '9.00', gross: '109.00' }, { test: true }),
      ],
      0,
      3,
    );
    cuts.count([invoice(LATE, '44', [bus, { ...rice, name: '大米' }], { net: '150.00', tax: '9.00', gross: '159.00' })], 3, 5);
  });
  afterAll(() => {
    cuts.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are exact by region, trade and rate, the largest first, tests apart', () => {
    const sum = (key: string, count: number, net: string, tax: string, test = false): object => ({
      key, currency: 'CNY', test, count, net, tax,
    }); // prettier-ignore
    expect(cuts.cut('region', '2026-03-05', '2026-03-06')).toEqual([
      sum('44', 2, '450.50', '30.03'),
      sum('31', 1, '100.00', '9.00'),
      sum('44', 1, '100.00', '9.00', true),
    ]);
    expect(cuts.cut('trade', '2026-03-05', '2026-03-05')).toEqual([
      sum('餐饮服务', 1, '200.50', '12.03'),
      sum('谷物', 2, '200.00', '18.00'),
      sum('谷物', 1, '100.00', '9.00', true),
    ]);
    expect(cuts.cut('trade', '2026-03-06', '2026-03-06').map(({ key }) => key).sort()).toEqual(['', '运输服务']); // prettier-ignore
    expect(cuts.cut('rate', '2026-03-06', '2026-03-06')).toEqual([
      sum('9', 1, '100.00', '9.00'),
      sum('exempt', 1, '50.00', '0.00'),
    ]);
    expect(cuts.days('2026-03-01', '2026-03-31').filter(({ test }) => !test)).toEqual([
      sum('2026-03-05', 2, '400.50', '30.03'),
      sum('2026-03-06', 1, '150.00', '9.00'),
    ]);
  });

  it('count each entry once, whoever comes second', () => {
    cuts.count([invoice(NOON, '44', [rice], { net: '100.00', tax: '9.00', gross: '109.00' })], 0, 1);
    expect(cuts.height()).toBe(5);
    expect(cuts.cut('region', '2026-03-05', '2026-03-05')).toHaveLength(3);
  });

  it('take rates of other countries as percentages, from the breakdown', () => {
    const foreign = { profile: 'en16931', taxBreakdown: [{ taxCategory: 'S', rate: '25.00', base: '100.00', tax: '25.00' }] };
    const paper = { name: 'Paper', net: '100.00', taxCategory: 'S', rate: '25' };
    cuts.count([invoice('2026-04-01T04:00:00.000Z', '44', [paper], { net: '100.00', tax: '25.00' }, foreign)], 5, 6);
    expect(cuts.cut('rate', '2026-04-01', '2026-04-01')).toEqual([
      { key: '25', currency: 'EUR', test: false, count: 1, net: '100.00', tax: '25.00' },
    ]);
  });

  it('keep a bounded number of names a day, and lose no amount by that', () => {
    const many = Array.from({ length: MAX_KEYS + 200 }, (_, place) => ({ ...rice, name: `*trade ${String(place)}*thing` }));
    cuts.count([invoice('2026-05-01T04:00:00.000Z', '44', many, { net: '120000.00', tax: '10800.00' })], 6, 7);
    const trades = cuts.cut('trade', '2026-05-01', '2026-05-01');
    expect(trades).toHaveLength(MAX_KEYS + 1);
    expect(trades[0]).toMatchObject({ key: '', count: 200, net: '20000.00' });
  });
});
