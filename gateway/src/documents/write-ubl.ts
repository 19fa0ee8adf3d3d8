import {
  chinaDate,
  parseTime,
  type DocumentAdjustment,
  type InvoiceTotals,
  type TaxBreakdownRow,
} from '@lianpiao/chaincode/domain';
import { NOBODY, TEST_MARK, type IssuedInvoice } from './issued-invoice';
import { negatedInvoice } from './negated-invoice';
import { UBL_CREDIT_NOTE, UBL_INVOICE } from './read-ubl';
import { ublBillOf, type UblBill } from './ubl-bill';
import { writeUblAdjustments, writeUblLines, writeCategory, amountIn } from './write-ubl-lines';
import { writeUblParty, writePaymentMeans } from './write-ubl-parties';
import { writeXml, type XmlContent } from './xml-writer';

const COMPONENTS = UBL_INVOICE.replace('Invoice-2', '');
/** EN 16931-1 §5.2: the specification that the document keeps to (BT-24). */
const SPECIFICATION = 'urn:cen.eu:en16931:2017';
const COMMERCIAL_INVOICE = '380';
const CREDIT_NOTE = '381';
/** EN 16931's own way to say that there is a sales order and no purchase order (BT-14 without BT-13). */
const NO_PURCHASE_ORDER = 'NA';

/**
 * Writes an invoice as UBL 2.1 after EN 16931-1:2017+A1:2019. The day of issue (BT-2) is the day in China; the day of the
 * sale, where it is another, is the tax point (BT-7). Invoices of profile `cn` are put into its terms: docs/formats.md. A red
 * invoice is a credit note (type 381) with positive amounts that names the invoice it takes back (BT-25).
 */
export function writeUbl(invoice: IssuedInvoice): Uint8Array {
  const { corrects } = invoice.header;
  return corrects === undefined ? writeInvoice(invoice) : writeCreditNote(negatedInvoice(invoice), corrects.invoice);
}

function writeInvoice(invoice: IssuedInvoice): Uint8Array {
  const bill = ublBillOf(invoice);
  const { issued, sold, currency } = headOf(invoice);
  return writeXml('Invoice', {
    ...namespaces(UBL_INVOICE),
    'cbc:CustomizationID': SPECIFICATION,
    'cbc:ID': invoice.header.number,
    'cbc:IssueDate': issued,
    'cbc:InvoiceTypeCode': COMMERCIAL_INVOICE,
    'cbc:Note': notes(invoice),
    'cbc:TaxPointDate': sold === issued ? undefined : sold,
    'cbc:DocumentCurrencyCode': currency,
    'cac:OrderReference': orderOf(invoice),
    ...bodyOf(invoice, bill),
    'cac:InvoiceLine': writeUblLines(bill.lines, currency, 'cbc:InvoicedQuantity'),
  });
}

/** The order of elements is that of UBL's own schema for credit notes. */
function writeCreditNote(invoice: IssuedInvoice, blue: string): Uint8Array {
  const bill = ublBillOf(invoice);
  const { issued, sold, currency } = headOf(invoice);
  return writeXml('CreditNote', {
    ...namespaces(UBL_CREDIT_NOTE),
    'cbc:CustomizationID': SPECIFICATION,
    'cbc:ID': invoice.header.number,
    'cbc:IssueDate': issued,
    'cbc:TaxPointDate': sold === issued ? undefined : sold,
    'cbc:CreditNoteTypeCode': CREDIT_NOTE,
    'cbc:Note': notes(invoice),
    'cbc:DocumentCurrencyCode': currency,
    'cac:OrderReference': orderOf(invoice),
    'cac:BillingReference': { 'cac:InvoiceDocumentReference': { 'cbc:ID': blue } },
    ...bodyOf(invoice, bill),
    'cac:CreditNoteLine': writeUblLines(bill.lines, currency, 'cbc:CreditedQuantity'),
  });
}

