import { findLineDeviations, hasher, LedgerError, parseTime } from '@lianpiao/chaincode/domain';
import { present, type ImportedInvoice, type ImportedRequest, type ImportWarning } from './imported-invoice';
import { limitedText, MAX_NOTE } from './limited-text';
import { readUblAdjustments, readUblLines } from './ubl-lines';
import { readUblBuyer, readUblSeller } from './ubl-parties';
import { currencyWarnings, readUblTaxes, readUblTotals } from './ubl-totals';
import { readXml } from './xml';
import { childrenOf, textAt, withinNamespaces, type XmlElement } from './xml-element';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
export const UBL_INVOICE = `${UBL}Invoice-2`;
export const UBL_CREDIT_NOTE = `${UBL}CreditNote-2`;
const COMPONENTS: ReadonlySet<string> = new Set([`${UBL}CommonAggregateComponents-2`, `${UBL}CommonBasicComponents-2`]);

/** Type codes of UNTDID 1001 that EN 16931 takes for invoices (BR-CL-01). */
const INVOICE_TYPES: ReadonlySet<string> = new Set(
  (
    '71 80 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456 ' +
    '457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935'
  ).split(' '),
);

/** The same for credit notes. */
const CREDIT_TYPES: ReadonlySet<string> = new Set('81 83 261 262 296 308 381 396 420 458 532'.split(' '));

/**
 * Reads a UBL 2.1 Invoice or CreditNote as EN 16931 binds it; a credit note's amounts are positive. Amounts are taken as they stand; whether they add up is checked when
 * the invoice is issued.
 * @throws LedgerError DOCUMENT_MALFORMED, DOCUMENT_UNSUPPORTED, FIELD_MISSING, MONEY_MALFORMED, TIME_MALFORMED.
 */
export function readUbl(bytes: Uint8Array): ImportedInvoice {
  return readUblElement(readXml(bytes), bytes);
}

/** As {@link readUbl}, for a document parsed already. */
export function readUblElement(root: XmlElement, bytes: Uint8Array): ImportedInvoice {
  const credit = isCreditNote(root);
  const invoice = withinNamespaces(root, COMPONENTS);
  refuseOtherType(textAt(invoice, credit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode'), credit);
  const warnings: ImportWarning[] = [];
  const seller = readUblSeller(invoice, warnings);
  const documentNumber = required(invoice, 'ID', '/orderReference', 'BR-02');
  const request = readRequest(invoice, documentNumber, warnings);
  return {
    request: { ...request, seller: present({ name: seller.name, taxId: seller.taxId }) },
    documentNumber,
    seller,
    warnings: [...warnings, ...currencyWarnings(invoice, request.currency), ...deviationWarnings(request)],
    originalDigest: hasher().sha256(bytes),
    ...(credit ? { red: true as const, ...creditedInvoice(invoice) } : undefined),
  };
}

function readRequest(invoice: XmlElement, documentNumber: string, warnings: ImportWarning[]): ImportedRequest {
  const currency = required(invoice, 'DocumentCurrencyCode', '/currency', 'BR-05');
  const adjustments = readUblAdjustments(invoice, warnings);
  const taxes = readUblTaxes(invoice, currency);
  const note = childrenOf(invoice, 'Note').map(({ text }) => text);
  return present({
    profile: 'en16931' as const,
    kind: 'ordinary' as const,
    orderReference: documentNumber,
    soldAt: readIssueDate(invoice),
    currency,
    buyer: readUblBuyer(invoice, warnings),
    lines: readUblLines(invoice, warnings),
    adjustments: adjustments.length === 0 ? undefined : adjustments,
    taxBreakdown: taxes.breakdown,
    totals: readUblTotals(invoice, taxes.tax),
    note: limitedText(note.join('\n').trim() || undefined, MAX_NOTE, '/note', warnings),
  });
}

/** True for a CreditNote, false for an Invoice. @throws LedgerError DOCUMENT_UNSUPPORTED for anything else. */
function isCreditNote(root: XmlElement): boolean {
  if (root.namespace === UBL_CREDIT_NOTE && root.name === 'CreditNote') return true;
  if (root.namespace === UBL_INVOICE && root.name === 'Invoice') return false;
  throw new LedgerError('DOCUMENT_UNSUPPORTED', { found: root.name.slice(0, 64), wanted: 'a UBL 2.1 Invoice or CreditNote' });
}

function refuseOtherType(code: string | undefined, credit: boolean): void {
  const name = credit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode';
  if (code === undefined) throw new LedgerError('FIELD_MISSING', { path: '/kind', rule: 'BR-04', wanted: name });
  if ((credit ? CREDIT_TYPES : INVOICE_TYPES).has(code)) return;
  throw new LedgerError('DOCUMENT_UNSUPPORTED', {
    path: '/kind',
    rule: 'BR-CL-01',
    found: `type ${code.slice(0, 16)}`,
    wanted: credit ? 'a type code of a credit note' : 'a type code of an invoice',
  });
}

/** The invoice that a credit note takes back (BT-25); the first one, where it names several. */
function creditedInvoice(invoice: XmlElement): { readonly originalNumber?: string } {
  return present({ originalNumber: textAt(invoice, 'BillingReference', 'InvoiceDocumentReference', 'ID') });
}

/** BT-2 is a day; a request's time is an instant, taken at the start of that day. */
function readIssueDate(invoice: XmlElement): string {
  const date = required(invoice, 'IssueDate', '/soldAt', 'BR-03');
  const soldAt = `${date.slice(0, 10)}T00:00:00Z`;
  if (parseTime(soldAt) === undefined || !/^(?:Z|[+-]\d\d:\d\d)?$/.test(date.slice(10))) {
    throw new LedgerError('TIME_MALFORMED', { path: '/soldAt', rule: 'BR-03', wanted: 'a date that exists' });
  }
  return soldAt;
}

function required(invoice: XmlElement, name: string, path: string, rule: string): string {
  const text = textAt(invoice, name);
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path, rule, wanted: name });
  return text;
}

function deviationWarnings(request: ImportedRequest): readonly ImportWarning[] {
  return findLineDeviations(request).map(({ path, rule }) => ({
    code: 'LINE_AMOUNT_DIFFERS',
    path,
    message: `${rule}: the amount is not quantity times price`,
  }));
}
