import type { PlacedEntry, LedgerReader } from '@lianpiao/gateway/ledger';
import type { CountedEntry, CutStore, PayloadStore } from '@lianpiao/gateway/stores';

type Records = ReturnType<PayloadStore['readRange']>;

/** Entries counted at a time when the sums are behind the index. */
const BATCH = 1024;

/** Counts entries whose records are at hand, as long as the sums have come just as far; otherwise {@link catchUp} is called for. */
export function countEntries(cuts: CutStore, entries: readonly PlacedEntry[], records: Records): void {
  const [first] = entries;
  if (cuts.height() !== first?.sequence) return;
  cuts.count(countedOf(entries, records), first.sequence, first.sequence + entries.length);
}

/** Counts what the index has taken in and the sums have not: after a crash between the two, or when the sums are made anew. */
export function catchUp(ledger: LedgerReader, payloads: PayloadStore, cuts: CutStore, height: number): void {
  for (let from = cuts.height(); from < height; from = cuts.height()) {
    const entries = ledger.read(from, Math.min(BATCH, height - from));
    if (entries.length === 0) return;
    countEntries(cuts, entries, payloads.readRange(from, entries.length));
  }
}

function countedOf(entries: readonly PlacedEntry[], records: Records): CountedEntry[] {
  return entries.flatMap(({ entry }, place) => (entry.type === 'invoice.issued' ? [{ entry, record: records[place] }] : []));
}
