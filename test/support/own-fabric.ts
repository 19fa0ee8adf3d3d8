import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import { Client, credentials } from '@grpc/grpc-js';
import {
  connect,
  GatewayError,
  signers,
  StatusCode,
  type Gateway,
  type Proposal,
  type Transaction,
} from '@hyperledger/fabric-gateway';
import { common } from '@hyperledger/fabric-protos';
import { enrol, type Identity } from '../../gateway/src/ledger/fabric/enrolment';
import { runFabric, startFabricNetwork, type FabricNetwork } from './fabric-network';
import type { Invocation } from './fabric-stub';
import { services } from './system';

/** What became of a transaction: refused while it was endorsed, or in a block with this validation code. */
export interface Sent {
  readonly txId: string;
  /** What the endorsers said when they refused; empty otherwise. */
  readonly refusal: string;
  /** By Fabric's name, for example VALID. */
  readonly code?: string;
  readonly answer: string;
}

export interface SendOptions {
  /** MSP whose gateway peer is asked; the creator's own when nothing is said. */
  readonly through?: string;
  /** MSPs whose peers endorse; those that the peer's gateway finds when nothing is said. */
  readonly endorsers?: readonly string[];
  /** Milliseconds that the client's clock is ahead. */
  readonly clockOff?: number;
}

/** A real network that one suite has for itself, because it breaks it. */
export class TestNetwork {
  readonly folder: string;
  readonly #file: FabricNetwork;
  readonly #clients = new Map<string, Client>();

  private constructor(file: FabricNetwork) {
    this.folder = file.folder;
    this.#file = file;
  }

  static async start(): Promise<TestNetwork> {
    return new TestNetwork(await startFabricNetwork(mkdtempSync(join(tmpdir(), 'lianpiao-fabric-'))));
  }

  /** Runs `./scripts/fabric` on this network. */
  script(...args: string[]): Promise<string> {
    return runFabric(this.folder, ...args);
  }

  identity(mspId: string, organisation: string): Promise<Identity> {
    return enrol(this.#file, mspId, organisation);
  }

  /** Endorses, submits and waits for the block at every peer: the next step may be endorsed by any. The caller's organisation stands in the invocation's attributes. */
  async send({ attributes, mspId = 'Merchants', ...what }: Omit<Invocation, 'now'>, options: SendOptions = {}): Promise<Sent> {
    const identity = await this.identity(mspId, attributes!['lianpiao.organisation'] as string);
    const gateway = this.#gateway(options.through ?? mspId, mspId, identity);
    try {
      const contract = gateway.getNetwork(this.#file.channel).getContract(this.#file.chaincode);
      const proposal = atClock(options.clockOff ?? 0, () =>
        contract.newProposal(what.transaction, {
          arguments: [...(what.args ?? [])],
          transientData: { ...what.transient },
          ...(options.endorsers === undefined ? {} : { endorsingOrganizations: [...options.endorsers] }),
        }),
      );
      const txId = proposal.getTransactionId();
      const endorsed = await endorse(proposal);
      if (typeof endorsed === 'string') return { txId, refusal: endorsed, answer: '' };
      const status = await (await endorsed.submit()).getStatus();
      for (const peer of Object.keys(this.#file.organisations)) await this.#reached(status.blockNumber, peer, mspId, identity);
      return { txId, refusal: '', code: nameOf(status.code), answer: Buffer.from(endorsed.getResult()).toString() };
    } finally {
      gateway.close();
    }
  }

  #gateway(peer: string, mspId: string, identity: Identity): Gateway {
    return connect({
      client: this.#client(peer),
      identity: { mspId, credentials: Buffer.from(identity.certificate) },
      signer: signers.newPrivateKeySigner(createPrivateKey(identity.privateKey)),
      endorseOptions: () => ({ deadline: Date.now() + 15_000 }),
      evaluateOptions: () => ({ deadline: Date.now() + 15_000 }),
      commitStatusOptions: () => ({ deadline: Date.now() + 30_000 }),
    });
  }

  async #reached(block: bigint, peer: string, mspId: string, identity: Identity): Promise<void> {
    const gateway = this.#gateway(peer, mspId, identity);
    const chain = gateway.getNetwork(this.#file.channel).getContract('qscc');
    const reached = async (): Promise<boolean> => {
      const info = await chain.evaluateTransaction('GetChainInfo', this.#file.channel);
      return BigInt(common.BlockchainInfo.deserializeBinary(info).getHeight()) > block;
    };
    try {
      await services.until(reached, `block ${String(block)} at ${peer}`, 30_000);
    } finally {
      gateway.close();
    }
  }

  /** Ends every process and deletes the folder. */
  async end(): Promise<void> {
    for (const client of this.#clients.values()) client.close();
    await this.script('down', '--purge');
  }

  #client(mspId: string): Client {
    let client = this.#clients.get(mspId);
    if (client === undefined) {
      const { endpoint, tlsName, tlsCaFile } = this.#file.organisations[mspId]!.peer;
      const secure = credentials.createSsl(readFileSync(tlsCaFile));
      client = new Client(endpoint, secure, { 'grpc.ssl_target_name_override': tlsName });
      this.#clients.set(mspId, client);
    }
    return client;
  }
}

function nameOf(code: number): string {
  return Object.entries(StatusCode).find(([, value]) => value === code)?.[0] ?? String(code);
}

/** The endorsed transaction, or what the endorsers said against it. */
async function endorse(proposal: Proposal): Promise<Transaction | string> {
  try {
    return await proposal.endorse();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return [error.message, ...error.details.map(({ message }) => message)].join('\n');
  }
}

/** A proposal has the time at which its client makes it. */
function atClock<Result>(off: number, make: () => Result): Result {
  if (off === 0) return make();
  const RealDate = Date;
  const moved = class extends RealDate {
    constructor(...args: [] | [number | string | Date]) {
      super(...((args.length === 0 ? [RealDate.now() + off] : args) as [number]));
    }
  };
  globalThis.Date = moved as DateConstructor;
  try {
    return make();
  } finally {
    globalThis.Date = RealDate;
  }
}
