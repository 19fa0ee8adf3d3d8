import { tlsCaOf, type FabricEndpoint, type FabricNetwork } from './network-file';

/** Milliseconds. A peer that is back after a minute is asked again at once: left alone, gRPC would wait for up to two minutes. */
export const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 } as const;

/**
 * Milliseconds that `fabric-network` waits for one endpoint when it connects. It asks six of them one after the other, and all
 * of that has to end within the deadline for connecting, even when none is there.
 */
const ENDPOINT_MS = 1500;

/** The network as `fabric-network` wants it described (a connection profile, version 1.0.0). */
export function connectionProfile(network: FabricNetwork, mspId: string): Record<string, unknown> {
  const organisations = Object.values(network.organisations);
  const orderers = network.orderers.map((orderer, index) => [`orderer-${String(index + 1)}`, endpointOf(orderer)] as const);
  return {
    version: '1.0.0',
    client: { organization: mspId },
    channels: {
      [network.channel]: {
        orderers: orderers.map(([name]) => name),
        peers: Object.fromEntries(organisations.map((organisation) => [organisation.mspId, {}])),
      },
    },
    organizations: Object.fromEntries(
      organisations.map((organisation) => [organisation.mspId, { mspid: organisation.mspId, peers: [organisation.mspId] }]),
    ),
    orderers: Object.fromEntries(orderers),
    peers: Object.fromEntries(organisations.map((organisation) => [organisation.mspId, endpointOf(organisation.peer)])),
  };
}

function endpointOf(endpoint: FabricEndpoint): Record<string, unknown> {
  return {
    url: `grpcs://${endpoint.endpoint}`,
    tlsCACerts: { pem: tlsCaOf(endpoint).toString('utf8') },
    grpcOptions: { 'ssl-target-name-override': endpoint.tlsName, 'grpc-wait-for-ready-timeout': ENDPOINT_MS, ...RECONNECT },
  };
}
