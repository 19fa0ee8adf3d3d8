import { status } from '@grpc/grpc-js';
import { common, peer as peers } from '@hyperledger/fabric-protos';
import {
  User,
  type Channel,
  type Client,
  type Commit,
  type Committer,
  type Endorser,
  type IdentityContext,
  type ProposalResponse,
} from 'fabric-common';
import { Gateway } from 'fabric-network';
import { ChannelError, type Problem, type Stage } from './channel-error';
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
import { connectionProfile } from './network-profile';
import type { FabricNetwork } from './network-file';
import { validationName } from './parse-block';

const REFUSED_FROM = 400;

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

  constructor(network: FabricNetwork, reader: FabricIdentity, gateway: Gateway, channel: Channel) {
    this.#network = network;
    this.#reader = reader;
    this.#gateway = gateway;
    this.#channel = channel;
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
    const answers = await attempt('endorse', () => endorsement.send({ targets, requestTimeout: DEADLINES.endorse }));
    const answer = agreedAnswer(answers, 'endorse').toString('utf8');
    const commit = endorsement.newCommit();
    sign(commit, identity, commit.build(context));
    return { txId, answer, submit: () => this.#submit(commit, txId) };
  }

  async #submit(commit: Commit, txId: string): Promise<void> {
    const targets: Committer[] = this.#channel.getCommitters();
    const taken = (await attempt('submit', () => commit.send({ targets, requestTimeout: DEADLINES.submit }))) as {
      status?: string;
    };
    if (taken.status === 'SUCCESS') return;
    const problem = taken.status === 'SERVICE_UNAVAILABLE' ? 'unavailable' : 'refused';
    throw new ChannelError({ stage: 'submit', problem, txId, messages: [taken.status ?? 'no status'] });
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

  async #query(name: string, ...args: string[]): Promise<Buffer> {
    const query = this.#channel.newQuery('qscc');
    sign(query, this.#reader, query.build(this.#contextOf(this.#reader), { fcn: name, args }));
    const targets = [this.#endorserHere()];
    return agreedAnswer(await attempt('read', () => query.send({ targets, requestTimeout: DEADLINES.read })), 'read');
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

/** Connects to all peers and orderers of a network. */
export async function openNetworkChannel(network: FabricNetwork, reader: FabricIdentity): Promise<NetworkChannel> {
  const gateway = new Gateway();
  const privateKey = reader.key.export({ format: 'pem', type: 'pkcs8' }).toString();
  const credentials = { certificate: reader.certificate, privateKey };
  const identity = { type: 'X.509', mspId: reader.mspId, credentials };
  await gateway.connect(connectionProfile(network, reader.mspId), { identity, discovery: { enabled: false } });
  const channel = (await gateway.getNetwork(network.channel)).getChannel();
  return new NetworkChannel(network, reader, gateway, channel);
}

function sign(action: Signable, { key }: FabricIdentity, payload: Uint8Array): void {
  action.sign(signForFabric(key, payload));
}

/** What all endorsers answered. @throws ChannelError when one of them did not, refused, or came to something else. */
function agreedAnswer({ errors, responses }: ProposalResponse, stage: Stage): Buffer {
  const refusals = responses.filter(({ response }) => response.status >= REFUSED_FROM);
  if (refusals.length > 0) {
    throw new ChannelError({ stage, problem: 'refused', messages: refusals.map(({ response }) => response.message) });
  }
  const [fault] = errors;
  if (fault !== undefined) throw toChannelError(stage, fault);
  const [first, ...others] = responses;
  if (first === undefined) throw new ChannelError({ stage, problem: 'unavailable' });
  if (others.some(({ payload }) => !first.payload.equals(payload))) throw new ChannelError({ stage, problem: 'disagreed' });
  return first.response.payload;
}

async function attempt<Result>(stage: Stage, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toChannelError(stage, error);
  }
}

function toChannelError(stage: Stage, error: unknown): ChannelError {
  const { message, code } = error as { message?: string; code?: unknown };
  return new ChannelError({ stage, problem: problemOf(message ?? '', code), messages: [message ?? ''] }, { cause: error });
}

/** The client throws texts for what its timers and connections say, and gRPC's own errors. */
function problemOf(message: string, code: unknown): Problem {
  if (message.includes('TIMEOUT') || code === status.DEADLINE_EXCEEDED) return 'late';
  if (/not connected|SERVICE UNAVAILABLE|SYSTEM ERROR/.test(message)) return 'unavailable';
  return code === status.UNAVAILABLE || code === status.CANCELLED ? 'unavailable' : 'refused';
}
