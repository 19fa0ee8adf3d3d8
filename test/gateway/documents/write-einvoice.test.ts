import fc from 'fast-check';
import { parseInvoiceRequest, type InvoiceRequest } from '@lianpiao/chaincode/domain';
import { childrenOf, elementAt, readEInvoice, readXml, textAt } from '../../../gateway/src/documents';
import { writeEInvoice } from '../../../gateway/src/documents/write-einvoice';
import { asXmlReads, issuable, issued, ISSUED_AT, NUMBER } from '../../support/issued-invoices';
import { sale } from '../../support/sales';

const SELLER = {
  name: '示例商店',
  taxId: '91440300MA5DEMQM04',
  address: '示例路1号',
  phone: '0755-1',
  bank: '示例银行',
  account: '6222',
};
/** Then the file shows *** in place of a sum of taxes. */
const bearsNoTax = ({ lines, totals }: InvoiceRequest): boolean =>
  lines.every(({ taxCategory }) => taxCategory === 'exempt' || taxCategory === 'untaxed') && !/[1-9]/.test(totals.tax);

describe('writing the Chinese EInvoice', () => {
  it('is read back as the invoice that was issued', () => {
    fc.assert(
      fc.property(issuable('cn'), (request) => {
        const { request: read, seller, documentNumber } = readEInvoice(writeEInvoice(issued(request, SELLER)));
        const {
          till: _till,
          number: _number,
          orderReference: _order,
          // The digest of what was imported is in the record, not on the paper.
          original: _original,
          seller: _seller,
          buyer = { name: '个人' },
          ...rest
        } = request;
        const { country: _country, ...shown } = buyer;
        expect({ seller, documentNumber }).toEqual({ seller: SELLER, documentNumber: NUMBER });
        expect(read).toEqual(
          asXmlReads({
            ...rest,
            soldAt: `${(request.soldAt ?? ISSUED_AT).slice(0, 19)}.000Z`,
            orderReference: NUMBER,
            seller: { name: SELLER.name, taxId: SELLER.taxId },
            buyer: shown,
            totals: { net: rest.totals.net, tax: bearsNoTax(request) ? '0.00' : rest.totals.tax, gross: rest.totals.gross },
          }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('spells the total and has no tax bureau sign it', () => {
    const root = readXml(writeEInvoice(issued(parseInvoiceRequest(sale('till-1')), SELLER)));
    const basic = elementAt(root, 'EInvoiceData', 'BasicInformation');
    expect(textAt(basic, 'TotalTax-includedAmountInChinese')).toBe('壹佰零玖圆整');
    expect(textAt(basic, 'RequestTime')).toBe('2026-03-16 00:30:00');
    expect(childrenOf(root, 'TaxSupervisionInfo')[0]?.children.map(({ name }) => name)).toEqual(['InvoiceNumber', 'IssueTime']);
  });

  it('says of a test invoice that it is one', () => {
    const invoice = issued(parseInvoiceRequest(sale('till-1', { note: 'thanks' })), SELLER, { test: true });
    expect(readEInvoice(writeEInvoice(invoice)).request.note).toBe('测试发票，无效力 TEST INVOICE, worth nothing\nthanks');
  });

  it('is refused for other profiles', () => {
    fc.assert(
      fc.property(issuable('en16931'), (request) => {
        expect(() => writeEInvoice(issued(request, SELLER))).toThrow('DOCUMENT_UNSUPPORTED');
      }),
      { numRuns: 5 },
    );
  });
});
