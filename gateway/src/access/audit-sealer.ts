import { LedgerError, merkleRoot, stateKeys, type AuditState } from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import type { ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import { Repeated } from '../repeated';
import type { AuditStore } from '../stores/audit-store';

/** Entries under one root at most: who reads an entry's proof computes the path in a tree of this size. */
export const MAX_SEALED = 4096;
const SEAL_INTERVAL_MS = 1000;
const ACTOR = { keyId: 'audit-sealer', why: 'sealing the audit log' };

/**
 * Puts the roots of new audit entries on the ledger, signed by the bureau. Every serving process tries each second; the
 * ledger takes seals without gap or overlap only, so of two that race one is refused and looks again.
 */
export class AuditSealer extends Repeated {
  readonly #ledger: LedgerReader;
  readonly #audit: AuditStore;
  readonly #acts: ActRecorder;

  constructor(ledger: LedgerReader, audit: AuditStore, acts: ActRecorder, logger: Logger) {
    super(logger, SEAL_INTERVAL_MS, 'the audit log is not sealed');
    this.#ledger = ledger;
    this.#audit = audit;
    this.#acts = acts;
  }

  /**
   * Seals what is there now and not sealed yet; what comes meanwhile waits for the next time, or under steady load one seal
   * of a few entries would follow the other without end. @returns how many entries are sealed.
   */
  async seal(): Promise<number> {
    const length = this.#audit.length();
    for (;;) {
      const first = (this.#ledger.state(stateKeys.audit) as AuditState | undefined)?.sealed ?? 0;
      if (first >= length) return first;
      const leaves = this.#audit.leafHashes(first, MAX_SEALED);
      await this.#submit(first, leaves.length, merkleRoot(leaves));
    }
  }

  protected turn(): Promise<number> {
    return this.seal();
  }

  async #submit(first: number, count: number, root: ReturnType<typeof merkleRoot>): Promise<void> {
    const bureau = this.#ledger.state(stateKeys.genesis) as string;
    try {
      await this.#acts.record(bureau, { type: 'audit.sealed', first, count, root }, ACTOR);
    } catch (error) {
      // Another process was faster.
      if (!(error instanceof LedgerError && error.code === 'AUDIT_NOT_CONTIGUOUS')) throw error;
    }
  }
}
