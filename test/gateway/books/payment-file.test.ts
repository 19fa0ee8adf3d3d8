import fc from 'fast-check';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { comparePayments, type BookedInvoice, type Comparison } from '../../../gateway/src/books/compare-payments';
import { readPaymentFile } from '../../../gateway/src/books/payment-file';

const HEADER = 'date,orderReference,amount';

async function refusal(text: string): Promise<{ code: string; path: string | undefined }> {
  try {
    await readPaymentFile(text, 'shop');
  } catch (error) {
    if (error instanceof LedgerError) return { code: error.code, path: error.detail.path };
    throw error;
  }
  throw new Error('it was taken');
}

describe('a payment file', () => {
  it('is read with its lines, with defaults for what it leaves out', async () => {
    const text = `\uFEFF${HEADER},currency,paymentReference\r\n2026-03-01,A-1,10.5,,P1\r\n\r\n2026-03-02,"B,2",3,EUR,\r\n`;
    expect(await readPaymentFile(text, 'shop')).toEqual([
      {
        line: 2,
        date: '2026-03-01',
        seller: 'shop',
        orderReference: 'A-1',
        currency: 'CNY',
        amount: { units: 105n, scale: 1 },
        paymentReference: 'P1',
      },
      { line: 4, date: '2026-03-02', seller: 'shop', orderReference: 'B,2', currency: 'EUR', amount: { units: 3n, scale: 0 } },
    ]);
  });

  it.each([
    ['a column that is not known', 'date,orderReference,sum\n', 'CSV_HEADER_INVALID', '/1'],
    ['a column that is missing', 'date,amount\n2026-03-01,1\n', 'CSV_HEADER_INVALID', '/1'],
    ['a column twice', `${HEADER},amount\n`, 'CSV_HEADER_INVALID', '/1'],
    ['a row with too many fields', `${HEADER}\n2026-03-01,A,1,2\n`, 'CSV_MALFORMED', '/2'],
    ['a quotation mark that is not closed', `${HEADER}\n2026-03-01,"A,1\n`, 'CSV_MALFORMED', '/2'],
    ['a record that is too long', `${HEADER}\n2026-03-01,${'A'.repeat(5000)},1\n`, 'CSV_MALFORMED', '/2'],
    ['a reference that is too long', `${HEADER}\n2026-03-01,${'A'.repeat(101)},1\n`, 'FIELD_INVALID', '/2/orderReference'],
    ['no reference', `${HEADER}\n2026-03-01,,1\n`, 'FIELD_MISSING', '/2/orderReference'],
    ['an amount with a comma', `${HEADER}\n2026-03-01,A,"1,00"\n`, 'MONEY_MALFORMED', '/2/amount'],
    ['an amount with three decimals', `${HEADER}\n2026-03-01,A,1.000\n`, 'MONEY_MALFORMED', '/2/amount'],
    ['an amount with an exponent', `${HEADER}\n2026-03-01,A,1\n2026-03-01,B,1e3\n`, 'MONEY_MALFORMED', '/3/amount'],
    ['a day that does not exist', `${HEADER}\n2026-02-30,A,1\n`, 'TIME_MALFORMED', '/2/date'],
    ['a currency in small letters', `${HEADER},currency\n2026-03-01,A,1,cny\n`, 'CURRENCY_INVALID', '/2/currency'],
    ['a seller that is no identifier', `${HEADER},seller\n2026-03-01,A,1,The Shop\n`, 'FIELD_INVALID', '/2/seller'],
  ])('is refused whole for %s', async (_name, text, code, path) => {
    expect(await refusal(text)).toEqual({ code, path });
  });

  it('has limits of days and rows', async () => {
    const days = Array.from({ length: 32 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
    expect((await refusal(`${HEADER}\n${days.map((day) => `${day},A,1`).join('\n')}`)).code).toBe('CSV_TOO_LONG');
    expect((await refusal(`${HEADER}\n${'2026-03-01,A,1\n'.repeat(100_001)}`)).code).toBe('CSV_TOO_LONG');
  });
});

const invoice = (reference: string, gross: string, more: Partial<BookedInvoice> = {}): BookedInvoice => ({
  number: `2644000000000000${reference.padStart(4, '0')}`,
  day: '2026-03-01',
  seller: 'shop',
  orderReference: reference,
  currency: 'CNY',
  gross,
  test: false,
  ...more,
});

async function compare(
  rows: string,
  invoices: readonly BookedInvoice[],
  elsewhere: readonly BookedInvoice[] = [],
): Promise<Comparison> {
  const payments = await readPaymentFile(`date,orderReference,amount,currency,paymentReference\n${rows}`, 'shop');
  const find = (_seller: string, reference: string): BookedInvoice | undefined =>
    elsewhere.find(({ orderReference }) => orderReference === reference);
  return comparePayments(payments, invoices, find);
}

describe('payments and invoices of a day', () => {
  it('agree, whatever the spelling of an amount', async () => {
    const { differences, sums } = await compare('2026-03-01,1,10,,\n2026-03-01,2,9.90,,\n', [
      invoice('1', '10.00'),
      invoice('2', '9.9'),
    ]);
    expect(differences).toEqual([]);
    expect(sums).toEqual([{ currency: 'CNY', payments: 2, paid: '19.90', invoices: 2, invoiced: '19.90', difference: '0.00' }]);
  });

  it('differ, and each difference is named with its line', async () => {
    const invoices = [
      invoice('1', '10.00'),
      invoice('2', '9.90'),
      invoice('3', '5.00', { currency: 'EUR' }),
      invoice('4', '1.00'),
      invoice('5', '7.00', { test: true }),
      invoice('', '', { number: '26440000000000000006', currency: '' }),
    ];
    const rows = ['1,10,,P1', '2,9.91,,P2', '3,5,,P3', '1,10,,P9', '7,1,,P7', '8,2,,P2', '5,7,,P5', '9,3,,P10']
      .map((row) => `2026-03-01,${row}\n`)
      .join('');
    const { differences, sums } = await compare(rows, invoices, [invoice('9', '3.00', { day: '2026-02-28' })]);
    expect(differences.map(({ kind, line, number }) => [kind, line, number])).toEqual([
      ['AMOUNT_DIFFERS', 3, '26440000000000000002'],
      ['CURRENCY_DIFFERS', 4, '26440000000000000003'],
      ['PAYMENT_DOUBLED', 5, undefined],
      ['INVOICE_MISSING', 6, undefined],
      ['PAYMENT_DOUBLED', 7, undefined],
      ['INVOICE_TEST', 8, '26440000000000000005'],
      ['DAY_DIFFERS', 9, '26440000000000000009'],
      ['PAYMENT_MISSING', undefined, '26440000000000000004'],
      ['INVOICE_ERASED', undefined, '26440000000000000006'],
    ]);
    expect(sums).toEqual([
      { currency: 'CNY', payments: 8, paid: '47.91', invoices: 3, invoiced: '20.90', difference: '27.01' },
      { currency: 'EUR', payments: 0, paid: '0.00', invoices: 1, invoiced: '5.00', difference: '-5.00' },
    ]);
  });

  it('have exact sums of any length', async () => {
    const money = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((units) => {
      const digits = (units < 0n ? -units : units).toString().padStart(3, '0');
      const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
      return { units, text: units < 0n ? `-${text}` : text };
    });
    await fc.assert(
      fc.asyncProperty(fc.array(money, { minLength: 1, maxLength: 30 }), async (amounts) => {
        const rows = amounts.map(({ text }, at) => `2026-03-01,${at + 1},${text},,\n`).join('');
        const { differences, sums } = await compare(
          rows,
          amounts.map(({ text }, at) => invoice(String(at + 1), text)),
        );
        const total = amounts.reduce((sum, { units }) => sum + units, 0n);
        expect(differences).toEqual([]);
        expect(BigInt(sums[0]!.paid.replace('.', ''))).toBe(total);
        expect(sums[0]!.difference).toBe('0.00');
      }),
    );
  });
});
