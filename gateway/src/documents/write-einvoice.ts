import {
  chinaDate,
  LedgerError,
  parseTime,
  type Corrects,
  type InvoiceLine,
  type InvoiceTotals,
  type Party,
} from '@lianpiao/chaincode/domain';
import { capitalsOf } from './capitals';
import { chinaDateTime } from './china-time';
import { NOBODY, TEST_MARK, type IssuedInvoice } from './issued-invoice';
import { writeXml, type XmlContent } from './xml-writer';

/** Header/InherentLabel/GeneralOrSpecialVAT, as {@link readEInvoice} reads it. */
const KINDS = { special: label('01', '增值税专用发票'), ordinary: label('02', '普通发票') };
const WORDS: ReadonlyMap<string, string> = new Map([
  ['exempt', '免税'],
  ['untaxed', '不征税'],
]);
const NO_TAX = '***';

/**
 * Writes an invoice of profile `cn` as the XML of a 数电票, in the layout that published files and their readers agree on
 * (there is no public schema). The tax bureau's part has the number and the day only: no tax bureau has signed this file.
 * @throws LedgerError DOCUMENT_UNSUPPORTED for other profiles.
 */
export function writeEInvoice(invoice: IssuedInvoice): Uint8Array {
  const { header } = invoice;
  if (header.profile !== 'cn') {
    throw new LedgerError('DOCUMENT_UNSUPPORTED', { found: `profile ${header.profile}`, wanted: 'profile cn' });
  }
  return writeXml('EInvoice', {
    Header: {
      EIid: header.number,
      EInvoiceTag: 'SWEI3200',
      Version: '0.2',
      InherentLabel: {
        InIssuType: label(header.corrects === undefined ? 'Y' : 'N', '是否蓝字发票标志'),
        EInvoiceType: label('01', '电子发票'),
        GeneralOrSpecialVAT: KINDS[header.kind],
      },
    },
    EInvoiceData: {
      SellerInformation: party('Seller', invoice.seller),
      BuyerInformation: party('Buyer', invoice.buyer ?? { name: NOBODY }),
      BasicInformation: totals(invoice),
      IssuItemInformation: invoice.lines.map(item),
      ...redReference(header.corrects),
      AdditionalInformation: { Remark: remark(invoice) },
    },
    TaxSupervisionInfo: {
      InvoiceNumber: header.number,
      IssueTime: chinaDate(parseTime(header.issuedAt) ?? Number.NaN),
    },
  });
}

/** What a red invoice takes back, and by which confirmation. */
function redReference(corrects: Corrects | undefined): Record<string, XmlContent> {
  if (corrects === undefined) return {};
  const { invoice, correction } = corrects;
  return { SpecificInformation: { RedEInvoice: { OriginalInvoiceCode: invoice, CreditNoteNumber: correction } } };
}

function label(code: string, name: string): XmlContent {
  return { LabelCode: code, LabelName: name };
}

function party(prefix: 'Seller' | 'Buyer', { name, taxId, address, phone, bank, account }: Party): XmlContent {
  return {
    [`${prefix}IdNum`]: taxId ?? '',
    [`${prefix}Name`]: name,
    [`${prefix}Addr`]: address,
    [`${prefix}TelNum`]: phone,
    [`${prefix}BankName`]: bank,
    [`${prefix}BankAccNum`]: account,
  };
}

function totals({ header, lines, totals: { net, tax, gross } }: IssuedInvoice): XmlContent {
  return {
    TotalAmWithoutTax: net,
    TotalTaxAm: lines.every(isFree) && isZero(tax) ? NO_TAX : tax,
    'TotalTax-includedAmount': gross,
    'TotalTax-includedAmountInChinese': capitalsOf(gross),
    RequestTime: chinaDateTime(header.soldAt),
  };
}

function item(line: InvoiceLine): XmlContent {
  return {
    ItemName: line.name,
    SpecMod: line.specification,
    MeaUnits: line.unit,
    Quantity: line.quantity,
    UnPrice: line.unitPrice,
    Amount: line.net,
    TaxRate: WORDS.get(line.taxCategory) ?? line.rate,
    ComTaxAm: isFree(line) ? NO_TAX : line.tax,
    TaxClassificationCode: line.classification,
  };
}

/** 免税 and 不征税 show *** where others show their tax. */
function isFree(line: InvoiceLine): boolean {
  return WORDS.has(line.taxCategory);
}

function isZero(amount: InvoiceTotals['tax']): boolean {
  return !/[1-9]/.test(amount);
}

function remark({ header, note }: IssuedInvoice): string {
  return [...(header.test ? [TEST_MARK] : []), ...(note === undefined ? [] : [note])].join('\n');
}
