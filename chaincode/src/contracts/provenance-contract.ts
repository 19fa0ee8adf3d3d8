import { Info, Returns, Transaction } from 'fabric-contract-api';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { recordEntry } from '../fabric/record-entry';

/**
 * Where contents come from, and what became of them; arguments and answers as in {@link recordEntry}. The source's signed
 * statement is part of the transient record, and every endorser verifies it.
 */
@Info({ title: 'provenance', description: 'Registered contents, their lineage and their rights' })
export class ProvenanceContract extends LedgerContract {
  constructor() {
    super('provenance');
  }

  /** Facts: digest, kind, parents, registrant and signer. */
  @Transaction()
  @Returns('string')
  register(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'provenance.registered', facts);
  }

  /** Facts: digest, event, organisation and, for a licence or a transfer, to. */
  @Transaction()
  @Returns('string')
  note(ctx: LedgerContext, facts: string): Promise<string> {
    return recordEntry(ctx, 'provenance.event', facts);
  }
}
