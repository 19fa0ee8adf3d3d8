import { stateKeys, type SealedRecord, type TillState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '@lianpiao/gateway/ledger';
import {
  projectInvoice,
  type DerivedRows,
  type IndexedInvoice,
  type PayloadStore,
  type Rewritten,
} from '@lianpiao/gateway/stores';

/** Writes the index's rows of a span of entries as ledger and payloads give them. */
export function mendIndex(
  span: { readonly first: number; readonly end: number },
  from: { readonly ledger: LedgerReader; readonly payloads: PayloadStore; readonly rows: DerivedRows },
): Rewritten {
  const { first, end } = span;
  const entries = from.ledger.read(first, end - first);
  const read = (): (SealedRecord | undefined)[] => from.payloads.readRange(first, entries.length);
  const write = (records: readonly (SealedRecord | undefined)[]): Rewritten => {
    const rows = entries.flatMap(({ sequence, entry }, place): IndexedInvoice[] => {
      if (entry.type !== 'invoice.issued') return [];
      const seller = (from.ledger.state(stateKeys.till(entry.till)) as TillState | undefined)?.seller ?? '';
      return [projectInvoice(sequence, entry, seller, records[place])];
    });
    return from.rows.replaceInvoices(span, rows);
  };
  const records = read();
  const done = write(records);
  // A content that was erased meanwhile must not come back by this.
  const now = read();
  const isErasedMeanwhile = now.some((record, place) => record === undefined && records[place] !== undefined);
  return isErasedMeanwhile ? { before: done.before, after: write(now).after } : done;
}
