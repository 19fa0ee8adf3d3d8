import { canonicalJson, hasher, merkleRoot, parseTime, type Digest } from '@lianpiao/chaincode/domain';
import { keyIdOf, verifySignature } from '../../../crypto/keys';
import { blockHeaderText, MAX_BLOCK_ENTRIES, NO_BLOCK, type BlockHeader } from '../../block';
import { BadRecord } from './findings';

export interface BlockRow {
  readonly number: number;
  readonly first: number;
  readonly count: number;
  readonly hash: string;
  readonly reference_bits: Buffer;
  readonly header: string;
  readonly key_id: string;
  readonly signature: string;
  readonly transactions: string;
  readonly entries: string;
}

/** A block whose header, place in the chain and contents fit each other. */
export interface CheckedBlock {
  readonly header: BlockHeader;
  readonly hash: Digest;
  readonly texts: readonly string[];
}

/** What the next block has to follow. */
export interface ChainPlace {
  readonly number: number;
  readonly hash: Digest;
  readonly length: number;
  /** Time of the last block, milliseconds since 1970. */
  readonly time: number;
}

export const CHAIN_START: ChainPlace = { number: 0, hash: NO_BLOCK, length: 0, time: 0 };

/**
 * Checks one block against the one before it.
 * @param operatorKey SPKI in base64; without it signatures are left out.
 * @throws BadRecord
 */
export function checkBlock(row: BlockRow, before: ChainPlace, operatorKey: string | undefined): CheckedBlock {
  const place = { block: before.number + 1 };
  const header = readHeader(row, before.number + 1);
  const hash = hasher().sha256(row.header);
  if (hash !== row.hash) throw new BadRecord('header-changed', place, 'the header does not have its recorded hash');
  checkPlace(row, header, before);
  if (operatorKey !== undefined && !isSigned(row, operatorKey)) throw new BadRecord('operator-signature-wrong', place);
  const time = parseTime(header.time);
  if (time === undefined || time < before.time) throw new BadRecord('time-wrong', place, header.time);
  if (hasher().sha256(row.transactions) !== header.transactions) throw new BadRecord('transactions-changed', place);
  return { header, hash, texts: row.entries.split('\n') };
}

/** True when the entries are those that the header commits to. */
export function holdsEntries({ header, texts }: CheckedBlock): boolean {
  return texts.length === header.count && merkleRoot(texts.map((text) => hasher().leafHash(text))) === header.entries;
}

function readHeader(row: BlockRow, wanted: number): BlockHeader {
  const place = { block: wanted };
  let header: BlockHeader;
  try {
    header = JSON.parse(row.header) as BlockHeader;
    if (blockHeaderText(header) !== row.header) throw new Error('not canonical');
  } catch {
    throw new BadRecord('header-malformed', place);
  }
  if (row.number === header.number && row.number > wanted) throw new BadRecord('block-missing', place);
  if (row.number !== wanted || header.number !== wanted) {
    throw new BadRecord('order-wrong', place, `row ${String(row.number)} holds block ${String(header.number)}`);
  }
  return header;
}

function checkPlace(row: BlockRow, header: BlockHeader, before: ChainPlace): void {
  const place = { block: row.number };
  if (header.previous !== before.hash) throw new BadRecord('link-broken', place, 'it follows another block');
  const first = header.first === before.length && row.first === header.first;
  const count = header.count >= 1 && header.count <= MAX_BLOCK_ENTRIES && row.count === header.count;
  if (!first || !count) throw new BadRecord('position-wrong', place, `entries ${String(header.first)}, ${String(header.count)}`);
}

function isSigned(row: BlockRow, operatorKey: string): boolean {
  return row.key_id === keyIdOf(operatorKey) && verifySignature(operatorKey, row.header, row.signature);
}

/** @throws BadRecord unless the text is the canonical JSON of what it says. */
export function parseCanonical(text: string, fail: () => BadRecord): unknown {
  try {
    const value = JSON.parse(text) as Parameters<typeof canonicalJson>[0];
    if (canonicalJson(value) === text) return value;
  } catch {
    throw fail();
  }
  throw fail();
}
