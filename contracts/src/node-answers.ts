import type { BlockReference, CheckpointAnchored } from './anchor-chain';
import { AnchorError } from './anchor-errors';
import { CHECKPOINT_ANCHORED_TOPIC, parseCheckpointAnchored } from './anchor-interface';
import type { Address, ChainHash } from './values';
import { parseAddress, parseChainHash } from './values';

/** Readers of what a node answered. Each returns a checked value or throws CHAIN_ANSWER_INVALID naming the field. */
export type Fields = Readonly<Record<string, unknown>>;

const MAX_QUANTITY = /^0x[0-9a-f]{1,64}$/i;

function invalid(what: string): AnchorError {
  return new AnchorError('CHAIN_ANSWER_INVALID', what);
}

/** An object. */
export function readFields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(what);
  return value as Fields;
}

/** An array. */
export function readList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(what);
  return value as unknown[];
}

/** A number as `0x` and hexadecimal, at most 256 bits. */
export function readQuantity(value: unknown, what: string): bigint {
  if (typeof value !== 'string' || !MAX_QUANTITY.test(value)) throw invalid(what);
  return BigInt(value);
}

/** Bytes as `0x` and an even number of hexadecimal characters. */
export function readBytes(value: unknown, what: string): string {
  if (typeof value !== 'string' || !/^0x([0-9a-f]{2})*$/i.test(value)) throw invalid(what);
  return value.toLowerCase();
}

/** A transaction's or a block's hash. */
export function readHash(value: unknown, what: string): ChainHash {
  const hash = parseChainHash(value);
  if (hash === undefined) throw invalid(what);
  return hash;
}

/** Number and hash of a block, under the names a block uses for itself. */
export function readBlock(value: unknown): BlockReference & { readonly baseFeePerGas: unknown } {
  const block = readFields(value, 'block');
  return {
    number: readQuantity(block['number'], 'block.number'),
    hash: readHash(block['hash'], 'block.hash'),
    baseFeePerGas: block['baseFeePerGas'],
  };
}

/** Number and hash of the block that something stands in, under the names that receipts and logs use. */
export function readPlace(fields: Fields): BlockReference {
  return {
    number: readQuantity(fields['blockNumber'], 'blockNumber'),
    hash: readHash(fields['blockHash'], 'blockHash'),
  };
}

/** The CheckpointAnchored events of one contract among log entries; entries of others are passed over. */
export function readEvents(logs: unknown, contract: Address): CheckpointAnchored[] {
  return readList(logs, 'logs').flatMap((value) => {
    const log = readFields(value, 'log');
    const topics = readList(log['topics'], 'log.topics').map((topic) => readBytes(topic, 'log.topics'));
    const ours = parseAddress(log['address']) === contract && topics[0] === CHECKPOINT_ANCHORED_TOPIC;
    if (!ours || log['removed'] === true) return [];
    const checkpoint = parseCheckpointAnchored(topics, readBytes(log['data'], 'log.data'));
    if (checkpoint === undefined) throw invalid('log.data');
    return [{ ...checkpoint, block: readPlace(log), transaction: readHash(log['transactionHash'], 'log.transactionHash') }];
  });
}
