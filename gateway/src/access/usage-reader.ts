import {
  hasher,
  inclusionPath,
  invariant,
  receiptsSubject,
  stateKeys,
  verifyInclusion,
  type Digest,
  type ReceiptEntry,
  type ReceiptsState,
} from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { Receipt } from '../ledger/receipt';
import { auditText, type AuditEntry } from '../stores/audit-store';
import type { ReceiptBatch, ReceiptFilter, ReceiptHead, ReceiptTable, StoredReceipt } from '../stores/receipt-table';

/** A half that is not there after this long is overdue. The provider's is made by a machine, the consumer's by its people's. */
export const PROVIDER_HALF_MS = 60_000;
export const CONSUMER_HALF_MS = 24 * 3600_000;
const ACTS_PAGE = 500;

export type ReceiptStatus = 'consumer-missing' | 'disputed' | 'provider-missing' | 'signed-by-both';

/** A usage receipt: the audit entry of the read, and what both sides signed of it. */
export interface UsageReceipt {
  readonly receipt: AuditEntry;
  readonly ordinal: number;
  readonly status: ReceiptStatus;
  /** A half is missing for longer than allowed. */
  readonly overdue: boolean;
  /** Its place in the batch of that first ordinal; null while the provider's half is missing. */
  readonly proof: { readonly batch: number; readonly index: number; readonly path: readonly Digest[] } | null;
}

/** A batch with the ledger's receipts for the entries of both halves. */
export interface ShownBatch extends ReceiptBatch {
  readonly providerReceipt: Receipt;
  readonly consumerReceipt: Receipt | null;
}

export interface UsagePage {
  readonly items: readonly UsageReceipt[];
  readonly batches: readonly ShownBatch[];
}

/** How the halves of a grant's receipts stand. */
export interface HalvesView {
  readonly grant: string;
  readonly provider: string;
  readonly consumer: string;
  readonly receipts: number;
  readonly provided: number;
  /** Acknowledged or disputed by the consumer. */
  readonly answered: number;
  readonly disputed: number;
  readonly missing: 'consumer' | 'none' | 'provider';
  readonly overdue: boolean;
}

/** Shows usage receipts with both halves, and what is missing of them. */
export class UsageReader {
  readonly #ledger: LedgerReader;
  readonly #receipts: ReceiptTable;
  readonly #clock: () => number;

  constructor(ledger: LedgerReader, receipts: ReceiptTable, clock: () => number) {
    this.#ledger = ledger;
    this.#receipts = receipts;
    this.#clock = clock;
  }

  page(filter: ReceiptFilter): UsagePage {
    const stored = this.#receipts.list(filter);
    for (const grant of new Set(stored.map(({ entry }) => entry.grant))) this.#catchUp(grant);
    const batches = new Map<string, { readonly batch: ReceiptBatch; readonly leaves: readonly Digest[] }>();
    const items = stored.map((one) => this.#shown(one, batches));
    return { items, batches: [...batches.values()].map(({ batch }) => this.#withReceipts(batch)) };
  }

  halves(party: string | undefined, after: string, limit: number): HalvesView[] {
    return this.#receipts.heads(party, after, limit).map((head) => this.#halvesOf(head));
  }

  #halvesOf({ grant, provider, consumer, count }: ReceiptHead): HalvesView {
    this.#catchUp(grant);
    const { provided, answered } = this.#state(grant);
    const missing = provided < count ? 'provider' : answered < count ? 'consumer' : 'none';
    const since = this.#receipts.timeOf(grant, missing === 'provider' ? provided : answered);
    const overdue = missing !== 'none' && this.#isOverdue(missing, since);
    const disputed = this.#receipts.disputed(grant);
    return { grant, provider, consumer, receipts: count, provided, answered, disputed, missing, overdue };
  }

  #state(grant: string): ReceiptsState {
    return (this.#ledger.state(stateKeys.receipts(grant)) as ReceiptsState | undefined) ?? { provided: 0, answered: 0 };
  }

  #isOverdue(half: 'consumer' | 'provider', since: number | undefined): boolean {
    const allowed = half === 'provider' ? PROVIDER_HALF_MS : CONSUMER_HALF_MS;
    return since !== undefined && this.#clock() - since > allowed;
  }

  #shown(
    { entry, ordinal }: StoredReceipt,
    batches: Map<string, { readonly batch: ReceiptBatch; readonly leaves: readonly Digest[] }>,
  ): UsageReceipt {
    const batch = this.#receipts.batchOf(entry.grant, ordinal);
    const time = Date.parse(entry.time);
    const base = { receipt: entry, ordinal };
    if (batch === undefined)
      return { ...base, status: 'provider-missing', overdue: this.#isOverdue('provider', time), proof: null };
    const key = `${batch.grant}/${String(batch.first)}`;
    const known = batches.get(key) ?? { batch, leaves: this.#receipts.leafHashes(batch.grant, batch.first, batch.count) };
    batches.set(key, known);
    const index = ordinal - batch.first;
    const path = inclusionPath(known.leaves, index);
    const leafHash = hasher().leafHash(auditText(entry));
    // What was changed since it was signed is our fault, and shows here.
    invariant(
      verifyInclusion({ leafHash, index, size: batch.count, path, root: batch.root }),
      'a usage receipt has its signed root',
    );
    return {
      ...base,
      status: statusOf(batch),
      overdue: batch.answer === null && this.#isOverdue('consumer', time),
      proof: { batch: batch.first, index, path },
    };
  }

  #withReceipts(batch: ReceiptBatch): ShownBatch {
    const providerReceipt = this.#ledger.receipt(batch.provided);
    invariant(providerReceipt !== undefined, 'a batch of receipts is on the ledger');
    const consumerReceipt = batch.answered === null ? null : (this.#ledger.receipt(batch.answered) ?? null);
    return { ...batch, providerReceipt, consumerReceipt };
  }

  /** Notes what the ledger has taken of a grant's receipts since. */
  #catchUp(grant: string): void {
    let after = this.#receipts.head(grant)?.noted ?? -1;
    for (;;) {
      const acts = this.#ledger.acts({ subject: receiptsSubject(grant), after, limit: ACTS_PAGE });
      const last = acts.at(-1);
      if (last === undefined) return;
      const batches = new Map<number, ReceiptBatch>();
      for (const { sequence, entry } of acts) noteAct(batches, entry as ReceiptEntry, sequence);
      this.#receipts.noteBatches(grant, [...batches.values()], last.sequence);
      after = last.sequence;
    }
  }
}

/** An answer to a batch of an earlier page stands alone: the table has the rest. */
function noteAct(batches: Map<number, ReceiptBatch>, entry: ReceiptEntry, sequence: number): void {
  const { type, grant, first, count, root } = entry;
  const before = batches.get(first) ?? { grant, first, count, root, provided: sequence, answer: null, answered: null };
  if (type === 'receipt.provided') batches.set(first, before);
  else batches.set(first, { ...before, answer: type === 'receipt.disputed' ? 'disputed' : 'acknowledged', answered: sequence });
}

function statusOf({ answer }: ReceiptBatch): ReceiptStatus {
  if (answer === null) return 'consumer-missing';
  return answer === 'disputed' ? 'disputed' : 'signed-by-both';
}
