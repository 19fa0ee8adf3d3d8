import { stateKeys, type OrganisationState } from '@lianpiao/chaincode/domain';
import { keyIdOf, verifySignature } from '../../../crypto/keys';
import { entriesDigest, transactionText, type BlockTransaction } from '../../block';
import { holdsEntries, parseCanonical, type CheckedBlock } from './check-block';
import { BadRecord } from './findings';
import type { ReplayState } from './replay-state';

/**
 * The transactions of a block, when together they cover its entries exactly.
 * @throws BadRecord
 */
export function readTransactions(text: string, block: CheckedBlock): readonly BlockTransaction[] {
  const malformed = (): BadRecord => new BadRecord('transactions-malformed', { block: block.header.number });
  const transactions = parseCanonical(text, malformed);
  if (!Array.isArray(transactions) || !transactions.every(isTransaction)) throw malformed();
  if (transactions.reduce((sum, { count }) => sum + count, 0) !== block.header.count) throw malformed();
  if (!holdsEntries(block)) throw entriesChanged(block, transactions);
  return transactions;
}

function isTransaction(value: unknown): value is BlockTransaction {
  if (typeof value !== 'object' || value === null) return false;
  const { caller, count, entries, keyId, signature } = value as Partial<Record<keyof BlockTransaction, unknown>>;
  return [caller, entries, keyId, signature].every((text) => typeof text === 'string') && Number.isSafeInteger(count);
}

/** Names as few entries as the signed digests allow. */
function entriesChanged({ header, texts }: CheckedBlock, transactions: readonly BlockTransaction[]): BadRecord {
  const place = { block: header.number, sequence: header.first, to: header.first + header.count - 1 };
  if (texts.length !== header.count) return new BadRecord('entries-changed', place);
  for (let start = 0, at = 0; at < transactions.length; at += 1) {
    const { count, entries } = transactions[at] as BlockTransaction;
    if (entriesDigest(texts.slice(start, start + count)) !== entries) {
      const from = header.first + start;
      return new BadRecord('entries-changed', { block: header.number, sequence: from, to: from + count - 1 });
    }
    start += count;
  }
  return new BadRecord('entries-changed', place);
}

/**
 * Checks one transaction against the key that its caller had in the state before it; the first one of a ledger is signed
 * by the key that it brings itself.
 * @throws BadRecord
 */
export function checkTransaction(
  transaction: BlockTransaction,
  block: CheckedBlock,
  start: number,
  state: ReplayState,
): readonly string[] {
  const { header } = block;
  const texts = block.texts.slice(start, start + transaction.count);
  const sequence = header.first + start;
  const place = { block: header.number, sequence, to: sequence + transaction.count - 1 };
  const key = keyOf(transaction.caller, state) ?? (sequence === 0 ? keyInGenesis(texts[0] ?? '', transaction.caller) : undefined);
  if (key === undefined || keyIdOf(key) !== transaction.keyId) throw new BadRecord('transaction-key-unknown', place);
  const digest = entriesDigest(texts);
  const signed = transactionText(transaction.caller, header.time, digest);
  if (digest !== transaction.entries || !verifySignature(key, signed, transaction.signature)) {
    throw new BadRecord('transaction-signature-wrong', place);
  }
  return texts;
}

function keyOf(caller: string, state: ReplayState): string | undefined {
  return state.get<OrganisationState>(stateKeys.organisation(caller))?.publicKey;
}

function keyInGenesis(text: string, caller: string): string | undefined {
  try {
    const { organisation, publicKey } = JSON.parse(text) as { organisation?: unknown; publicKey?: unknown };
    return organisation === caller && typeof publicKey === 'string' ? publicKey : undefined;
  } catch {
    return undefined;
  }
}
