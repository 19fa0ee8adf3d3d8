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
 * What an invoice adds to the sums of its day: itself to its region (digits 3 and 4 of the number), its lines to their trade
 * and their rate. An invoice whose content was erased before it was counted adds nothing.
 */
export function projectCuts(entry: InvoiceIssued, record: SealedRecord | undefined): CutAmount[] {
  if (record === undefined) return [];
  const values = (matches: (name: string) => boolean): unknown[] =>
    record.fields.filter(({ name }) => matches(name)).map(({ text }) => JSON.parse(text) as unknown);
  const [header] = values((name) => name === 'header') as { currency: string; test: boolean; profile: string }[];
  const [totals] = values((name) => name === 'totals') as InvoiceTotals[];
  if (header === undefined || totals === undefined) return [];
  const { currency, test } = header;
  const amount = (cut: Cut, key: string, net: string, tax = '0'): CutAmount => ({
    cut,
    key,
    currency,
    test,
    net: unitsOf(net),
    tax: unitsOf(tax),
  });
  const lines = values((name) => name.startsWith('line/')) as Line[];
  const [breakdown = []] = values((name) => name === 'taxBreakdown') as BreakdownRow[][];
  const inPercent = header.profile !== 'cn';
  const rates = inPercent ? breakdown.map((row) => ({ ...row, net: row.base })) : lines;
  return [
    amount('region', entry.number.slice(2, 4), totals.net, totals.tax),
    ...lines.map(({ name, net, tax }) => amount('trade', TRADE.exec(name)?.[1] ?? '', net, tax)),
    ...rates.map((row) => amount('rate', rateKey(row, inPercent), row.net, row.tax)),
  ];
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
