import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/**
 * Who is on the ledger. Every transaction takes the public facts of its entry as one RFC 8785 text, the record behind them
 * as transient data, and answers with the text of the entry; see {@link recordEntry}.
 */
@Info({ title: 'registry', description: 'Organisations, their tills, and who may issue for whom' })
export class RegistryContract extends LedgerContract {
  constructor() {
    super('registry');
  }

  /** Facts: organisation, role, sandbox, publicKey, party and, for whom they apply, taxpayer and quota. */
  @Transaction()
  @Returns('string')
  registerOrganisation(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'organisation.registered', facts);
  }

  /** Facts: till and seller. */
  @Transaction()
  @Returns('string')
  registerTill(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'till.registered', facts);
  }

  /** Facts: till and key, the device key with which it issues by itself. */
  @Transaction()
  @Returns('string')
  registerTillKey(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'till.key-registered', facts);
  }

  /** Facts: till. */
  @Transaction()
  @Returns('string')
  revokeTillKey(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'till.key-revoked', facts);
  }

  /** Facts: those of a till's collective record, with its signature. */
  @Transaction()
  @Returns('string')
  closeOutage(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'outage.closed', facts);
  }

  /** Facts: seller and agent. */
  @Transaction()
  @Returns('string')
  grantDelegation(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'delegation.granted', facts);
  }

  /** Facts: seller and agent. */
  @Transaction()
  @Returns('string')
  revokeDelegation(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'delegation.revoked', facts);
  }
}
