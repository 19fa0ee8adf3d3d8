import { fieldText, startOfChinaDay, type SealedRecord } from '@lianpiao/chaincode/domain';
import type { IndexScope, IndexStore } from '../stores/index-store';
import type { PayloadStore } from '../stores/payload-store';

/** Invoices of a day that are looked at, at most. */
const MAX_LOOKED_AT = 5_000;
/** Flagged invoices that are named, at most. */
const MAX_NAMED = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How far the invoices of one channel, a till, rest on registered payments. */
export interface ChannelCoverage {
  readonly till: string;
  readonly invoices: number;
  readonly withPayment: number;
}

export interface Coverage {
  readonly day: string;
  readonly channels: readonly ChannelCoverage[];
  /** Numbers of invoices without a digest of a payment. */
  readonly flagged: readonly string[];
  /** False when the day has more invoices than are looked at: the last ones were. */
  readonly complete: boolean;
}

/** What of a day's invoices is bound to a payment, till by till. Red invoices and erased ones are left out. */
export function coverageOf(
  { index, payloads }: { readonly index: Pick<IndexStore, 'search'>; readonly payloads: PayloadStore },
  scope: IndexScope,
  day: string,
): Coverage {
  const since = startOfChinaDay(day);
  const filter = { scope, since, until: since + DAY_MS };
  const rows = index.search.find(filter, Number.MAX_SAFE_INTEGER, MAX_LOOKED_AT);
  const channels = new Map<string, { invoices: number; withPayment: number }>();
  const flagged: string[] = [];
  for (const { sequence, till, number } of rows.rows) {
    const paid = isPaid(payloads.read(sequence));
    if (paid === undefined) continue;
    const channel = channels.get(till) ?? { invoices: 0, withPayment: 0 };
    channel.invoices += 1;
    if (paid) channel.withPayment += 1;
    else flagged.push(number);
    channels.set(till, channel);
  }
  return {
    day,
    channels: [...channels].sort(([left], [right]) => (left < right ? -1 : 1)).map(([till, sums]) => ({ till, ...sums })),
    flagged: flagged.slice(0, MAX_NAMED),
    complete: rows.next === undefined && rows.rows.length < MAX_LOOKED_AT,
  };
}

/** Whether an invoice names a payment; undefined for one that is erased, and for a red one, which takes nothing in. */
function isPaid(record: SealedRecord | undefined): boolean | undefined {
  const textOf = (name: string): string | undefined => fieldText(record, name);
  const header = textOf('header');
  if (header === undefined || header.startsWith('{"corrects"')) return undefined;
  return textOf('trade')?.includes('"payment"') === true;
}
