import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/** Administrative acts outside the ledger's own rules; arguments and answers as in {@link recordEntry}. */
@Info({ title: 'act', description: 'Administrative acts' })
export class ActContract extends LedgerContract {
  constructor() {
    super('act');
  }

  /** Facts: act, for example `api-key.created`, and subject, the id of what it was done to. */
  @Transaction()
  @Returns('string')
  record(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'act.recorded', facts);
  }
}
