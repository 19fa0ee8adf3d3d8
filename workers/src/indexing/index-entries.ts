import { stateKeys, type SealedRecord, type TillState } from '@lianpiao/chaincode/domain';
import { concernedOrganisations } from '@lianpiao/gateway/changes';
import type { LedgerReader, PlacedEntry } from '@lianpiao/gateway/ledger';
import {
  projectInvoice,
  projectProvenance,
  type Concern,
  type CutStore,
  type IndexedInvoice,
  type IndexedProvenance,
  type IndexRows,
  type IndexStore,
  type PayloadStore,
} from '@lianpiao/gateway/stores';
import { catchUp, countEntries } from './count-entries';

/** Entries taken in at a time: one transaction of the index. */
const BATCH = 1024;

/**
 * Brings the index, and the sums with it, up to the ledger's end; safe to run again at any time, since rows and height change together.
 * @returns how many entries were taken in.
 */
export function indexEntries(ledger: LedgerReader, payloads: PayloadStore, index: IndexStore, cuts?: CutStore): number {
  let taken = 0;
  if (cuts !== undefined) catchUp(ledger, payloads, cuts, index.height());
  for (;;) {
    const from = index.height();
    const entries = ledger.read(from, BATCH);
    if (entries.length === 0) return taken;
    const records = payloads.readRange(from, entries.length);
    index.append(indexRows(ledger, entries, records), from + entries.length);
    // The records are at hand: opening them a second time would cost more than the sums.
    if (cuts !== undefined) countEntries(cuts, entries, records);
    taken += entries.length;
  }
}

/** What consecutive entries bring into an index: a function of ledger and records. */
export function indexRows(
  ledger: LedgerReader,
  entries: readonly PlacedEntry[],
  records: readonly (SealedRecord | undefined)[],
): Required<IndexRows> {
  const invoices: IndexedInvoice[] = [];
  const concerns: Concern[] = [];
  const provenance: IndexedProvenance[] = [];
  entries.forEach(({ sequence, entry }, place) => {
    if (entry.type === 'invoice.issued')
      invoices.push(projectInvoice(sequence, entry, sellerOf(ledger, entry.till), records[place]));
    for (const organisation of concernedOrganisations(entry, (key) => ledger.state(key)))
      concerns.push({ sequence, organisation });
    const row = projectProvenance(sequence, entry);
    if (row !== undefined) provenance.push(row);
  });
  return { invoices, concerns, provenance };
}

const sellers = new WeakMap<LedgerReader, Map<string, string>>();

/** A till's seller never changes, so it is asked for once. */
function sellerOf(ledger: LedgerReader, till: string): string {
  let known = sellers.get(ledger);
  if (known === undefined) sellers.set(ledger, (known = new Map<string, string>()));
  const seller = known.get(till) ?? (ledger.state(stateKeys.till(till)) as TillState | undefined)?.seller ?? '';
  known.set(till, seller);
  return seller;
}
