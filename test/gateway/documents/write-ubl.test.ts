import fc from 'fast-check';
import {
  parseInvoiceRequest,
  type DocumentAdjustment,
  type InvoiceLine,
  type InvoiceRequest,
  type Party,
} from '@lianpiao/chaincode/domain';
import { readUbl, readXml, textAt } from '../../../gateway/src/documents';
import { writeUbl } from '../../../gateway/src/documents/write-ubl';
import { asXmlReads, issuable, issued, NUMBER } from '../../support/issued-invoices';
import { sale } from '../../support/sales';

const SELLER: Party = {
  name: 'Shop',
  taxId: 'DE123456789',
  address: 'Weg 1',
  phone: '+49',
  bank: 'BANK',
  account: 'DE02',
  country: 'DE',
};

/** What UBL makes of what an invoice leaves open: docs/formats.md, "UBL". */
function line({ quantity, unitPrice, baseQuantity, unit, ...rest }: InvoiceLine): Record<string, unknown> {
  const negative = rest.net.startsWith('-');
  const amounts =
    unitPrice === undefined
      ? { quantity: negative ? '-1' : '1', unitPrice: rest.net.replace('-', ''), baseQuantity: '1' }
      : { quantity, unitPrice, baseQuantity };
  return { ...rest, ...amounts, unit: unit === undefined || unit.trim() === '' ? 'C62' : unit, ...taxed(rest) };
}

function taxed({ taxCategory, rate }: Pick<DocumentAdjustment, 'taxCategory' | 'rate'>): object {
  return taxCategory === 'O' ? { taxCategory, rate: undefined } : { taxCategory, rate: rate ?? '0' };
}

function party({ bank: _bank, account: _account, country = 'CN', ...rest }: Party): Party {
  return { ...rest, country };
}

function expected(request: InvoiceRequest): unknown {
  // The digest of what was imported is in the record, not on the paper.
  const { till: _till, number: _number, original: _original, note, adjustments = [], ...more } = request;
  const { taxBreakdown = [], totals, ...rest } = more;
  const adjusted = adjustments.map((adjustment) => ({ ...adjustment, ...taxed(adjustment) }));
  return asXmlReads({
    ...rest,
    kind: 'ordinary',
    orderReference: NUMBER,
    soldAt: '2026-03-16T00:00:00Z',
    seller: { name: SELLER.name, taxId: SELLER.taxId },
    buyer: party(request.buyer ?? { name: '个人' }),
    lines: request.lines.map(line),
    adjustments: adjusted.length === 0 ? undefined : adjusted,
    taxBreakdown: taxBreakdown.map((row) => ({ ...row, ...taxed(row) })),
    totals: { ...totals, lines: totals.lines ?? totals.net, payable: totals.payable ?? totals.gross },
    note,
  });
}

describe('writing UBL', () => {
  it('is read back as the invoice that was issued', () => {
    fc.assert(
      fc.property(issuable('en16931'), (request) => {
        const { request: read, seller, documentNumber } = readUbl(writeUbl(issued(request, SELLER)));
        expect({ seller, documentNumber }).toEqual({ seller: SELLER, documentNumber: NUMBER });
        expect(read).toEqual(expected(request));
      }),
      { numRuns: 150 },
    );
  });

  it('puts a Chinese invoice into the terms of EN 16931', () => {
    const request = parseInvoiceRequest({
      ...sale('till-1'),
      lines: [
        { name: '大米', unit: '袋', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' },
        { name: '折扣', net: '-10.00', rate: '0.09', tax: '-0.90' },
        { name: '租金', net: '100.00', rate: '0.015', taxCategory: 'levy', tax: '1.50' },
        { name: '白菜', net: '20.00', taxCategory: 'exempt' },
        { name: '预付卡', net: '30.00', taxCategory: 'untaxed' },
      ],
      totals: { net: '240.00', tax: '9.60', gross: '249.60' },
    });
    const { request: read, seller } = readUbl(writeUbl(issued(request, { name: '示例商店', taxId: '91440300MA5DEMQM04' })));
    expect(seller).toEqual({ name: '示例商店', taxId: '91440300MA5DEMQM04', country: 'CN' });
    expect(read.lines.map(({ unit, quantity, taxCategory, rate }) => [unit, quantity, taxCategory, rate])).toEqual([
      ['袋', '2', 'S', '9'],
      ['C62', '-1', 'S', '9'],
      ['C62', '1', 'S', '1.5'],
      ['C62', '1', 'E', '0'],
      ['C62', '1', 'E', '0'],
    ]);
    expect(read.taxBreakdown).toEqual([
      { taxCategory: 'S', rate: '9', base: '90.00', tax: '8.10' },
      { taxCategory: 'S', rate: '1.5', base: '100.00', tax: '1.50' },
      { taxCategory: 'E', rate: '0', base: '50.00', tax: '0.00' },
    ]);
    expect(read.totals).toEqual({ lines: '240.00', net: '240.00', tax: '9.60', gross: '249.60', payable: '249.60' });
  });

  it('names the day of the sale where the invoice came later, and the order', () => {
    const request = parseInvoiceRequest(sale('till-1', { soldAt: '2026-03-01T02:00:00Z', orderReference: 'A & B' }));
    const root = readXml(writeUbl(issued(request, SELLER)));
    expect([textAt(root, 'IssueDate'), textAt(root, 'TaxPointDate')]).toEqual(['2026-03-16', '2026-03-01']);
    expect(textAt(root, 'OrderReference', 'SalesOrderID')).toBe('A & B');
  });
});
