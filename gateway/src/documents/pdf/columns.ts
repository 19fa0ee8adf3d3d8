import type { DocumentAdjustment, InvoiceLine } from '@lianpiao/chaincode/domain';
import { percentOf } from '../chinese-rate';
import type { IssuedInvoice } from '../issued-invoice';
import type { TextStyle } from './canvas';

/** A column of the table of lines: widths of all add up to the width inside the margins. */
export interface Column {
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly align: NonNullable<TextStyle['align']>;
  /** Words wrap; numbers stay on one line and become smaller. */
  readonly wraps: boolean;
  readonly value: (line: InvoiceLine) => string;
}

const name: Column = { zh: '项目名称', en: 'Item', width: 150, align: 'left', wraps: true, value: (line) => line.name };
const shared: readonly Column[] = [
  { zh: '规格型号', en: 'Specification', width: 68, align: 'left', wraps: true, value: (line) => line.specification ?? '' },
  { zh: '单位', en: 'Unit', width: 34, align: 'center', wraps: true, value: (line) => line.unit ?? '' },
  { zh: '数量', en: 'Quantity', width: 58, align: 'right', wraps: false, value: (line) => line.quantity ?? '' },
];

const CHINESE: readonly Column[] = [
  name,
  ...shared,
  { zh: '单价', en: 'Unit price', width: 62, align: 'right', wraps: false, value: (line) => line.unitPrice ?? '' },
  { zh: '金额', en: 'Amount', width: 66, align: 'right', wraps: false, value: (line) => line.net },
  { zh: '税率/征收率', en: 'Rate', width: 45, align: 'center', wraps: false, value: chineseRate },
  { zh: '税额', en: 'Tax', width: 56.28, align: 'right', wraps: false, value: chineseTax },
];

/** EN 16931: tax stands in the breakdown only; what was taken off or added is part of the line's amount. */
const EUROPEAN: readonly Column[] = [
  name,
  ...shared,
  { zh: '单价', en: 'Unit price', width: 66, align: 'right', wraps: false, value: price },
  { zh: '折扣/费用', en: 'Allow./charge', width: 56, align: 'right', wraps: false, value: allowanceAndCharge },
  { zh: '税种/税率', en: 'VAT', width: 41, align: 'center', wraps: false, value: categoryAndRate },
  { zh: '金额', en: 'Amount', width: 66.28, align: 'right', wraps: false, value: (line) => line.net },
];

export function columnsOf({ header }: IssuedInvoice): readonly Column[] {
  return header.profile === 'cn' ? CHINESE : EUROPEAN;
}

/** An allowance or charge of the whole document in the columns of the lines. */
export function adjustmentCells({ charge, reason = '', amount, ...tax }: DocumentAdjustment): readonly string[] {
  const name = `${charge ? '费用 Charge' : '折扣 Allowance'} ${reason}`;
  return [name, '', '', '', '', '', categoryAndRate(tax), charge ? amount : `-${amount}`.replace('--', '')];
}

/** 免税 and 不征税 stand as words, a rate as a percentage; neither word is 0 %. */
function chineseRate({ taxCategory, rate }: InvoiceLine): string {
  if (taxCategory === 'exempt') return '免税';
  return taxCategory === 'untaxed' || rate === undefined ? '不征税' : `${percentOf(rate)}%`;
}

function chineseTax({ taxCategory, tax }: InvoiceLine): string {
  return taxCategory === 'exempt' || taxCategory === 'untaxed' ? '***' : (tax ?? '');
}

function price({ unitPrice, baseQuantity }: InvoiceLine): string {
  if (unitPrice === undefined) return '';
  return baseQuantity === undefined ? unitPrice : `${unitPrice} / ${baseQuantity}`;
}

function allowanceAndCharge({ allowance, charge }: InvoiceLine): string {
  const parts = [allowance === undefined ? '' : `-${allowance}`, charge === undefined ? '' : `+${charge}`];
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replace('--', '+');
}

export function categoryAndRate({ taxCategory, rate }: { readonly taxCategory: string; readonly rate?: string }): string {
  return rate === undefined ? taxCategory : `${taxCategory} ${rate}%`;
}
