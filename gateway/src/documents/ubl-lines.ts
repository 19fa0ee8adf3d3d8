import { LedgerError, type DocumentAdjustment, type InvoiceLine } from '@lianpiao/chaincode/domain';
import { decimalText, moneyText, quantityText, sumOf } from './decimal-text';
import { present, type ImportWarning } from './imported-invoice';
import { limitedText, MAX_TEXT } from './limited-text';
import { childrenOf, elementAt, textAt, type XmlElement } from './xml-element';

/** Name of the item property that holds a unit in words (BT-160). */
export const UNIT_NAME = '计量单位';

/** The invoice lines (BG-25). Lines below a line are not carried: their amounts stand in the line's own. */
export function readUblLines(invoice: XmlElement, warnings: ImportWarning[]): readonly InvoiceLine[] {
  return [...childrenOf(invoice, 'InvoiceLine'), ...childrenOf(invoice, 'CreditNoteLine')].map((line, index) => {
    const path = `/lines/${String(index)}`;
    if (elementAt(line, 'SubInvoiceLine') !== undefined) {
      warnings.push({ code: 'PART_NOT_CARRIED', path, message: 'sub-lines stay in the original document' });
    }
    return readLine(line, path, warnings);
  });
}

function readLine(line: XmlElement, path: string, warnings: ImportWarning[]): InvoiceLine {
  const item = elementAt(line, 'Item');
  const quantity = elementAt(line, 'InvoicedQuantity') ?? elementAt(line, 'CreditedQuantity');
  return present({
    name: limitedText(required(item, 'Name', `${path}/name`, 'BR-25'), MAX_TEXT, `${path}/name`, warnings) ?? '',
    classification: textAt(item, 'CommodityClassification', 'ItemClassificationCode'),
    specification: limitedText(textAt(item, 'Description'), MAX_TEXT, `${path}/specification`, warnings),
    unit: unitName(item) ?? quantity?.attributes.get('unitCode'),
    quantity: optional(quantity?.text, quantityText, `${path}/quantity`),
    unitPrice: optional(textAt(line, 'Price', 'PriceAmount'), quantityText, `${path}/unitPrice`),
    baseQuantity: optional(textAt(line, 'Price', 'BaseQuantity'), quantityText, `${path}/baseQuantity`),
    allowance: sumAdjustments(line, false, `${path}/allowance`),
    charge: sumAdjustments(line, true, `${path}/charge`),
    net: moneyText(required(line, 'LineExtensionAmount', `${path}/net`, 'BR-24'), `${path}/net`),
    ...readTaxCategory(elementAt(item, 'ClassifiedTaxCategory'), path, 'BR-CO-04'),
  });
}

/** The unit in words, where a writer had no code for it (BG-32): UNIT_NAME is ours. */
function unitName(item: XmlElement | undefined): string | undefined {
  const property = childrenOf(item, 'AdditionalItemProperty').find((found) => textAt(found, 'Name') === UNIT_NAME);
  return textAt(property, 'Value');
}

/** Allowances and charges of the document (BG-20, BG-21). */
export function readUblAdjustments(invoice: XmlElement, warnings: ImportWarning[]): readonly DocumentAdjustment[] {
  return childrenOf(invoice, 'AllowanceCharge').map((element, index) => {
    const path = `/adjustments/${String(index)}`;
    const charge = isCharge(element, path);
    return present({
      charge,
      amount: moneyText(required(element, 'Amount', `${path}/amount`, charge ? 'BR-36' : 'BR-31'), `${path}/amount`),
      ...readTaxCategory(elementAt(element, 'TaxCategory'), path, charge ? 'BR-37' : 'BR-32'),
      reason: limitedText(textAt(element, 'AllowanceChargeReason'), MAX_TEXT, `${path}/reason`, warnings),
    });
  });
}

/** Category code and rate in percent. */
export function readTaxCategory(
  category: XmlElement | undefined,
  path: string,
  rule: string,
): { readonly taxCategory: string; readonly rate?: string } {
  const taxCategory = required(category, 'ID', `${path}/taxCategory`, rule);
  return present({ taxCategory, rate: optional(textAt(category, 'Percent'), percentText, `${path}/rate`) });
}

function percentText(text: string, path: string): string {
  return decimalText(text, path, 2);
}

function sumAdjustments(line: XmlElement, charge: boolean, path: string): string | undefined {
  const rule = charge ? 'BR-43' : 'BR-41';
  const amounts = childrenOf(line, 'AllowanceCharge')
    .filter((element) => isCharge(element, path) === charge)
    .map((element) => moneyText(required(element, 'Amount', path, rule), path));
  return sumOf(amounts, path);
}

/** xs:boolean writes true also as 1. */
function isCharge(element: XmlElement, path: string): boolean {
  const indicator = textAt(element, 'ChargeIndicator');
  if (indicator === 'true' || indicator === '1') return true;
  if (indicator === 'false' || indicator === '0') return false;
  throw new LedgerError('FIELD_INVALID', { path, rule: 'UBL ChargeIndicator', wanted: 'true or false' });
}

function optional(text: string | undefined, write: (text: string, path: string) => string, path: string): string | undefined {
  return text === undefined ? undefined : write(text, path);
}

function required(element: XmlElement | undefined, name: string, path: string, rule: string): string {
  const text = textAt(element, name);
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path, rule, wanted: name });
  return text;
}
