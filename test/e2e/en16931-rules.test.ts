import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCn, checkEn16931, parseInvoiceRequest, type InvoiceRequest } from '@lianpiao/chaincode/domain';
import { readUbl } from '../../gateway/src/documents';
import { writeUbl } from '../../gateway/src/documents/write-ubl';
import { CN_INVOICE, EN16931_INVOICE } from '../../gateway/src/openapi/examples';
import { ublInvoice } from '../support/documents';
import { brokenRules } from '../support/en16931-rules';
import { issued } from '../support/issued-invoices';
import { sale } from '../support/sales';
import { vectorFolder } from '../support/vectors';

const CHINESE_SELLER = { name: '示例商店', taxId: '91440300MA5DEMQM04' };
const SELLER = { name: 'Shop & Co GmbH', taxId: 'DE123456789', country: 'DE' };

/** A request as the ledger takes it. */
function accepted(request: object): InvoiceRequest {
  const parsed = parseInvoiceRequest(request);
  if (parsed.profile === 'cn') checkCn(parsed, '2026-03-15');
  else checkEn16931(parsed);
  return parsed;
}

describe('our UBL under the official rules of EN 16931 1.3.16', () => {
  const own: readonly (readonly [string, object])[] = [
    ['the Chinese example', CN_INVOICE],
    ['the European example', EN16931_INVOICE],
    ['a sale without a buyer', sale('till-1')],
    ['exempt, untaxed and discounted lines', {
      ...sale('till-1'),
      lines: [
        { name: '大米', quantity: '2', unitPrice: '50.00', net: '100.00', rate: '0.09', tax: '9.00' },
        { name: '折扣', net: '-10.00', rate: '0.09', tax: '-0.90' },
        { name: '白菜', net: '20.00', taxCategory: 'exempt' },
        { name: '预付卡', net: '30.00', taxCategory: 'untaxed' },
      ],
      totals: { net: '140.00', tax: '8.10', gross: '148.10' },
    }],
  ]; // prettier-ignore
  it.each(own)('%s breaks none', (_name, request) => {
    const seller = 'profile' in request && request.profile === 'en16931' ? SELLER : CHINESE_SELLER;
    expect(brokenRules(writeUbl(issued(accepted(request), seller)))).toEqual([]);
  });

  it('a test invoice breaks none', () => {
    expect(brokenRules(writeUbl(issued(accepted(sale('till-1')), CHINESE_SELLER, { test: true })))).toEqual([]);
  });

  it('an invoice whose total was changed afterwards is caught', () => {
    const { request, seller } = readUbl(new TextEncoder().encode(ublInvoice()));
    const text = new TextDecoder().decode(writeUbl(issued({ ...request, till: 'till-1' }, seller)));
    const change = (from: string, to: string): Uint8Array => {
      expect(text).toContain(from);
      return new TextEncoder().encode(text.replace(from, to));
    };
    expect(brokenRules(new TextEncoder().encode(text))).toEqual([]);
    expect(brokenRules(change('>130.90</cbc:TaxInclusiveAmount>', '>130.91</cbc:TaxInclusiveAmount>'))).toContain('BR-CO-15');
    expect(brokenRules(change('>100.00</cbc:LineExtensionAmount>', '>99.00</cbc:LineExtensionAmount>'))).toContain('BR-CO-10');
    expect(brokenRules(change('>20.9</cbc:TaxAmount>', '>20.8</cbc:TaxAmount>'))).toContain('BR-CO-14');
  });

  const folder = vectorFolder('invoices-ubl');
  if (folder === undefined) return;
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml') && isInvoice(join(folder, name)));
  it.each(names)('%s, issued and written, breaks none', (name) => {
    const { request, seller } = readUbl(new Uint8Array(readFileSync(join(folder, name))));
    expect(brokenRules(writeUbl(issued(accepted({ ...request, till: 'till-1' }), seller)))).toEqual([]);
  });

  it('has invoices to judge', () => {
    expect(names.length).toBeGreaterThan(30);
  });
});

function isInvoice(path: string): boolean {
  return !readFileSync(path, 'utf8').includes('CreditNoteLine');
}
