import type { Client, Endorser } from 'fabric-common';
import { ChannelError } from './channel-error';
import type { DeliveredBlock, PrivateWrites } from './fabric-channel';

/** Messages of the peer's Deliver service as the client's gRPC classes give them. */
interface DeliverResponse {
  readonly Type: string;
  readonly status?: string;
  readonly block_and_private_data?: {
    readonly block: {
      readonly header: { readonly number: unknown; readonly previous_hash: Buffer; readonly data_hash: Buffer };
      readonly data: { readonly data: readonly Buffer[] };
      readonly metadata: { readonly metadata: readonly Buffer[] };
    };
    readonly private_data_map: Readonly<Record<string, PrivateSet>>;
  };
}

interface PrivateSet {
  readonly ns_pvt_rwset: readonly {
    readonly namespace: string;
    readonly collection_pvt_rwset: readonly { readonly collection_name: string; readonly rwset: Buffer }[];
  }[];
}

interface DeliverStream extends AsyncIterable<DeliverResponse> {
  write(envelope: object): void;
  cancel(): void;
}

/** A connected eventer's gRPC service, which the client's types do not show. */
interface DeliverService {
  deliverWithPrivateData(): DeliverStream;
}

/**
 * Blocks with their private data from the peer behind an endorser. The client's own listeners give decoded blocks only;
 * a follower that recomputes hashes needs the bytes, so this asks the same service itself.
 */
export async function* deliverBlocks(
  client: Client,
  endorser: Endorser,
  envelope: object,
  signal: AbortSignal,
): AsyncIterable<DeliveredBlock> {
  const eventer = client.newEventer('blocks', endorser.mspid);
  try {
    await eventer.connect(endorser.endpoint);
    const stream = (eventer as unknown as { service: DeliverService }).service.deliverWithPrivateData();
    const stop = (): void => stream.cancel();
    signal.addEventListener('abort', stop, { once: true });
    try {
      stream.write(envelope);
      for await (const response of stream) yield readResponse(response);
    } finally {
      signal.removeEventListener('abort', stop);
      stream.cancel();
    }
  } catch (error) {
    if (!signal.aborted) throw toReadError(error);
  } finally {
    eventer.disconnect();
  }
}

function toReadError(error: unknown): ChannelError {
  if (error instanceof ChannelError) return error;
  return new ChannelError({ stage: 'read', problem: 'unavailable', messages: [String(error)] }, { cause: error });
}

/** @throws ChannelError when the peer ends the stream with a status. */
function readResponse({ status, block_and_private_data: delivered }: DeliverResponse): DeliveredBlock {
  if (delivered === undefined) {
    throw new ChannelError({ stage: 'read', problem: 'refused', messages: [status ?? 'no block'] });
  }
  const { header, data, metadata } = delivered.block;
  return {
    number: Number(String(header.number)),
    previousHash: header.previous_hash,
    dataHash: header.data_hash,
    data: data.data,
    metadata: metadata.metadata,
    privateData: new Map(Object.entries(delivered.private_data_map).map(([index, set]) => [numberOf(index), readPrivate(set)])),
  };
}

const KEY_BYTES = 8;

/** A 64-bit key of a map: decimal, or eight characters with the bytes of the number, the lowest first (protobufjs). */
function numberOf(key: string): number {
  if (/^\d+$/.test(key)) return Number(key);
  return key.length === KEY_BYTES ? Number(Buffer.from(key, 'latin1').readBigUInt64LE()) : Number.NaN;
}

function readPrivate({ ns_pvt_rwset: namespaces }: PrivateSet): PrivateWrites[] {
  return namespaces.flatMap(({ namespace, collection_pvt_rwset: collections }) =>
    collections.map(({ collection_name: collection, rwset }) => ({ namespace, collection, rwset })),
  );
}
