/** A tax rate of profile cn and the days on which it holds, first and last inclusive, as the rule set writes it. */
export interface CnRate {
  readonly category: 'levy' | 'standard';
  /** A fraction: `0.13`. */
  readonly rate: string;
  /** YYYY-MM-DD in China. */
  readonly from: string;
  readonly to?: string;
}
export interface CnRules {
  readonly rates: readonly CnRate[];
  /** What a line may be off by, in yuan. */
  readonly tolerance: string;
}

/** What the form holds: last days of rates that are there, by {@link endKey}, and rates that come anew. */
export interface CnDraft {
  readonly version: string;
  readonly tolerance: string;
  readonly ends?: Readonly<Record<string, string | undefined>>;
  readonly added?: readonly (Partial<CnRate> & { readonly percent?: string })[];
  readonly reason: string;
}

/** More than nothing to at most a hundred, with at most four decimals. */
export const PERCENT = /^(?:100|\d{1,2}(?:\.\d{1,4})?)$/;

/** `13` as `0.13`: digit for digit, since a rate is no binary number. */
export function rateOfPercent(percent: string): string {
  const [whole = '', decimals = ''] = percent.split('.');
  const digits = whole.padStart(3, '0') + decimals;
  return `${digits.slice(0, -2 - decimals.length)}.${digits.slice(-2 - decimals.length)}`.replace(/\.?0+$/, '');
}

/** Under which a form holds the last day of the rate at a place of the rule set. */
export function endKey(place: number): string {
  return `rate-${String(place)}`;
}

/**
 * The rule set that a draft makes of the one in force. Nothing is taken out: an invoice of a day long gone is checked by the
 * rates of that day. Rates that are not filled in whole are left out.
 */
export function rulesOf({ ends = {}, added = [], tolerance }: Partial<CnDraft>, inForce: CnRules): CnRules {
  const kept = inForce.rates.map(({ to: before, ...rate }, index) => {
    const key = endKey(index);
    const to = key in ends ? ends[key] : before;
    return { ...rate, ...(to ? { to } : {}) };
  });
  const come = added.flatMap((each) => {
    const { category, percent = '', from, to } = (each as (typeof added)[number] | undefined) ?? {};
    if (category === undefined || !PERCENT.test(percent) || !from) return [];
    return [{ category, rate: rateOfPercent(percent), from, ...(to ? { to } : {}) }];
  });
  return { rates: [...kept, ...come], tolerance: tolerance?.trim() ?? inForce.tolerance };
}

export type RateChange =
  | { readonly kind: 'added'; readonly rate: CnRate }
  | { readonly kind: 'ended'; readonly rate: CnRate; readonly before: string | undefined };

/** What another rule set changes of the one in force, in the order of its rates. */
export function changesOf(inForce: CnRules, next: CnRules): readonly RateChange[] {
  return next.rates.flatMap((rate, index): RateChange[] => {
    const before = inForce.rates[index];
    if (before === undefined) return [{ kind: 'added', rate }];
    return before.to === rate.to ? [] : [{ kind: 'ended', rate, before: before.to }];
  });
}

/** Days from which other rates hold than before, and which those are then. */
export function turnsOf(inForce: CnRules, next: CnRules): readonly { readonly day: string; readonly rates: readonly CnRate[] }[] {
  const days = changesOf(inForce, next).flatMap((change) =>
    change.kind === 'added' ? [change.rate.from, dayAfter(change.rate.to)] : [dayAfter(change.before), dayAfter(change.rate.to)],
  );
  return [...new Set(days.filter((day) => day !== undefined))]
    .sort()
    .filter((day) => namesOn(inForce, day) !== namesOn(next, day))
    .map((day) => ({ day, rates: ratesOn(next, day) }));
}

function ratesOn({ rates }: CnRules, day: string): readonly CnRate[] {
  const valid = rates.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
  const order = (rate: CnRate): string => `${rate.category === 'standard' ? '0' : '1'} ${Number(rate.rate).toFixed(6)}`;
  const byName = new Map(valid.map((rate) => [order(rate), rate]));
  return [...byName].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, rate]) => rate);
}

function namesOn(rules: CnRules, day: string): string {
  return ratesOn(rules, day)
    .map(({ category, rate }) => `${category} ${String(Number(rate))}`)
    .join();
}

function dayAfter(day: string | undefined): string | undefined {
  const time = Date.parse(`${day ?? ''}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time + 86_400_000).toISOString().slice(0, 10);
}
