import { stateKeys, type OrganisationState } from '@lianpiao/chaincode/domain';
import { keyIdOf, verifySignature } from '../../../crypto/keys';
import { entriesDigest, transactionText, type BlockTransaction, type MirroredTransaction } from '../../block';
import { holdsEntries, parseCanonical, type CheckedBlock } from './check-block';
import { BadRecord } from './findings';
import type { ReplayState } from './replay-state';

/** Entries of one caller: signed by it here, or, in the mirror of a Fabric channel, vouched for by the endorsers there. */
export type WalkedTransaction = BlockTransaction | MirroredTransaction;

/** True when whoever vouches for the entries did so in a block of a Fabric channel. */
export function isMirrored(transaction: WalkedTransaction): transaction is MirroredTransaction {
  return 'txId' in transaction;
}

/**
 * The transactions of a block, when together they cover its entries exactly.
 * @throws BadRecord
 */
export function readTransactions(text: string, block: CheckedBlock): readonly WalkedTransaction[] {
  const malformed = (): BadRecord => new BadRecord('transactions-malformed', { block: block.header.number });
  const transactions = parseCanonical(text, malformed);
  if (!Array.isArray(transactions) || !transactions.every(isTransaction)) throw malformed();
  if (transactions.reduce((sum, { count }) => sum + count, 0) !== block.header.count) throw malformed();
  if (!holdsEntries(block)) throw entriesChanged(block, transactions);
  return transactions;
}

type Members = Partial<Record<keyof BlockTransaction | keyof MirroredTransaction, unknown>>;

function isTransaction(value: unknown): value is WalkedTransaction {
  if (typeof value !== 'object' || value === null) return false;
  const { caller, count, entries, keyId, signature, block, mspId, txId } = value as Members;
  const voucher = 'txId' in value ? [mspId, txId] : [keyId, signature];
  const counts = 'txId' in value ? [count, block] : [count];
  return [caller, entries, ...voucher].every((text) => typeof text === 'string') && counts.every(Number.isSafeInteger);
}

/** Names as few entries as the signed digests allow. */
function entriesChanged({ header, texts }: CheckedBlock, transactions: readonly WalkedTransaction[]): BadRecord {
  const place = { block: header.number, sequence: header.first, to: header.first + header.count - 1 };
  if (texts.length !== header.count) return new BadRecord('entries-changed', place);
  for (let start = 0, at = 0; at < transactions.length; at += 1) {
    const { count, entries } = transactions[at] as WalkedTransaction;
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
 * by the key that it brings itself. Of a mirrored one only the digest can be checked here.
 * @throws BadRecord
 */
export function checkTransaction(
  transaction: WalkedTransaction,
  block: CheckedBlock,
  start: number,
  state: ReplayState,
): readonly string[] {
  const { header } = block;
  const texts = block.texts.slice(start, start + transaction.count);
  const sequence = header.first + start;
  const place = { block: header.number, sequence, to: sequence + transaction.count - 1 };
  const digest = entriesDigest(texts);
  if (isMirrored(transaction)) {
    // Only the folder of a mirror may do without signatures.
    if (!state.mirrored || digest !== transaction.entries) throw new BadRecord('transaction-signature-wrong', place);
    return texts;
  }
  const key = keyOf(transaction.caller, state) ?? keyInGenesis(sequence, texts[0], transaction.caller);
  if (key === undefined || keyIdOf(key) !== transaction.keyId) throw new BadRecord('transaction-key-unknown', place);
  const signed = transactionText(transaction.caller, header.time, digest);
  if (digest !== transaction.entries || !verifySignature(key, signed, transaction.signature)) {
    throw new BadRecord('transaction-signature-wrong', place);
  }
  return texts;
}

function keyOf(caller: string, state: ReplayState): string | undefined {
  return state.get<OrganisationState>(stateKeys.organisation(caller))?.publicKey;
}

function keyInGenesis(sequence: number, text: string | undefined, caller: string): string | undefined {
  if (sequence !== 0 || text === undefined) return undefined;
  try {
    const { organisation, publicKey } = JSON.parse(text) as { organisation?: unknown; publicKey?: unknown };
    return organisation === caller && typeof publicKey === 'string' ? publicKey : undefined;
  } catch {
    return undefined;
  }
}
