import { FetchRequest, JsonRpcProvider, Network } from 'ethers';
import { AnchorError } from './anchor-errors';
import { toAnchorError } from './node-errors';

/** Which node to ask, and for how long. */
export interface NodeOptions {
  /** HTTP address of the node's JSON-RPC. */
  readonly rpcUrl: string;
  /** Chain id of EIP-155 that the node must serve. */
  readonly chainId: bigint;
  /** Every request is answered or given up within this time. */
  readonly deadlineMs?: number;
}

export const DEFAULT_DEADLINE_MS = 10_000;

/** JSON-RPC to one node: nothing is cached, batched or repeated, and everything ends within the deadline. */
export class JsonRpc {
  readonly #provider: JsonRpcProvider;
  readonly #deadlineMs: number;

  constructor({ rpcUrl, chainId, deadlineMs = DEFAULT_DEADLINE_MS }: NodeOptions) {
    const request = new FetchRequest(rpcUrl);
    request.timeout = deadlineMs;
    // Without this, ethers repeats what an overloaded node refused, and goes on after the deadline.
    request.retryFunc = async () => false;
    this.#deadlineMs = deadlineMs;
    // A fixed network keeps ethers from asking for it again and again, without end, while the node is away.
    this.#provider = new JsonRpcProvider(request, undefined, {
      staticNetwork: Network.from(chainId),
      batchMaxCount: 1,
      cacheTimeout: -1,
    });
  }

  /** The `result` of the node's answer, not looked at. Errors: every CHAIN_ code, and the refusals of the contract. */
  async send(method: string, params: readonly unknown[]): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new AnchorError('CHAIN_TIMEOUT', method)), this.#deadlineMs);
    });
    try {
      return await Promise.race([this.#provider.send(method, [...params]) as Promise<unknown>, deadline]);
    } catch (error) {
      throw toAnchorError(error, method);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives up what is under way; the object is of no use afterwards. */
  close(): void {
    this.#provider.destroy();
  }
}
