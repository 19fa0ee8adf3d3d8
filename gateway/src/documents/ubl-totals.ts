import { LedgerError, type InvoiceTotals, type TaxBreakdownRow } from '@lianpiao/chaincode/domain';
import { moneyText } from './decimal-text';
import { present, type ImportWarning } from './imported-invoice';
import { readTaxCategory } from './ubl-lines';
import { childrenOf, elementAt, textAt, type XmlElement } from './xml-element';

/** The tax total in the invoice's currency (BT-110) and its rows (BG-23). */
export interface UblTaxes {
  readonly tax: string;
  readonly breakdown: readonly TaxBreakdownRow[];
}

/**
 * Takes the one TaxTotal in the currency of the invoice; a second one in the currency of accounting (BT-111) is left out.
 * @throws LedgerError CURRENCY_INVALID unless there is exactly one (BR-CO-15).
 */
export function readUblTaxes(invoice: XmlElement, currency: string): UblTaxes {
  const inCurrency = childrenOf(invoice, 'TaxTotal').filter((total) => currencyOf(elementAt(total, 'TaxAmount')) === currency);
  const [total, second] = inCurrency;
  if (total === undefined || second !== undefined) {
    throw new LedgerError('CURRENCY_INVALID', {
      path: '/totals/tax',
      rule: 'BR-CO-15',
      wanted: 'one TaxTotal in the currency of the invoice',
    });
  }
  return {
    tax: money(total, 'TaxAmount', '/totals/tax', 'BR-CO-15'),
    breakdown: childrenOf(total, 'TaxSubtotal').map((row, index) => readRow(row, `/taxBreakdown/${String(index)}`)),
  };
}

function readRow(row: XmlElement, path: string): TaxBreakdownRow {
  return {
    ...readTaxCategory(elementAt(row, 'TaxCategory'), path, 'BR-47'),
    base: money(row, 'TaxableAmount', `${path}/base`, 'BR-45'),
    tax: money(row, 'TaxAmount', `${path}/tax`, 'BR-46'),
  };
}

/** The document totals (BG-22) with the tax total of {@link readUblTaxes}. */
export function readUblTotals(invoice: XmlElement, tax: string): InvoiceTotals {
  const totals = elementAt(invoice, 'LegalMonetaryTotal');
  return present({
    lines: money(totals, 'LineExtensionAmount', '/totals/lines', 'BR-12'),
    allowances: optionalMoney(totals, 'AllowanceTotalAmount', '/totals/allowances'),
    charges: optionalMoney(totals, 'ChargeTotalAmount', '/totals/charges'),
    net: money(totals, 'TaxExclusiveAmount', '/totals/net', 'BR-13'),
    tax,
    gross: money(totals, 'TaxInclusiveAmount', '/totals/gross', 'BR-14'),
    prepaid: optionalMoney(totals, 'PrepaidAmount', '/totals/prepaid'),
    rounding: optionalMoney(totals, 'PayableRoundingAmount', '/totals/rounding'),
    payable: money(totals, 'PayableAmount', '/totals/payable', 'BR-15'),
  });
}

/** Amounts of totals and lines that name another currency than the invoice. */
export function currencyWarnings(invoice: XmlElement, currency: string): readonly ImportWarning[] {
  const parts: readonly (readonly [string, XmlElement])[] = [
    ...childrenOf(invoice, 'LegalMonetaryTotal').map((element) => ['/totals', element] as const),
    ...childrenOf(invoice, 'InvoiceLine').map((element, index) => [`/lines/${String(index)}`, element] as const),
    ...childrenOf(invoice, 'AllowanceCharge').map((element, index) => [`/adjustments/${String(index)}`, element] as const),
  ];
  return parts
    .filter(([, element]) => element.children.some((child) => (currencyOf(child) ?? currency) !== currency))
    .map(([path]) => ({ code: 'CURRENCIES_DIFFER', path, message: 'an amount names another currency than the invoice' }));
}

function currencyOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes.get('currencyID');
}

function optionalMoney(element: XmlElement | undefined, name: string, path: string): string | undefined {
  const text = textAt(element, name);
  return text === undefined ? undefined : moneyText(text, path);
}

function money(element: XmlElement | undefined, name: string, path: string, rule: string): string {
  const text = optionalMoney(element, name, path);
  if (text === undefined) throw new LedgerError('FIELD_MISSING', { path, rule, wanted: name });
  return text;
}
