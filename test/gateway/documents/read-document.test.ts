import { readDocument } from '../../../gateway/src/documents';
import { eInvoice, ublInvoice } from '../../support/documents';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading a document by its content', () => {
  it('finds UBL, EInvoice and our own form, whatever the name says', () => {
    expect(readDocument(bytes(ublInvoice()), 'a.json').request.profile).toBe('en16931');
    expect(readDocument(bytes(`\ufeff${eInvoice()}`)).request.profile).toBe('cn');
    const own = { orderReference: 'A-1', lines: [], totals: { net: '1.00' }, seller: { name: 'Shop' } };
    expect(readDocument(bytes(` ${JSON.stringify(own)}`))).toMatchObject({
      request: { ...own, profile: 'cn' },
      documentNumber: 'A-1',
      seller: { name: 'Shop' },
      warnings: [],
    });
  });

  it.each([
    ['an empty file', '', 'DOCUMENT_MALFORMED'],
    ['a text', 'hello', 'DOCUMENT_MALFORMED'],
    ['a list', '[]', 'DOCUMENT_MALFORMED'],
    ['broken JSON', '{"a":', 'DOCUMENT_MALFORMED'],
    ['JSON without an order reference', '{}', 'FIELD_MISSING'],
    ['broken XML', '<a><b></a>', 'DOCUMENT_MALFORMED'],
    ['a document type', '<!DOCTYPE a><a/>', 'DOCUMENT_MALFORMED'],
    ['another XML', '<CrossIndustryInvoice xmlns="urn:x"/>', 'DOCUMENT_UNSUPPORTED'],
    ['the second Chinese schema', '<eInvoice/>', 'DOCUMENT_UNSUPPORTED'],
    ['an Invoice of another namespace', '<Invoice/>', 'DOCUMENT_UNSUPPORTED'],
    ['a PDF', '%PDF-1.7', 'DOCUMENT_UNSUPPORTED'],
    ['a ZIP', 'PK\u0003\u0004', 'DOCUMENT_UNSUPPORTED'],
  ])('refuses %s', (_what, text, code) => {
    expect(() => readDocument(bytes(text), 'x.bin')).toThrow(code);
  });
});
