import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { eraseRecord } from '../fabric/erase-record';
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

  /** Facts: act and subject, with txId, chunk and index of the record to erase; see {@link eraseRecord}. */
  @Transaction()
  @Returns('string')
  erase(ctx: LedgerContext, facts: string): Promise<string> {
    return eraseRecord(ctx, facts);
  }
}
