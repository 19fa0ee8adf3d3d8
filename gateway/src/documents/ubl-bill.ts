import { type DocumentAdjustment, type InvoiceLine, type InvoiceTotals, type TaxBreakdownRow } from '@lianpiao/chaincode/domain';
import { percentOf } from './chinese-rate';
import { sumOf } from './decimal-text';
import { present } from './imported-invoice';
import type { IssuedInvoice } from './issued-invoice';

/** The amounts of an invoice in the terms of EN 16931: category codes of UNCL5305, rates in percent, a VAT breakdown. */
export interface UblBill {
  readonly lines: readonly InvoiceLine[];
  readonly adjustments: readonly DocumentAdjustment[];
  readonly taxBreakdown: readonly TaxBreakdownRow[];
  readonly totals: InvoiceTotals;
  /** Why a category bears no tax (BT-120 text, BT-121 code); undefined for those that do. */
  readonly exemption: (taxCategory: string) => Exemption | undefined;
}

export interface Exemption {
  readonly reason?: string;
  readonly code?: string;
}

const EXEMPTIONS: ReadonlyMap<string, Exemption> = new Map<string, Exemption>([
  ['E', { reason: 'Exempt from VAT' }],
  ['AE', { code: 'VATEX-EU-AE' }],
  ['K', { code: 'VATEX-EU-IC' }],
  ['G', { code: 'VATEX-EU-G' }],
  ['O', { code: 'VATEX-EU-O' }],
]);
/** 免税 and 不征税 on one invoice: category O forbids what the other lines need (BR-O-02, BR-O-11), so both go as E. */
const CHINESE_EXEMPTION: Exemption = { reason: '免税或不征税 exempt from VAT or outside its scope' };

export function ublBillOf(invoice: IssuedInvoice): UblBill {
  if (invoice.header.profile === 'cn') return chineseBill(invoice);
  return {
    lines: invoice.lines,
    adjustments: invoice.adjustments ?? [],
    taxBreakdown: invoice.taxBreakdown ?? [],
    totals: invoice.totals,
    exemption: (category) => EXEMPTIONS.get(category),
  };
}

function chineseBill({ lines, totals }: IssuedInvoice): UblBill {
  const converted = lines.map(convertedLine);
  return {
    lines: converted,
    adjustments: [],
    taxBreakdown: breakdownOf(converted),
    totals: { ...totals, lines: totals.net, payable: totals.gross },
    exemption: (category) => (category === 'E' ? CHINESE_EXEMPTION : undefined),
  };
}

/** 税率 and 征收率 are standard rates; 0 % is its own category; what bears no tax is exempt. */
function convertedLine(line: InvoiceLine): InvoiceLine {
  const { rate, tax = '0.00', ...rest } = line;
  if (rate === undefined) return { ...rest, tax, taxCategory: 'E', rate: '0' };
  const percent = percentOf(rate);
  return { ...rest, tax, taxCategory: /[1-9]/.test(percent) ? 'S' : 'Z', rate: percent };
}

function breakdownOf(lines: readonly InvoiceLine[]): readonly TaxBreakdownRow[] {
  const groups = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    const key = `${line.taxCategory} ${line.rate ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) =>
    present({
      taxCategory: group[0]?.taxCategory ?? '',
      rate: group[0]?.rate,
      base:
        sumOf(
          group.map(({ net }) => net),
          '/lines',
        ) ?? '0.00',
      tax:
        sumOf(
          group.map(({ tax }) => tax ?? '0.00'),
          '/lines',
        ) ?? '0.00',
    }),
  );
}
