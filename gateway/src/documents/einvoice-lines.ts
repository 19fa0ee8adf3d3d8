import { LedgerError, type InvoiceLine } from '@lianpiao/chaincode/domain';
import { moneyText, quantityText } from './decimal-text';
import { readChineseRate } from './chinese-rate';
import { present, type ImportWarning } from './imported-invoice';
import { limitedText, MAX_TEXT } from './limited-text';
import { childrenOf, elementAt, textAt, type XmlElement } from './xml-element';

/** The lines (IssuItemInformation); discounts are lines of their own without quantity and price. */
export function readEInvoiceLines(root: XmlElement, warnings: ImportWarning[]): readonly InvoiceLine[] {
  const lines = childrenOf(elementAt(root, 'EInvoiceData'), 'IssuItemInformation');
  if (lines.length === 0) throw new LedgerError('FIELD_MISSING', { path: '/lines', wanted: 'IssuItemInformation' });
  return lines.map((line, index) => readLine(line, `/lines/${String(index)}`, warnings));
}

function readLine(line: XmlElement, path: string, warnings: ImportWarning[]): InvoiceLine {
  const decimal = (name: string, write: typeof moneyText, key: string): string | undefined => {
    const text = textAt(line, name);
    return text === undefined ? undefined : write(text, `${path}/${key}`);
  };
  const net = decimal('Amount', moneyText, 'net');
  if (net === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/net`, wanted: 'Amount' });
  return present({
    name: readName(line, path, warnings),
    classification: textAt(line, 'TaxClassificationCode'),
    specification: limitedText(textAt(line, 'SpecMod'), MAX_TEXT, `${path}/specification`, warnings),
    unit: textAt(line, 'MeaUnits'),
    quantity: decimal('Quantity', quantityText, 'quantity'),
    unitPrice: decimal('UnPrice', quantityText, 'unitPrice'),
    net,
    ...readChineseRate(textAt(line, 'TaxRate'), path),
    // *** stands for no tax (免税, 不征税).
    tax: textAt(line, 'ComTaxAm') === '***' ? undefined : decimal('ComTaxAm', moneyText, 'tax'),
  });
}

function readName(line: XmlElement, path: string, warnings: ImportWarning[]): string {
  const name = limitedText(textAt(line, 'ItemName'), MAX_TEXT, `${path}/name`, warnings);
  if (name === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/name`, wanted: 'ItemName' });
  return name;
}
