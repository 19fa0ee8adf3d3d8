import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** Receipts of use, query templates and exports; arguments and answers as in {@link recordEntry}. */
@Info({ title: 'usage', description: 'Usage receipts of both sides, query templates, and what was said about exports' })
export class UsageContract extends LedgerContract {
  constructor() {
    super('usage');
  }

  /** Facts: grant, first, count and root. */
  @Transaction()
  @Returns('string')
  provideReceipts(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'receipt.provided', facts);
  }

  /** Facts: grant, first, count and root. */
  @Transaction()
  @Returns('string')
  acknowledgeReceipts(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'receipt.acknowledged', facts);
  }

  /** Facts: grant, first, count and the consumer's own root. */
  @Transaction()
  @Returns('string')
  disputeReceipts(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'receipt.disputed', facts);
  }

  /** Facts: template, version and resource. */
  @Transaction()
  @Returns('string')
  approveTemplate(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'template.approved', facts);
  }

  /** Facts: template. */
  @Transaction()
  @Returns('string')
  withdrawTemplate(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'template.withdrawn', facts);
  }

  /** Facts: grant, run and result. */
  @Transaction()
  @Returns('string')
  permitExport(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'export.permitted', facts);
  }

  /** Facts: grant, run and result. */
  @Transaction()
  @Returns('string')
  refuseExport(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'export.refused', facts);
  }
}
