import { common, peer as peers } from '@hyperledger/fabric-protos';
import {
  User,
  type Channel,
  type Client,
  type Committer,
  type Endorsement,
  type Endorser,
  type IdentityContext,
  type Query,
} from 'fabric-common';
import { Gateway } from 'fabric-network';
import { ChannelError } from './channel-error';
import {
  DEADLINES,
  type DeliveredBlock,
  type Endorsed,
  type FabricChannel,
  type FabricIdentity,
  type Proposal,
} from './fabric-channel';
import { signForFabric } from './native-signer';
import { deliverBlocks } from './network-blocks';
import { NetworkConnections } from './network-connections';
import { agreedAnswer, inTime, networkDeniers } from './network-faults';
import { connectionProfile } from './network-profile';
import type { FabricNetwork } from './network-file';
import { submitToOrderers } from './network-submit';
import { validationName } from './parse-block';
import { throwUnderstood } from './peer-words';

/** What the client's types leave out: the bytes that are to be signed go out and the signature comes in. */
interface Signable {
  sign(signature: Buffer): unknown;
}

/**
 * A channel through `fabric-network`, which talks to peers and orderers itself and needs no Gateway service (any Fabric 2).
 * Discovery is off: who endorses is ours to say, and where they are stands in network.json. Every signature is made by
 * OpenSSL; the client's own signer (elliptic) is never used.
 */
export class NetworkChannel implements FabricChannel {
  readonly #network: FabricNetwork;
  readonly #reader: FabricIdentity;
  readonly #gateway: Gateway;
  readonly #channel: Channel;
  readonly #connections = new NetworkConnections();
  /** The one that took the last transaction first. */
  readonly #committers: Committer[];

  constructor(network: FabricNetwork, reader: FabricIdentity, gateway: Gateway, channel: Channel) {
    this.#network = network;
    this.#reader = reader;
    this.#gateway = gateway;
    this.#channel = channel;
    this.#committers = [...channel.getCommitters()];
  }

  async endorse(identity: FabricIdentity, { transaction, args, transient, endorsers }: Proposal): Promise<Endorsed> {
    const context = this.#contextOf(identity);
    const endorsement = this.#channel.newEndorsement(this.#network.chaincode);
    sign(
      endorsement,
      identity,
      endorsement.build(context, { fcn: transaction, args: [...args], transientMap: { ...transient } }),
    );
    const txId = endorsement.getTransactionId();
    const targets = endorsers.flatMap((mspId) => this.#endorsersOf(mspId).slice(0, 1));
    const answer = await this.#ask('endorse', txId, targets, endorsement).catch((error: unknown) =>
      throwUnderstood(error, networkDeniers, this.#reader.mspId, () => this.height()),
    );
    const commit = endorsement.newCommit();
    sign(commit, identity, commit.build(context));
    const envelope = commit.getSignedEnvelope() as Buffer;
    return {
      txId,
      answer: answer.toString('utf8'),
      submit: () => submitToOrderers(this.#committers, this.#connections, envelope, txId),
    };
  }

  async find(txId: string): Promise<string | undefined> {
    try {
      const bytes = await this.#query('GetTransactionByID', this.#network.channel, txId);
      return validationName(peers.ProcessedTransaction.deserializeBinary(bytes).getValidationcode());
    } catch (error) {
      if (error instanceof ChannelError && error.problem === 'refused') return undefined;
      throw error;
    }
  }

  async height(): Promise<number> {
    return common.BlockchainInfo.deserializeBinary(await this.#query('GetChainInfo', this.#network.channel)).getHeight();
  }

  async *blocks(from: number, signal: AbortSignal): AsyncIterable<DeliveredBlock> {
    const service = this.#channel.newEventService('blocks');
    const request = service.build(this.#contextOf(this.#reader), { blockType: 'private', startBlock: from });
    sign(service, this.#reader, request);
    yield* deliverBlocks(this.#client, this.#endorserHere(), service.getSignedEnvelope() as object, signal);
  }

  close(): void {
    this.#gateway.disconnect();
    this.#client.close();
  }

  get #client(): Client {
    return this.#channel.client;
  }

  #query(name: string, ...args: string[]): Promise<Buffer> {
    const query = this.#channel.newQuery('qscc');
    sign(query, this.#reader, query.build(this.#contextOf(this.#reader), { fcn: name, args }));
    return this.#ask('read', undefined, [this.#endorserHere()], query);
  }

  /** Sends a signed proposal to peers; their common answer. */
  #ask(stage: 'endorse' | 'read', txId: string | undefined, targets: Endorser[], proposal: Endorsement | Query): Promise<Buffer> {
    const requestTimeout = DEADLINES[stage];
    return inTime({ stage, milliseconds: requestTimeout, ...(txId === undefined ? {} : { txId }) }, async () => {
      await this.#connections.ensure(targets);
      return agreedAnswer(stage, txId, await proposal.send({ targets, requestTimeout }));
    });
  }

  /** A new one for every transaction: it keeps the transaction's id and nonce. */
  #contextOf({ organisation, mspId, certificate }: FabricIdentity): IdentityContext {
    return this.#client.newIdentityContext(User.createUser(organisation, '', mspId, certificate));
  }

  #endorserHere(): Endorser {
    return this.#endorsersOf(this.#reader.mspId)[0] as Endorser;
  }

  #endorsersOf(mspId: string): Endorser[] {
    const found = this.#channel.getEndorsers(mspId);
    if (found.length === 0)
      throw new ChannelError({ stage: 'endorse', problem: 'unavailable', messages: [`no peer of ${mspId}`] });
    return found;
  }
}

/**
 * Connects to the peers and orderers of a network; those that are away are tried again when they are needed.
 * @throws ChannelError of stage `connect`.
 */
export async function openNetworkChannel(network: FabricNetwork, reader: FabricIdentity): Promise<NetworkChannel> {
  const gateway = new Gateway();
  const privateKey = reader.key.export({ format: 'pem', type: 'pkcs8' }).toString();
  const credentials = { certificate: reader.certificate, privateKey };
  const identity = { type: 'X.509', mspId: reader.mspId, credentials };
  const profile = connectionProfile(network, reader.mspId);
  try {
    const channel = await inTime({ stage: 'connect', milliseconds: DEADLINES.connect }, async () => {
      await gateway.connect(profile, { identity, discovery: { enabled: false } });
      return (await gateway.getNetwork(network.channel)).getChannel();
    });
    return new NetworkChannel(network, reader, gateway, channel);
  } catch (error) {
    gateway.disconnect();
    throw error;
  }
}

function sign(action: Signable, { key }: FabricIdentity, payload: Uint8Array): void {
  action.sign(signForFabric(key, payload));
}
