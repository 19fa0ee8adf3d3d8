import { credentials, Client } from '@grpc/grpc-js';
import { connect, hash, type Gateway, type Contract, type Transaction } from '@hyperledger/fabric-gateway';
import { common, peer, type ledger } from '@hyperledger/fabric-protos';
import { ChannelError, type Stage } from './channel-error';
import {
  DEADLINES,
  type DeliveredBlock,
  type Endorsed,
  type FabricChannel,
  type FabricIdentity,
  type PrivateWrites,
  type Proposal,
} from './fabric-channel';
import { gatewayDeniers, gatewayFault } from './gateway-faults';
import { signForFabric } from './native-signer';
import { organisationOf, tlsCaOf, type FabricNetwork } from './network-file';
import { RECONNECT } from './network-profile';
import { validationName } from './parse-block';
import { throwUnderstood } from './peer-words';

/** Blocks and answers of 10 MB and more: the channel's own limit is that of a block. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** A channel through `@hyperledger/fabric-gateway` and one gRPC connection to a peer's Gateway service (Fabric ≥ 2.4). */
export class GatewayChannel implements FabricChannel {
  readonly #network: FabricNetwork;
  readonly #reader: FabricIdentity;
  readonly #client: Client;
  readonly #gateways = new Map<FabricIdentity, Gateway>();

  /** @param reader in whose name blocks are read: its MSP's peer is the one that is asked for everything. */
  constructor(network: FabricNetwork, reader: FabricIdentity) {
    this.#network = network;
    this.#reader = reader;
    const { peer: endpoint } = organisationOf(network, reader.mspId);
    this.#client = new Client(endpoint.endpoint, credentials.createSsl(tlsCaOf(endpoint)), {
      'grpc.ssl_target_name_override': endpoint.tlsName,
      'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
      'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
      'grpc.keepalive_time_ms': 60_000,
      ...RECONNECT,
    });
  }

  async endorse(identity: FabricIdentity, proposal: Proposal): Promise<Endorsed> {
    const proposed = this.#contract(identity, this.#network.chaincode).newProposal(proposal.transaction, {
      arguments: [...proposal.args],
      transientData: { ...proposal.transient },
      endorsingOrganizations: [...proposal.endorsers],
    });
    const txId = proposed.getTransactionId();
    const transaction = await attempt('endorse', txId, () => proposed.endorse()).catch((error: unknown) =>
      throwUnderstood(error, gatewayDeniers, this.#reader.mspId, () => this.height()),
    );
    return {
      txId,
      answer: Buffer.from(transaction.getResult()).toString('utf8'),
      submit: () => submit(transaction, txId),
    };
  }

  async find(txId: string): Promise<string | undefined> {
    try {
      const bytes = await this.#query('GetTransactionByID', this.#network.channel, txId);
      return validationName(peer.ProcessedTransaction.deserializeBinary(bytes).getValidationcode());
    } catch (error) {
      if (error instanceof ChannelError && error.problem === 'refused') return undefined;
      throw error;
    }
  }

  async height(): Promise<number> {
    const bytes = await this.#query('GetChainInfo', this.#network.channel);
    return common.BlockchainInfo.deserializeBinary(bytes).getHeight();
  }

  async *blocks(from: number, signal: AbortSignal): AsyncIterable<DeliveredBlock> {
    const network = this.#gateway(this.#reader).getNetwork(this.#network.channel);
    const events = await attempt('read', undefined, () => network.getBlockAndPrivateDataEvents({ startBlock: BigInt(from) }));
    const stop = (): void => {
      events.close();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const delivered of events) yield readDelivered(delivered);
    } catch (error) {
      if (!signal.aborted) throw gatewayFault('read', undefined, error);
    } finally {
      signal.removeEventListener('abort', stop);
      events.close();
    }
  }

  close(): void {
    for (const gateway of this.#gateways.values()) gateway.close();
    this.#client.close();
  }

  #query(name: string, ...args: string[]): Promise<Uint8Array> {
    return attempt('read', undefined, () => this.#contract(this.#reader, 'qscc').evaluateTransaction(name, ...args));
  }

  #contract(identity: FabricIdentity, chaincode: string): Contract {
    return this.#gateway(identity).getNetwork(this.#network.channel).getContract(chaincode);
  }

  #gateway(identity: FabricIdentity): Gateway {
    let gateway = this.#gateways.get(identity);
    if (gateway === undefined) {
      gateway = connect({
        client: this.#client,
        identity: { mspId: identity.mspId, credentials: Buffer.from(identity.certificate) },
        // The message itself goes to OpenSSL, which hashes and signs it in one step.
        hash: hash.none,
        signer: (message) => Promise.resolve(signForFabric(identity.key, message)),
        evaluateOptions: () => ({ deadline: Date.now() + DEADLINES.read }),
        endorseOptions: () => ({ deadline: Date.now() + DEADLINES.endorse }),
        submitOptions: () => ({ deadline: Date.now() + DEADLINES.submit }),
      });
      this.#gateways.set(identity, gateway);
    }
    return gateway;
  }
}

async function submit(transaction: Transaction, txId: string): Promise<void> {
  await attempt('submit', txId, () => transaction.submit());
}

async function attempt<Result>(stage: Stage, txId: string | undefined, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw gatewayFault(stage, txId, error);
  }
}

function readDelivered(delivered: peer.BlockAndPrivateData): DeliveredBlock {
  const block = delivered.getBlock();
  const [header, data, metadata] = [block?.getHeader(), block?.getData(), block?.getMetadata()];
  if (header === undefined || data === undefined || metadata === undefined) {
    throw new ChannelError({ stage: 'read', problem: 'refused', messages: ['a block without its parts'] });
  }
  const privateData = new Map<number, PrivateWrites[]>();
  delivered.getPrivateDataMapMap().forEach((set, index) => {
    privateData.set(index, readPrivate(set));
  });
  return {
    number: header.getNumber(),
    previousHash: header.getPreviousHash_asU8(),
    dataHash: header.getDataHash_asU8(),
    data: data.getDataList_asU8(),
    metadata: metadata.getMetadataList_asU8(),
    privateData,
  };
}

function readPrivate(set: ledger.rwset.TxPvtReadWriteSet): PrivateWrites[] {
  return set.getNsPvtRwsetList().flatMap((namespace) =>
    namespace.getCollectionPvtRwsetList().map((collection) => ({
      namespace: namespace.getNamespace(),
      collection: collection.getCollectionName(),
      rwset: collection.getRwset_asU8(),
    })),
  );
}
