import { Info, Returns, Transaction } from 'fabric-contract-api';
import { canonicalJson } from '../domain';
import { LedgerContract } from '../fabric/base-contract';
import { issueBatch } from '../fabric/issue-batch';
import { LedgerContext } from '../fabric/ledger-context';

/** Invoices. All that is said of them is private, so they travel as transient data. */
@Info({ title: 'invoice', description: 'Invoices' })
export class InvoiceContract extends LedgerContract {
  constructor() {
    super('invoice');
  }

  /** Issues the transient list `batch`; answers with a JSON list of verdicts in its order. See {@link issueBatch}. */
  @Transaction()
  @Returns('string')
  async issue(ctx: LedgerContext): Promise<string> {
    return canonicalJson(await issueBatch(ctx));
  }
}
