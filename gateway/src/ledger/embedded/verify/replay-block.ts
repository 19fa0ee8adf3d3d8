import { applyEntry, checkDeviceSignature, LedgerError, parseEntry, type Entry } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../../crypto/log-keys';
import { MAX_ENTRY_AGE_MS } from '../../block';
import type { CheckedBlock } from './check-block';
import { checkTransaction, readTransactions } from './check-transactions';
import { BadRecord } from './findings';
import type { ReplayState } from './replay-state';
import type { Place } from './report';
import type { WalkedEntry } from './walked-entry';

/**
 * Executes a block's entries again, each by the rule of its type and in the name of whoever signed it.
 * @throws BadRecord for the first that does not hold; the state is then worth nothing.
 */
export function replayBlock(block: CheckedBlock, transactionsText: string, state: ReplayState): WalkedEntry[] {
  state.now = Date.parse(block.header.time);
  state.txId = String(block.header.number);
  return walkTransactions(block, transactionsText, state, replayEntry);
}

/**
 * Reads a block's entries whose replay held before: digests and signatures are checked, the rules are not asked again.
 * @throws BadRecord
 */
export function readBlock(block: CheckedBlock, transactionsText: string, state: ReplayState): WalkedEntry[] {
  return walkTransactions(block, transactionsText, state, readEntry);
}

type TakeEntry = (text: string, block: CheckedBlock, sequence: number, state: ReplayState) => Entry;

function walkTransactions(block: CheckedBlock, text: string, state: ReplayState, take: TakeEntry): WalkedEntry[] {
  const walked: WalkedEntry[] = [];
  for (const transaction of readTransactions(text, block)) {
    const texts = checkTransaction(transaction, block, walked.length, state);
    state.caller = transaction.caller;
    for (const entryText of texts) {
      const sequence = block.header.first + walked.length;
      state.sequence = sequence;
      walked.push({ sequence, block: block.header.number, entry: take(entryText, block, sequence, state), text: entryText });
    }
  }
  return walked;
}

function readEntry(text: string, block: CheckedBlock, sequence: number): Entry {
  try {
    return JSON.parse(text) as Entry;
  } catch {
    throw new BadRecord('entry-malformed', { block: block.header.number, sequence }, 'it is no JSON');
  }
}

function replayEntry(text: string, block: CheckedBlock, sequence: number, state: ReplayState): Entry {
  const place = { block: block.header.number, sequence };
  try {
    const entry = parseEntry(JSON.parse(text));
    checkTime(Date.parse(entry.time), Date.parse(block.header.time), state, place);
    checkDeviceSignature(state, entry, nodeSignatures);
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

/** Entries of a mirror are as old as their transactions; a group of an embedded ledger waits for its turn, and no longer. */
function checkTime(time: number, blockTime: number, state: ReplayState, place: Place): void {
  const oldest = state.mirrored ? 0 : blockTime - MAX_ENTRY_AGE_MS;
  if (!(time >= oldest && time <= blockTime)) throw new BadRecord('entry-malformed', place, "its time does not fit the block's");
  if (state.mirrored) state.now = time;
}
