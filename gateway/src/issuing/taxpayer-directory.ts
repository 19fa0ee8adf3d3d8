import { createHmac } from 'node:crypto';
import { stateKeys, type Digest, type OrganisationState } from '@lianpiao/chaincode/domain';
import type { LedgerReader } from '../ledger/ledger';

/** Finds organisations by taxpayer id, which the ledger knows by a keyed fingerprint only. */
export class TaxpayerDirectory {
  readonly #ledger: LedgerReader;
  /** Without it nobody can try tax ids against the ledger. */
  readonly #key: Buffer;

  constructor(ledger: LedgerReader, key: Buffer) {
    this.#ledger = ledger;
    this.#key = key;
  }

  /** A sandbox registration of a taxpayer stands beside its real one. */
  fingerprint(taxId: string, sandbox: boolean): Digest {
    return createHmac('sha256', this.#key)
      .update(`${sandbox ? 'sandbox' : 'live'}:${taxId}`)
      .digest('hex') as Digest;
  }

  /** True when a company of this taxpayer id is registered: what it bought, it finds by itself. */
  isCompany(taxId: string): boolean {
    const id = this.#ledger.state(stateKeys.taxpayer(this.fingerprint(taxId, false)));
    if (typeof id !== 'string') return false;
    return (this.#ledger.state(stateKeys.organisation(id)) as OrganisationState | undefined)?.role === 'company';
  }
}
