import { parseDecimal, unitsAt, type InvoiceIssued, type InvoiceTotals, type SealedRecord } from '@lianpiao/chaincode/domain';

/** By what the sums of a day are cut. */
export const CUTS = ['region', 'trade', 'rate'] as const;
export type Cut = (typeof CUTS)[number];

/** What one invoice, or one line of it, adds to a sum. Amounts in hundredths of the currency's unit. */
export interface CutAmount {
  readonly cut: Cut;
  readonly key: string;
  readonly currency: string;
  readonly test: boolean;
  readonly net: bigint;
  readonly tax: bigint;
}

interface Line {
  readonly name: string;
  readonly net: string;
  readonly tax?: string;
  readonly rate?: string;
  readonly taxCategory: string;
}
interface BreakdownRow {
  readonly base: string;
  readonly tax: string;
  readonly rate?: string;
  readonly taxCategory: string;
}

const SCALE = 2;
/** The short name of a good's class in the tax catalogue, which a Chinese invoice writes before its name: `*谷物*大米`. */
const TRADE = /^\*([^*]{1,30})\*/;
/** Categories that carry no rate: free of tax, and outside of it. Neither is a rate of 0. */
const WITHOUT_RATE: Readonly<Record<string, string>> = { exempt: 'exempt', E: 'exempt', untaxed: 'untaxed', O: 'untaxed' };

/**
 * Tells what an invoice adds to the sums of its day: itself to its region (digits 3 and 4 of the number), its lines to their trade
 * and their rate. An invoice whose content was erased before it was counted adds nothing. Every invoice comes through here
 * while tills sell, so its record is read once and no list of amounts is made.
 */
export function projectCuts(entry: InvoiceIssued, record: SealedRecord | undefined, add: (amount: CutAmount) => void): void {
  const { header, totals, lines, taxBreakdown } = partsOf(record);
  if (header === undefined || totals === undefined) return;
  const { currency, test } = header;
  const inPercent = header.profile !== 'cn';
  add({ cut: 'region', key: entry.number.slice(2, 4), currency, test, net: unitsOf(totals.net), tax: unitsOf(totals.tax) });
  for (const line of lines) {
    const amounts = { currency, test, net: unitsOf(line.net), tax: unitsOf(line.tax ?? '0') };
    add({ cut: 'trade', key: TRADE.exec(line.name)?.[1] ?? '', ...amounts });
    if (!inPercent) add({ cut: 'rate', key: rateKey(line, false), ...amounts });
  }
  if (!inPercent) return;
  for (const row of taxBreakdown)
    add({ cut: 'rate', key: rateKey(row, true), currency, test, net: unitsOf(row.base), tax: unitsOf(row.tax) });
}

interface Parts {
  header?: { readonly currency: string; readonly test: boolean; readonly profile: string };
  totals?: InvoiceTotals;
  taxBreakdown: readonly BreakdownRow[];
  readonly lines: Line[];
}

function partsOf(record: SealedRecord | undefined): Parts {
  const parts: Parts = { lines: [], taxBreakdown: [] };
  for (const { name, text } of record?.fields ?? []) {
    if (name.startsWith('line/')) parts.lines.push(JSON.parse(text) as Line);
    else if (name === 'header' || name === 'totals' || name === 'taxBreakdown') parts[name] = JSON.parse(text) as never;
  }
  return parts;
}

/** A rate as a percentage without needless zeros, or the word for having none. */
function rateKey({ rate, taxCategory }: Pick<Line, 'rate' | 'taxCategory'>, inPercent: boolean): string {
  const none = WITHOUT_RATE[taxCategory];
  if (none !== undefined || rate === undefined) return none ?? '';
  const [whole = '', decimals = ''] = rate.split('.');
  if (inPercent) return trimmed(whole, decimals);
  const shifted = decimals.padEnd(2, '0');
  return trimmed(whole + shifted.slice(0, 2), shifted.slice(2));
}

function trimmed(whole: string, decimals: string): string {
  const kept = decimals.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (kept === '' ? '' : `.${kept}`);
}

function unitsOf(text: string): bigint {
  const amount = parseDecimal(text, SCALE);
  return amount === undefined ? 0n : unitsAt(amount, SCALE);
}
