import { isDecimal } from '@lianpiao/chaincode/domain';

/** Claims that stand in every answer, beside one for each amount asked about. */
export const FACTS = ['name', 'taxId', 'turnover', 'invoices'] as const;
export type Fact = (typeof FACTS)[number];

export interface FiguresDraft {
  /** Days, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  /** Amounts with spaces between. */
  readonly above: string;
  readonly show: readonly Fact[];
  readonly audience: string;
  readonly nonce: string;
}

const MAX_AMOUNTS = 10;
const MAX_DAYS = 731;
const DAY_MS = 86_400_000;

/** The amounts of a draft, each once. */
export function amountsOf(above: string): readonly string[] {
  return [...new Set(above.split(/\s+/).filter((part) => part !== ''))];
}

export function areAmounts(above: string): boolean {
  const amounts = amountsOf(above);
  return amounts.length <= MAX_AMOUNTS && amounts.every((amount) => isDecimal(amount, 2));
}

/** The names of the claims that are shown. */
export function claimsOf({ above, show }: Pick<FiguresDraft, 'above' | 'show'>): readonly string[] {
  return [...FACTS.filter((fact) => show.includes(fact)), ...amountsOf(above).map((amount) => `turnover-above-${amount}`)];
}

export function isPeriod(from: string, to: string): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days >= 0 && days < MAX_DAYS;
}

/** The last year up to a day. */
export function lastYear(today: string): Pick<FiguresDraft, 'from' | 'to'> {
  const start = new Date(Date.parse(today) + DAY_MS);
  start.setUTCFullYear(start.getUTCFullYear() - 1);
  return { from: start.toISOString().slice(0, 10), to: today };
}
