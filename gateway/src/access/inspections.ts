import { canonicalJson, hasher, LedgerError } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';
import type { Principal } from '../stores/access-store';
import type { AuditStore } from '../stores/audit-store';

/** The supervisors' right to look at receipts of use: each use of it is an entry of the audit log, written before the answer. */
export class Inspections {
  readonly #ledger: LedgerReader;
  readonly #audit: AuditStore;

  constructor(ledger: LedgerReader, audit: AuditStore) {
    this.#ledger = ledger;
    this.#audit = audit;
  }

  /** @throws LedgerError RECEIPT_REASON_MISSING when the grant or the reason is not named. */
  async note({ organisation, keyId }: Principal, grant: string | undefined, reason: string | undefined): Promise<void> {
    if (grant === undefined || reason === undefined)
      throw new LedgerError('RECEIPT_REASON_MISSING', { path: grant === undefined ? '/grant' : '/reason' });
    await this.#audit.append({
      event: 'inspect',
      grant,
      organisation,
      key: keyId,
      reason,
      query: hasher().sha256(canonicalJson({ grant, reason })),
      outcome: 'allowed',
      height: this.#ledger.length(),
    });
  }
}
