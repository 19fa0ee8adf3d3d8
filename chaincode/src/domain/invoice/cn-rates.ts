import { parseDecimal } from '../encoding/decimal';
import type { DecimalText } from './invoice-request';

/** Version of the Chinese rules, as entries carry it: a later change of rules gets a new one. */
export const CN_RULES_VERSION = 'cn-2026-01';

/** A tax rate and the days on which it was in force, first and last inclusive. */
export interface CnRate {
  readonly category: 'standard' | 'levy';
  readonly rate: DecimalText;
  /** YYYY-MM-DD, civil date in China. */
  readonly from: string;
  readonly to?: string;
  readonly note: string;
}

/**
 * VAT rates (税率) and levy rates (征收率). Changes: 财税〔2017〕37号 (13 % abolished), 财税〔2018〕32号 (17→16, 11→10),
 * 海关总署公告2019年第39号 (16→13, 10→9), 财税〔2014〕57号 (levy 3 %), 财政部 税务总局公告2023年第19号 (1 % to the end of 2027).
 */
export const CN_RATES: readonly CnRate[] = [
  { category: 'standard', rate: '0.17', from: '1994-01-01', to: '2018-04-30', note: 'goods' },
  { category: 'standard', rate: '0.16', from: '2018-05-01', to: '2019-03-31', note: 'goods' },
  { category: 'standard', rate: '0.13', from: '2019-04-01', note: 'goods' },
  { category: 'standard', rate: '0.13', from: '1994-01-01', to: '2017-06-30', note: 'lower rate' },
  { category: 'standard', rate: '0.11', from: '2012-01-01', to: '2018-04-30', note: 'transport, building; lower rate' },
  { category: 'standard', rate: '0.10', from: '2018-05-01', to: '2019-03-31', note: 'lower rate' },
  { category: 'standard', rate: '0.09', from: '2019-04-01', note: 'lower rate' },
  { category: 'standard', rate: '0.06', from: '2012-01-01', note: 'services' },
  { category: 'standard', rate: '0', from: '1994-01-01', note: 'exports' },
  { category: 'levy', rate: '0.03', from: '2009-01-01', note: 'small-scale taxpayers, simple method' },
  { category: 'levy', rate: '0.01', from: '2020-03-01', to: '2027-12-31', note: 'relief for small-scale taxpayers' },
  { category: 'levy', rate: '0.05', from: '2016-05-01', note: 'legacy cases: real estate, labour dispatch' },
  { category: 'levy', rate: '0.015', from: '2016-05-01', note: 'letting of housing' },
  { category: 'levy', rate: '0.005', from: '2020-05-01', to: '2027-12-31', note: 'dealers in used cars' },
];

/** What a line's amount and tax may differ from the product by: one fen, as the field allows. */
export const CN_TOLERANCE: DecimalText = '0.01';

type Period = Pick<CnRate, 'category' | 'from' | 'rate' | 'to'>;
type Periods = ReadonlyMap<string, readonly Period[]>;

/** The rules by which amounts of profile cn are checked. */
export interface CnRules {
  /** As invoices carry it. */
  readonly version: string;
  readonly periods: Periods;
  readonly tolerance: DecimalText;
  /** Follows the name of a rule in a refusal; nothing for the rules that are built in. */
  readonly cited: string;
}

/** Periods by category and shortest form of the rate. */
export function periodsOf(rates: readonly Period[]): Periods {
  const periods = new Map<string, Period[]>();
  for (const each of rates) {
    const key = keyOf(each.category, shortest(each.rate));
    periods.set(key, [...(periods.get(key) ?? []), each]);
  }
  return periods;
}

/** The rules that are in force as long as the ledger has no others. */
export const BUILT_IN_CN_RULES: CnRules = {
  version: CN_RULES_VERSION,
  periods: periodsOf(CN_RATES),
  tolerance: CN_TOLERANCE,
  cited: '',
};

/** Longer spellings met so far ("0.130000"); bounded, since callers choose them. */
const SPELLINGS = new Map<string, string>();
const MAX_SPELLINGS = 1000;

/** True when the rate, compared by value, was in force on a civil date in China (YYYY-MM-DD). */
export function isRateInForce(
  category: 'standard' | 'levy',
  rate: DecimalText,
  chinaDate: string,
  { periods }: CnRules = BUILT_IN_CN_RULES,
): boolean {
  const found = periods.get(keyOf(category, rate)) ?? periods.get(keyOf(category, shortForm(rate)));
  return found?.some(({ from, to }) => from <= chinaDate && (to === undefined || chinaDate <= to)) ?? false;
}

function keyOf(category: string, rate: string): string {
  return `${category} ${rate}`;
}

function shortForm(rate: DecimalText): string {
  const known = SPELLINGS.get(rate);
  if (known !== undefined) return known;
  const short = parseDecimal(rate, 13) === undefined ? '' : shortest(rate);
  if (SPELLINGS.size >= MAX_SPELLINGS) SPELLINGS.clear();
  SPELLINGS.set(rate, short);
  return short;
}

/** Without zeros at the end of the decimals. */
function shortest(rate: DecimalText): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
}
