import { Info, Returns, Transaction } from 'fabric-contract-api';
import { canonicalJson, LedgerError, stateKeys } from '../domain';
import { LedgerContract } from '../fabric/base-contract';
import { LedgerContext } from '../fabric/ledger-context';
import { loadHandover, readProgress, requireAllLoaded } from '../fabric/load-handover';
import { recordEntry } from '../fabric/record-entry';

/**
 * A channel that goes on from another ledger: the bureau begins, brings the state in pages, and closes; see
 * docs/decisions/2026-11-22-hand-over-to-fabric.md. While it lasts every other transaction is refused.
 */
@Info({ title: 'handover', description: 'A ledger that goes on on this channel' })
export class HandoverContract extends LedgerContract {
  constructor() {
    super('handover');
  }

  /** The channel's first entry. Facts: origin, size, root and lastBlock of the ledger that ends. */
  @Transaction()
  @Returns('string')
  async begin(ctx: LedgerContext, facts: string): Promise<string> {
    if ((await ctx.state.committed(stateKeys.genesis)) !== undefined)
      throw new LedgerError('HANDOVER_STATE_WRONG', { rule: 'empty-channel' });
    return recordEntry(ctx, 'ledger.handed-over', facts);
  }

  /** The number of a page; its values are transient. See {@link loadHandover}. */
  @Transaction()
  @Returns('string')
  load(ctx: LedgerContext, page: string): Promise<string> {
    return loadHandover(ctx, page);
  }

  /** Opens the ledger. Facts: pages, digest over them, and how many references of erased invoices they hold. */
  @Transaction()
  @Returns('string')
  async close(ctx: LedgerContext, facts: string): Promise<string> {
    await requireAllLoaded(ctx, facts);
    return recordEntry(ctx, 'ledger.taken-over', facts);
  }

  /** What is being handed over, and how far it is; null for a ledger that began here. */
  @Transaction(false)
  @Returns('string')
  async status(ctx: LedgerContext): Promise<string> {
    const handover = await ctx.state.committed(stateKeys.handover);
    return canonicalJson(handover === undefined ? null : { handover, progress: await readProgress(ctx) });
  }
}
