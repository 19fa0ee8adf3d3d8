import { LedgerError, type StatusSealed } from '@lianpiao/chaincode/domain';
import { InvoiceFinder } from '../issuing/invoice-finder';
import { RegistryReader } from '../issuing/registry-reader';
import type { LedgerReader } from '../ledger/ledger';
import { IndexStore } from '../stores/index-store';
import type { PayloadStore } from '../stores/payload-store';
import { StatusStore } from '../stores/status-store';
import { StatusComparison } from './status-comparison';
import { StatusMap } from './status-map';
import { StatusReader } from './status-reader';

/** A folder's ledger with the records that its organisation holds. */
export interface StatusFolder {
  readonly folder: string;
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
}

/**
 * Makes the map of statuses again from the seals on an organisation's own ledger, each root from its changes and each value from
 * the state that the ledger has the invoice in: what an organisation does before it gives its word for a log that holds such seals.
 * @returns the newest seal's number, 0 where there is none; undefined where the organisation does not hold the seals' records.
 * @throws LedgerError STATUS_MAP_BROKEN when a seal's changes do not make its root; LOG_BROKEN (rule `status-of-the-ledger`) when
 * an invoice was sealed with another status than the ledger has it in.
 */
export function requireRightStatuses({ folder, ledger, payloads }: StatusFolder): number | undefined {
  if (!holdsSeals(ledger, payloads)) return undefined;
  const [store, index] = [new StatusStore(folder), new IndexStore(folder)];
  try {
    const sealed = new StatusMap(ledger, payloads, store).catchUp();
    const finder = new InvoiceFinder({ ledger, payloads, index, registry: new RegistryReader(ledger, payloads) });
    const reader = new StatusReader({ ledger, payloads, finder });
    for (const page of new StatusComparison({ ledger, reader, pairs: store }).differing(sealed.covers)) {
      const [number] = page;
      if (number !== undefined) throw new LedgerError('LOG_BROKEN', { rule: 'status-of-the-ledger', found: number });
    }
    return sealed.number;
  } finally {
    index.close();
    store.close();
  }
}

/** Records of invoices' lives lie with the bureau and the sellers' side: others have nothing to compare. */
function holdsSeals(ledger: Pick<LedgerReader, 'acts'>, payloads: Pick<PayloadStore, 'read'>): boolean {
  const [first] = ledger.acts({ type: 'status.sealed', limit: 1, after: -1 });
  const seal = first?.entry as StatusSealed | undefined;
  return first === undefined || seal === undefined || payloads.read(first.sequence) !== undefined;
}
