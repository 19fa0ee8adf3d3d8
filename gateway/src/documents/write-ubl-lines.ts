import type { DocumentAdjustment, InvoiceLine } from '@lianpiao/chaincode/domain';
import type { Exemption } from './ubl-bill';
import { UNIT_NAME } from './ubl-lines';
import { textWith, type XmlContent } from './xml-writer';

/** UN/ECE recommendations 20 and 21 have codes of two or three characters; a unit in words is none. */
const UNIT_CODE = /^[A-Z0-9]{2,3}$/;
const ONE = 'C62';
/** UNTDID 7143: mutually defined. Our classifications name no scheme. */
const MUTUALLY_DEFINED = 'ZZZ';
/** UNTDID 5189 "discount" and 7161 "other", where no reason is given: one is asked for (BR-33, BR-38, BR-42, BR-44). */
const DISCOUNT = '95';
const OTHER_CHARGE = 'ZZZ';

/** An amount with its currency. */
export function amountIn(currency: string): (text: string) => XmlContent {
  return (text) => textWith(text, { currencyID: currency });
}

/** The invoice lines (BG-25), numbered from 1. */
export function writeUblLines(
  lines: readonly InvoiceLine[],
  currency: string,
  quantityName: 'cbc:CreditedQuantity' | 'cbc:InvoicedQuantity',
): XmlContent[] {
  const amount = amountIn(currency);
  return lines.map((line, index) => {
    const { quantity, price, baseQuantity } = priceOf(line);
    const code = unitCodeOf(line);
    return {
      'cbc:ID': String(index + 1),
      [quantityName]: textWith(quantity, { unitCode: code }),
      'cbc:LineExtensionAmount': amount(line.net),
      'cac:AllowanceCharge': lineAdjustments(line, amount),
      'cac:Item': itemOf(line, code),
      'cac:Price': {
        'cbc:PriceAmount': amount(price),
        'cbc:BaseQuantity': baseQuantity === undefined ? undefined : textWith(baseQuantity, { unitCode: code }),
      },
    };
  });
}

function unitCodeOf({ unit }: InvoiceLine): string {
  return unit !== undefined && UNIT_CODE.test(unit) ? unit : ONE;
}

function itemOf(line: InvoiceLine, code: string): XmlContent {
  const { specification, name, classification, unit } = line;
  return {
    'cbc:Description': specification,
    'cbc:Name': name,
    'cac:CommodityClassification':
      classification === undefined
        ? undefined
        : { 'cbc:ItemClassificationCode': textWith(classification, { listID: MUTUALLY_DEFINED }) },
    'cac:ClassifiedTaxCategory': writeCategory(line),
    'cac:AdditionalItemProperty': unit === undefined || unit === code ? undefined : { 'cbc:Name': UNIT_NAME, 'cbc:Value': unit },
  };
}

interface Price {
  readonly quantity: string;
  readonly price: string;
  readonly baseQuantity?: string;
}

/**
 * Quantity and price are needed (BR-22, BR-26), and a price is never negative (BR-27): a line without them is one piece at
 * its net amount, a price that is missing is the net amount for the whole quantity, and a minus goes to the quantity.
 */
function priceOf({ quantity = '1', unitPrice, baseQuantity, net }: InvoiceLine): Price {
  if (unitPrice === undefined) {
    return { quantity: withSign(quantity, isNegative(net)), price: absolute(net), baseQuantity: absolute(quantity) };
  }
  const base = baseQuantity === undefined ? {} : { baseQuantity };
  if (!isNegative(unitPrice)) return { quantity, price: unitPrice, ...base };
  return { quantity: withSign(quantity, !isNegative(quantity)), price: absolute(unitPrice), ...base };
}

function isNegative(decimal: string): boolean {
  return decimal.startsWith('-');
}

function absolute(decimal: string): string {
  return decimal.replace('-', '');
}

function withSign(decimal: string, negative: boolean): string {
  return negative && /[1-9]/.test(decimal) ? `-${absolute(decimal)}` : absolute(decimal);
}

function lineAdjustments({ allowance, charge }: InvoiceLine, amount: (text: string) => XmlContent): XmlContent[] {
  const parts = [
    { isCharge: false, text: allowance },
    { isCharge: true, text: charge },
  ];
  return parts.flatMap(({ isCharge, text }) =>
    text === undefined
      ? []
      : [
          {
            'cbc:ChargeIndicator': String(isCharge),
            'cbc:AllowanceChargeReasonCode': isCharge ? OTHER_CHARGE : DISCOUNT,
            'cbc:Amount': amount(text),
          },
        ],
  );
}

/** Allowances and charges of the document (BG-20, BG-21). */
export function writeUblAdjustments(adjustments: readonly DocumentAdjustment[], currency: string): XmlContent[] {
  const amount = amountIn(currency);
  return adjustments.map((adjustment) => ({
    'cbc:ChargeIndicator': String(adjustment.charge),
    'cbc:AllowanceChargeReasonCode': adjustment.reason !== undefined ? undefined : adjustment.charge ? OTHER_CHARGE : DISCOUNT,
    'cbc:AllowanceChargeReason': adjustment.reason,
    'cbc:Amount': amount(adjustment.amount),
    'cac:TaxCategory': writeCategory(adjustment),
  }));
}

/** A category with its rate. O has none (BR-O-05); every other has one, 0 where the invoice names none. */
export function writeCategory(
  { taxCategory, rate = '0' }: { readonly taxCategory: string; readonly rate?: string },
  exemption?: Exemption,
): XmlContent {
  return {
    'cbc:ID': taxCategory,
    'cbc:Percent': taxCategory === 'O' ? undefined : rate,
    'cbc:TaxExemptionReasonCode': exemption?.code,
    'cbc:TaxExemptionReason': exemption?.reason,
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  };
}
