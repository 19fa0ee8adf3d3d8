import { Interface } from 'ethers';
import type { AnchorCheckpoint } from './anchor-chain';
import type { AnchorErrorCode } from './anchor-errors';
import { ANCHOR_ABI } from './generated/anchor-artifact';
import type { Bytes32 } from './values';
import { MAX_SIZE } from './values';

/** The contract's functions, events and errors as ethers encodes and decodes them. */
export const anchorInterface = new Interface(ANCHOR_ABI);

/** First topic of every CheckpointAnchored event. */
export const CHECKPOINT_ANCHORED_TOPIC = anchorInterface.encodeFilterTopics('CheckpointAnchored', [])[0] as string;

/** Each custom error of the contract with its code; the selector decides, never a text. */
const CONTRACT_ERRORS: Readonly<Record<string, AnchorErrorCode>> = {
  LianpiaoAnchorSizeDecreased: 'ANCHOR_SIZE_DECREASED',
  LianpiaoAnchorRootConflict: 'ANCHOR_ROOT_CONFLICT',
  LianpiaoAnchorInvalidRoot: 'ANCHOR_ROOT_INVALID',
  LianpiaoAnchorUnauthorizedCaller: 'ANCHOR_CALLER_REFUSED',
  LianpiaoAnchorInvalidPublisher: 'ANCHOR_PUBLISHER_INVALID',
};

/** A refusal of the contract: its code, and the values it named as `name=value`. */
export interface Refusal {
  readonly code: AnchorErrorCode;
  readonly detail: string;
}

/** Reads revert data; undefined when it is no error of this contract. */
export function parseRefusal(data: string): Refusal | undefined {
  const parsed = decoded(() => anchorInterface.parseError(data));
  const code = parsed && CONTRACT_ERRORS[parsed.name];
  if (!code) return undefined;
  const values = parsed.fragment.inputs.map((input, index) => `${input.name}=${String(parsed.args[index])}`);
  return { code, detail: values.join(' ') };
}

/** Reads one log entry; undefined when it is no CheckpointAnchored event. */
export function parseCheckpointAnchored(topics: readonly string[], data: string): AnchorCheckpoint | undefined {
  const parsed = decoded(() => anchorInterface.parseLog({ topics, data }));
  if (parsed?.name !== 'CheckpointAnchored') return undefined;
  return { origin: fromBytes32(parsed.args[0]), size: parsed.args[1] as bigint, root: fromBytes32(parsed.args[2]) };
}

/** Call data of `anchor`. A size outside the contract's range is a mistake of the program: RangeError. */
export function encodeAnchor({ origin, size, root }: AnchorCheckpoint): string {
  if (size < 0n || size > MAX_SIZE) throw new RangeError(`A size must fit into 64 bits: ${size}.`);
  return anchorInterface.encodeFunctionData('anchor', [toBytes32(origin), size, toBytes32(root)]);
}

/** Call data of `latest`. */
export function encodeLatest(origin: Bytes32): string {
  return anchorInterface.encodeFunctionData('latest', [toBytes32(origin)]);
}

/** Reads what `latest` returned; undefined when it is not what the contract returns. */
export function decodeLatest(data: string): { size: bigint; root: Bytes32; blockNumber: bigint } | undefined {
  const values = decoded(() => anchorInterface.decodeFunctionResult('latest', data));
  return values && { size: values[0] as bigint, root: fromBytes32(values[1]), blockNumber: values[2] as bigint };
}

/** A Bytes32 as the chain writes it. */
export function toBytes32(value: Bytes32): string {
  return `0x${value}`;
}

/** Only for what ethers decoded as bytes32, which is lowercase and of the right length. */
function fromBytes32(value: unknown): Bytes32 {
  return String(value).slice(2) as Bytes32;
}

/** Ethers throws on bytes it cannot decode; to us that is an answer like any other. */
function decoded<T>(decode: () => T | null): T | undefined {
  try {
    return decode() ?? undefined;
  } catch {
    return undefined;
  }
}
