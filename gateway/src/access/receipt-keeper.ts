import {
  LedgerError,
  MAX_RECEIPTS,
  merkleRoot,
  stateKeys,
  type ReceiptsState,
  type ResourceState,
} from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import type { ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import { Repeated } from '../repeated';
import type { ReceiptHead, ReceiptTable } from '../stores/receipt-table';

const INTERVAL_MS = 2000;
/** Grants a turn at most. */
const GRANTS = 200;
const ACTOR = { keyId: 'receipt-keeper', why: 'signing for what was read' };

/**
 * Signs the provider's half of usage receipts, in the name and with the key of whoever controls the resource: one entry of
 * the ledger for all new reads under a grant. As with the seals of the audit log, every serving process tries and the ledger
 * takes batches without gap or overlap only.
 */
export class ReceiptKeeper extends Repeated {
  readonly #ledger: LedgerReader;
  readonly #receipts: ReceiptTable;
  readonly #acts: ActRecorder;

  constructor(ledger: LedgerReader, receipts: ReceiptTable, acts: ActRecorder, logger: Logger) {
    super(logger, INTERVAL_MS, 'usage receipts are not signed');
    this.#ledger = ledger;
    this.#receipts = receipts;
    this.#acts = acts;
  }

  /** Signs what is there now. One grant that fails holds up no other. @throws the first fault, when all had their turn. */
  async sign(): Promise<void> {
    const faults: unknown[] = [];
    for (const head of this.#receipts.unsigned(GRANTS)) {
      try {
        await this.#signGrant(head);
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  async #signGrant({ grant, count }: ReceiptHead): Promise<void> {
    for (;;) {
      const first = (this.#ledger.state(stateKeys.receipts(grant)) as ReceiptsState | undefined)?.provided ?? 0;
      this.#receipts.noteProvided(grant, first);
      if (first >= count) return;
      const leaves = this.#receipts.leafHashes(grant, first, Math.min(MAX_RECEIPTS, count - first));
      await this.#submit(grant, first, leaves.length, merkleRoot(leaves));
    }
  }

  async #submit(grant: string, first: number, count: number, root: ReturnType<typeof merkleRoot>): Promise<void> {
    const { resource } = this.#ledger.state(stateKeys.grant(grant)) as { resource: string };
    const { controller } = this.#ledger.state(stateKeys.resource(resource)) as ResourceState;
    try {
      await this.#acts.record(controller, { type: 'receipt.provided', grant, first, count, root }, ACTOR);
    } catch (error) {
      // Another process was faster.
      if (!(error instanceof LedgerError && error.code === 'RECEIPT_NOT_CONTIGUOUS')) throw error;
    }
  }

  protected turn(): Promise<void> {
    return this.sign();
  }
}
