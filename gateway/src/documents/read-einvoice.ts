import { hasher, LedgerError, type InvoiceTotals } from '@lianpiao/chaincode/domain';
import { moneyText } from './decimal-text';
import { readEInvoiceLines } from './einvoice-lines';
import { readEInvoiceBuyer, readEInvoiceSeller } from './einvoice-parties';
import { refuseWrongSign, readRedReference } from './einvoice-red';
import { readEInvoiceTime } from './einvoice-time';
import { capitalsWarnings, numberWarnings } from './einvoice-warnings';
import { present, type ImportedInvoice, type ImportedRequest, type ImportWarning } from './imported-invoice';
import { limitedText, MAX_NOTE } from './limited-text';
import { readXml } from './xml';
import { elementAt, textAt, type XmlElement } from './xml-element';

const NUMBER = /^\d{20}$/;
/** Header/InherentLabel/GeneralOrSpecialVAT: 01 增值税专用发票, 02 普通发票. */
const KINDS: ReadonlyMap<string, 'special' | 'ordinary'> = new Map([
  ['01', 'special'],
  ['02', 'ordinary'],
]);

/**
 * Reads the XML of a 数电票 (root EInvoice). No public schema was found: the layout is the one that published files and
 * their readers agree on.
 * @throws LedgerError DOCUMENT_MALFORMED, DOCUMENT_UNSUPPORTED, FIELD_MISSING, MONEY_MALFORMED, NUMBER_MALFORMED,
 * TIME_MALFORMED, AMOUNT_SIGN_WRONG (a red-letter invoice with positive totals).
 */
export function readEInvoice(bytes: Uint8Array): ImportedInvoice {
  return readEInvoiceElement(readXml(bytes), bytes);
}

/** As {@link readEInvoice}, for a document parsed already. */
export function readEInvoiceElement(root: XmlElement, bytes: Uint8Array): ImportedInvoice {
  if (root.name !== 'EInvoice') {
    throw new LedgerError('DOCUMENT_UNSUPPORTED', { found: root.name.slice(0, 64), wanted: 'EInvoice' });
  }
  const warnings: ImportWarning[] = [];
  const documentNumber = readNumber(root);
  const seller = readEInvoiceSeller(root, warnings);
  const request = readRequest(root, documentNumber, warnings);
  warnings.push(...numberWarnings(root), ...capitalsWarnings(root, request.totals.gross));
  const red = readRedReference(root);
  if (red !== undefined) refuseWrongSign(request.totals);
  return {
    request: { ...request, seller: present({ name: seller.name, taxId: seller.taxId }) },
    documentNumber,
    seller,
    warnings,
    originalDigest: hasher().sha256(bytes),
    ...red,
  };
}

function readRequest(root: XmlElement, documentNumber: string, warnings: ImportWarning[]): ImportedRequest {
  return present({
    profile: 'cn' as const,
    kind: readKind(root),
    orderReference: documentNumber,
    soldAt: readEInvoiceTime(root),
    currency: 'CNY',
    buyer: readEInvoiceBuyer(root, warnings),
    lines: readEInvoiceLines(root, warnings),
    totals: readTotals(elementAt(root, 'EInvoiceData', 'BasicInformation')),
    note: limitedText(textAt(root, 'EInvoiceData', 'AdditionalInformation', 'Remark'), MAX_NOTE, '/note', warnings),
  });
}

function readNumber(root: XmlElement): string {
  const number = textAt(root, 'Header', 'EIid') ?? textAt(root, 'TaxSupervisionInfo', 'InvoiceNumber');
  if (number === undefined) throw new LedgerError('FIELD_MISSING', { path: '/orderReference', wanted: 'EIid' });
  if (!NUMBER.test(number)) throw new LedgerError('NUMBER_MALFORMED', { path: '/orderReference', wanted: '20 digits' });
  return number;
}

function readKind(root: XmlElement): 'special' | 'ordinary' {
  const kind = KINDS.get(textAt(root, 'Header', 'InherentLabel', 'GeneralOrSpecialVAT', 'LabelCode') ?? '');
  if (kind === undefined) {
    throw new LedgerError('DOCUMENT_UNSUPPORTED', { path: '/kind', wanted: 'GeneralOrSpecialVAT 01 or 02' });
  }
  return kind;
}

function readTotals(basic: XmlElement | undefined): InvoiceTotals {
  return {
    net: total(basic, 'TotalAmWithoutTax', '/totals/net'),
    // *** stands for no tax: every line is exempt or untaxed.
    tax: textAt(basic, 'TotalTaxAm') === '***' ? '0.00' : total(basic, 'TotalTaxAm', '/totals/tax'),
    gross: total(basic, 'TotalTax-includedAmount', '/totals/gross'),
  };
}

function total(basic: XmlElement | undefined, name: string, path: string): string {
  const text = textAt(basic, name);
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path, wanted: name });
  return moneyText(text, path);
}
