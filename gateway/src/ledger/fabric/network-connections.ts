import type { ServiceEndpoint } from 'fabric-common';

/** What the client's types leave out. */
interface Connectable {
  readonly connected: boolean;
}

/**
 * The client's connections to peers and orderers. One that was away when the client last waited for it counts as away until
 * somebody asks it to connect again: gRPC's own reconnecting reaches only what was connected once.
 */
export class NetworkConnections {
  readonly #underWay = new Map<ServiceEndpoint, Promise<void>>();

  /** Connects what is away, once for all who ask at the same time. Never rejects: sending says what is wrong. */
  async ensure(endpoints: readonly ServiceEndpoint[]): Promise<void> {
    await Promise.all(endpoints.filter((one) => !(one as unknown as Connectable).connected).map((one) => this.#connect(one)));
  }

  #connect(endpoint: ServiceEndpoint): Promise<void> {
    let connecting = this.#underWay.get(endpoint);
    if (connecting === undefined) {
      // Two at once would each close the other's connection.
      connecting = endpoint
        .checkConnection()
        .catch(() => false)
        .then(() => void this.#underWay.delete(endpoint));
      this.#underWay.set(endpoint, connecting);
    }
    return connecting;
  }
}
