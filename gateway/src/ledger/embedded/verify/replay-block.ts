import { applyEntry, LedgerError, parseEntry, type Entry } from '@lianpiao/chaincode/domain';
import { MAX_ENTRY_AGE_MS } from '../../block';
import type { CheckedBlock } from './check-block';
import { checkTransaction, readTransactions } from './check-transactions';
import { BadRecord } from './findings';
import type { ReplayState } from './replay-state';
import type { WalkedEntry } from './walked-entry';

/**
 * Executes a block's entries again, each by the rule of its type and in the name of whoever signed it.
 * @throws BadRecord for the first that does not hold; the state is then worth nothing.
 */
export function replayBlock(block: CheckedBlock, transactionsText: string, state: ReplayState): WalkedEntry[] {
  const walked: WalkedEntry[] = [];
  state.now = Date.parse(block.header.time);
  state.txId = String(block.header.number);
  for (const transaction of readTransactions(transactionsText, block)) {
    const texts = checkTransaction(transaction, block, walked.length, state);
    state.caller = transaction.caller;
    for (const text of texts) {
      const sequence = block.header.first + walked.length;
      state.sequence = sequence;
      walked.push({ sequence, block: block.header.number, entry: replayEntry(text, block, sequence, state), text });
    }
  }
  return walked;
}

function replayEntry(text: string, block: CheckedBlock, sequence: number, state: ReplayState): Entry {
  const place = { block: block.header.number, sequence };
  try {
    const entry = parseEntry(JSON.parse(text));
    const age = Date.parse(block.header.time) - Date.parse(entry.time);
    if (!(age >= 0 && age <= MAX_ENTRY_AGE_MS))
      throw new BadRecord('entry-malformed', place, "its time does not fit the block's");
    if (applyEntry(state, entry) !== text) throw new BadRecord('entry-malformed', place, 'its text is not canonical');
    return entry;
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadRecord('entry-malformed', place, 'it is no JSON');
    if (error instanceof LedgerError) {
      throw new BadRecord('entry-refused', place, `${error.code} ${error.detail.path ?? ''}`.trim());
    }
    throw error;
  }
}
