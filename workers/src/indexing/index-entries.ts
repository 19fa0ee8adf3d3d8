import { stateKeys, type TillState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import {
  projectInvoice,
  projectProvenance,
  type IndexedInvoice,
  type IndexedProvenance,
  type IndexStore,
  type PayloadStore,
} from '@lianpiao/gateway/stores';

/** Entries taken in at a time: one transaction of the index. */
const BATCH = 1024;

/**
 * Brings the index up to the ledger's end; safe to run again at any time, since rows and height change together.
 * @returns how many entries were taken in.
 */
export function indexEntries(ledger: LedgerReader, payloads: PayloadStore, index: IndexStore): number {
  let taken = 0;
  for (;;) {
    const from = index.height();
    const entries = ledger.read(from, BATCH);
    if (entries.length === 0) return taken;
    const records = payloads.readRange(from, entries.length);
    const rows: IndexedInvoice[] = [];
    const provenance: IndexedProvenance[] = [];
    entries.forEach(({ sequence, entry }, place) => {
      if (entry.type === 'invoice.issued')
        rows.push(projectInvoice(sequence, entry, sellerOf(ledger, entry.till), records[place]));
      const row = projectProvenance(sequence, entry);
      if (row !== undefined) provenance.push(row);
    });
    index.append(rows, from + entries.length, provenance);
    taken += entries.length;
  }
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
