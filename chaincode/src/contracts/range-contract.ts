import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** Invoice numbers on their way from the bureau to the tills; arguments and answers as in {@link recordEntry}. */
@Info({ title: 'range', description: 'Ranges of invoice numbers' })
export class RangeContract extends LedgerContract {
  constructor() {
    super('range');
  }

  /** Facts: seller, prefix, from and to. */
  @Transaction()
  @Returns('string')
  allot(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'range.allotted', facts);
  }

  /** Facts: till, prefix, from and to. */
  @Transaction()
  @Returns('string')
  assign(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'range.assigned', facts);
  }
}
