import { parseDecimal, sameCapitals } from '@lianpiao/chaincode/domain';
import type { ImportWarning } from './imported-invoice';
import { textAt, type XmlElement } from './xml-element';

/** The amount in capitals has to say what the figures say (价税合计大写). */
export function capitalsWarnings(root: XmlElement, gross: string): readonly ImportWarning[] {
  const capitals = textAt(root, 'EInvoiceData', 'BasicInformation', 'TotalTax-includedAmountInChinese');
  if (capitals === undefined || parseDecimal(gross, 2) === undefined || sameCapitals(capitals, gross)) return [];
  return [{ code: 'CAPITALS_DIFFER', path: '/totals/gross', message: 'the amount in capitals is another' }];
}

/** The seller's part and the tax bureau's part carry the number twice. */
export function numberWarnings(root: XmlElement): readonly ImportWarning[] {
  const own = textAt(root, 'Header', 'EIid');
  const supervised = textAt(root, 'TaxSupervisionInfo', 'InvoiceNumber');
  if (own === undefined || supervised === undefined || own === supervised) return [];
  return [{ code: 'NUMBERS_DIFFER', path: '/orderReference', message: 'EIid and InvoiceNumber differ' }];
}
