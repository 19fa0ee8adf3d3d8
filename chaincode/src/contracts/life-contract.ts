import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { changeLifeEntry } from '../fabric/change-life-entry';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** What becomes of an invoice after its issue; arguments and answers as in {@link changeLifeEntry}. */
@Info({ title: 'life', description: 'Corrections, claims, use, booking and pledges of invoices' })
export class LifeContract extends LedgerContract {
  constructor() {
    super('life');
  }

  /** Facts: invoice and event. */
  @Transaction()
  @Returns('string')
  changeUse(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'use.changed', facts);
  }

  /** Facts: invoice and event. */
  @Transaction()
  @Returns('string')
  book(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'booking.changed', facts);
  }

  /** Facts: correction, invoice and reason. */
  @Transaction()
  @Returns('string')
  requestCorrection(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'correction.requested', facts);
  }

  /** Facts: correction, event, and as whose side. */
  @Transaction()
  @Returns('string')
  changeCorrection(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'correction.changed', facts);
  }

  /** Facts: correction. */
  @Transaction()
  @Returns('string')
  completeCorrection(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'correction.completed', facts);
  }

  /** Facts: claim. */
  @Transaction()
  @Returns('string')
  reserve(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'claim.reserved', facts);
  }

  /** Facts: claim, event and fence. */
  @Transaction()
  @Returns('string')
  changeClaim(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'claim.changed', facts);
  }

  /** Facts: pledge and invoice. */
  @Transaction()
  @Returns('string')
  pledge(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'pledge.made', facts);
  }

  /** Facts: pledge and reason. */
  @Transaction()
  @Returns('string')
  releasePledge(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'pledge.released', facts);
  }

  /** Facts: set, version, digest and text. */
  @Transaction()
  @Returns('string')
  publishRules(ctx: LedgerContext, facts: string): Promise<string> {
    return changeLifeEntry(ctx, 'rules.published', facts);
  }

  /** Facts: number, covers, changes and root; arguments and answers as in {@link recordEntry}. */
  @Transaction()
  @Returns('string')
  sealStatus(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'status.sealed', facts);
  }
}
