import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** What grants rest on, how they end, and how they are asked for; arguments and answers as in {@link recordEntry}. */
@Info({ title: 'sharing', description: 'Consents, approvals, requests, standing grants, and how grants end' })
export class SharingContract extends LedgerContract {
  constructor() {
    super('sharing');
  }

  /** Facts: consent, resource, subject, text, textVersion and, where they are said, consumer and until. */
  @Transaction()
  @Returns('string')
  giveConsent(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'consent.given', facts);
  }

  /** Facts: consent. */
  @Transaction()
  @Returns('string')
  withdrawConsent(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'consent.withdrawn', facts);
  }

  /** Facts: approval, resource, consumer, region and until. */
  @Transaction()
  @Returns('string')
  approveCrossing(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'crossing.approved', facts);
  }

  /** Facts: approval. */
  @Transaction()
  @Returns('string')
  withdrawCrossing(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'crossing.withdrawn', facts);
  }

  /** Facts: grant. */
  @Transaction()
  @Returns('string')
  proposeRevocation(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.revocation-proposed', facts);
  }

  /** Facts: grant. */
  @Transaction()
  @Returns('string')
  countersignRevocation(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.revocation-countersigned', facts);
  }

  /** Facts: grant. */
  @Transaction()
  @Returns('string')
  attestDeletion(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.deletion-attested', facts);
  }

  /** Facts: grant and upheld. */
  @Transaction()
  @Returns('string')
  review(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'grant.reviewed', facts);
  }

  /** Facts: request, resource, consumer and basis. */
  @Transaction()
  @Returns('string')
  request(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'request.made', facts);
  }

  /** Facts: request and, unless it is refused, grant. */
  @Transaction()
  @Returns('string')
  answer(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'request.answered', facts);
  }

  /** Facts: request. */
  @Transaction()
  @Returns('string')
  escalate(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'request.escalated', facts);
  }

  /** Facts: standing, resource, provider, consumer, days, until, basis and keepDays. */
  @Transaction()
  @Returns('string')
  openStanding(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'standing.opened', facts);
  }

  /** Facts: standing. */
  @Transaction()
  @Returns('string')
  closeStanding(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'standing.closed', facts);
  }
}