function namespaces(document: string): Record<string, string> {
  return {
    '@xmlns': document,
    '@xmlns:cac': `${COMPONENTS}CommonAggregateComponents-2`,
    '@xmlns:cbc': `${COMPONENTS}CommonBasicComponents-2`,
  };
}

function headOf({ header }: IssuedInvoice): { readonly issued: string; readonly sold: string; readonly currency: string } {
  return { issued: dayOf(header.issuedAt), sold: dayOf(header.soldAt), currency: header.currency };
}

function orderOf({ orderReference }: IssuedInvoice): XmlContent {
  return { 'cbc:ID': NO_PURCHASE_ORDER, 'cbc:SalesOrderID': orderReference };
}

/** What invoices and credit notes have in common, in the order of both schemas. */
function bodyOf(invoice: IssuedInvoice, bill: UblBill): Record<string, XmlContent | XmlContent[]> {
  const { header, totals } = invoice;
  const amount = amountIn(header.currency);
  return {
    'cac:AccountingSupplierParty': { 'cac:Party': writeUblParty(invoice.seller, header.till) },
    'cac:AccountingCustomerParty': { 'cac:Party': writeUblParty(invoice.buyer ?? { name: NOBODY }) },
    'cac:Delivery': delivery(invoice, bill, dayOf(header.soldAt)),
    'cac:PaymentMeans': writePaymentMeans(invoice.seller),
    'cac:AllowanceCharge': writeUblAdjustments(bill.adjustments, header.currency),
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(totals.tax),
      'cac:TaxSubtotal': bill.taxBreakdown.map((row) => subtotal(row, bill, amount)),
    },
    'cac:LegalMonetaryTotal': legalTotals(bill.totals, amount),
  };
}

function notes({ header, note }: IssuedInvoice): XmlContent[] | undefined {
  const all = [...(header.test ? [TEST_MARK] : []), ...(note === undefined ? [] : [note])];
  return all.length === 0 ? undefined : all;
}

function dayOf(time: string): string {
  return chinaDate(parseTime(time) ?? Number.NaN);
}

/** Intra-Community supplies say when and to which country they went (BR-IC-11, BR-IC-12): to the buyer, at the sale. */
function delivery({ buyer }: IssuedInvoice, { taxBreakdown }: UblBill, sold: string): XmlContent {
  if (!taxBreakdown.some(({ taxCategory }: DocumentAdjustment | TaxBreakdownRow) => taxCategory === 'K')) return undefined;
  return {
    'cbc:ActualDeliveryDate': sold,
    'cac:DeliveryLocation': {
      'cac:Address': { 'cac:Country': { 'cbc:IdentificationCode': buyer?.country ?? 'CN' } },
    },
  };
}

function subtotal(row: TaxBreakdownRow, { exemption }: UblBill, amount: (text: string) => XmlContent): XmlContent {
  return {
    'cbc:TaxableAmount': amount(row.base),
    'cbc:TaxAmount': amount(row.tax),
    'cac:TaxCategory': writeCategory(row, exemption(row.taxCategory)),
  };
}

function legalTotals(totals: InvoiceTotals, amount: (text: string) => XmlContent): XmlContent {
  const optional = (text: string | undefined): XmlContent => (text === undefined ? undefined : amount(text));
  return {
    'cbc:LineExtensionAmount': amount(totals.lines ?? totals.net),
    'cbc:TaxExclusiveAmount': amount(totals.net),
    'cbc:TaxInclusiveAmount': amount(totals.gross),
    'cbc:AllowanceTotalAmount': optional(totals.allowances),
    'cbc:ChargeTotalAmount': optional(totals.charges),
    'cbc:PrepaidAmount': optional(totals.prepaid),
    'cbc:PayableRoundingAmount': optional(totals.rounding),
    'cbc:PayableAmount': amount(totals.payable ?? totals.gross),
  };
}
