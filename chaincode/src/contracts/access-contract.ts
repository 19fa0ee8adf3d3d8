import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** Resources, access to them, and the roots of the audit log; arguments and answers as in {@link recordEntry}. */
@Info({ title: 'access', description: 'Resources, grants, and the seals of the audit log' })
export class AccessContract extends LedgerContract {
  constructor() {
    super('access');
  }

  /** Facts: resource, owner and controller. */
  @Transaction()
  @Returns('string')
  registerResource(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'resource.registered', facts);
  }

  /** Facts: resource, and owner and controller from now on. */
  @Transaction()
  @Returns('string')
  transferResource(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'resource.transferred', facts);
  }

  /** Facts: grant, resource, provider, consumer, right, from, until and, for a sub-grant, parent. */
  @Transaction()
  @Returns('string')
  grant(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.granted', facts);
  }

  /** Facts: grant. */
  @Transaction()
  @Returns('string')
  pause(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.paused', facts);
  }

  /** Facts: grant. */
  @Transaction()
  @Returns('string')
  resume(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.resumed', facts);
  }

  /** Facts: grant. */
  @Transaction()
  @Returns('string')
  revoke(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.revoked', facts);
  }

  /** Facts: first, count and root. */
  @Transaction()
  @Returns('string')
  sealAudit(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'audit.sealed', facts);
  }
}
