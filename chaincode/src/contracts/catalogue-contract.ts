import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** The directory chain: who has which duty, and which data under it; arguments and answers as in {@link recordEntry}. */
@Info({ title: 'catalogue', description: 'Divisions, duties, catalogue entries, schemas, and feedback on data' })
export class CatalogueContract extends LedgerContract {
  constructor() {
    super('catalogue');
  }

  /** Facts: division and, for what is below another, parent. */
  @Transaction()
  @Returns('string')
  registerDivision(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'division.registered', facts);
  }

  /** Facts: organisation, division and, where there is one, superior. */
  @Transaction()
  @Returns('string')
  placeOrganisation(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'organisation.placed', facts);
  }

  /** Facts: duty, version and organisation. */
  @Transaction()
  @Returns('string')
  assignDuty(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'duty.assigned', facts);
  }

  /** Facts: schema, version, owner and digest. */
  @Transaction()
  @Returns('string')
  registerSchema(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'schema.registered', facts);
  }

  /** Facts: entry, version, duty, owner, steward, datum, grade, class, openness, sector, stage and, where there are, source, schema, schemaVersion, evidence. */
  @Transaction()
  @Returns('string')
  publish(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.published', facts);
  }

  /** Facts: entry, version, grade and class. */
  @Transaction()
  @Returns('string')
  regrade(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.regraded', facts);
  }

  /** Facts: entry, version, duty, owner and steward. */
  @Transaction()
  @Returns('string')
  transfer(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.transferred', facts);
  }

  /** Facts: entry, consumer, right and until. */
  @Transaction()
  @Returns('string')
  approve(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.approved', facts);
  }

  /** Facts: resource and entry. */
  @Transaction()
  @Returns('string')
  placeResource(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.placed', facts);
  }

  /** Facts: resource, schema and version. */
  @Transaction()
  @Returns('string')
  quarantine(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.quarantined', facts);
  }

  /** Facts: resource. */
  @Transaction()
  @Returns('string')
  release(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'catalogue.released', facts);
  }

  /** Facts: feedback, entry, from and kind. */
  @Transaction()
  @Returns('string')
  giveFeedback(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'feedback.given', facts);
  }

  /** Facts: feedback and outcome. */
  @Transaction()
  @Returns('string')
  answerFeedback(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'feedback.answered', facts);
  }

  /** Facts: feedback. */
  @Transaction()
  @Returns('string')
  closeFeedback(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'feedback.closed', facts);
  }

  /** Facts: authority, object, method and intervalDays. */
  @Transaction()
  @Returns('string')
  stateSupervision(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'supervision.stated', facts);
  }

  /** Facts: authority, object, method, number and finding. */
  @Transaction()
  @Returns('string')
  lookAt(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'supervision.looked', facts);
  }
}
